/**
 * The relay from a terminal. Starting it prints one JSON line with its address on standard output; its log
 * goes to standard error. `create` founds a conference, `invite` makes an invitation, `key` tells the public
 * key that a conference's first act must name.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { runCreate } from './commands/create.ts'
import { runInvite } from './commands/invite.ts'
import { CommandError, required } from './commands/options.ts'
import { PlainRefused, relayPublicKey, startRelay, StorageInUse } from './embed.ts'
import { createLog } from './log.ts'

const USAGE = `Usage:
  relay --data DIR [--port N] [--host H] [--cert FILE --key FILE | --plain] [--behind-proxy]
  relay key --data DIR
  relay create --data DIR --acts FILE
  relay invite --data DIR --role ROLE [--country CC] [--capacity CAPACITY] [--organisation NAME]
               [--documents A,B --until DATE] [--label TEXT] [--conference ID] [--address URL]
`

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  plain: { type: 'boolean' },
  'behind-proxy': { type: 'boolean' },
  acts: { type: 'string' },
  role: { type: 'string' },
  country: { type: 'string' },
  capacity: { type: 'string' },
  organisation: { type: 'string' },
  documents: { type: 'string' },
  until: { type: 'string' },
  label: { type: 'string' },
  conference: { type: 'string' },
  address: { type: 'string' },
  help: { type: 'boolean' },
} as const

const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
const log = createLog((line) => process.stderr.write(line))

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return
  }
  const data = required(values.data, '--data')
  switch (positionals[0]) {
    case undefined:
      await serve(data, values)
      return
    case 'key':
      print({ publicKey: await relayPublicKey(data) })
      return
    case 'create':
      print(await runCreate(data, required(values.acts, '--acts'), log))
      return
    case 'invite':
      process.stdout.write(`${await runInvite(data, values)}\n`)
      return
    default:
      throw new CommandError(`no such command: ${positionals.join(' ')}\n${USAGE}`)
  }
}

interface ServeValues {
  readonly port?: string
  readonly host?: string
  readonly cert?: string
  readonly key?: string
  readonly plain?: boolean
  readonly 'behind-proxy'?: boolean
}

async function serve(data: string, values: ServeValues): Promise<void> {
  const port = Number(values.port ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CommandError('--port must be a number')
  const behindProxy = values['behind-proxy'] === true
  const relay = await startRelay({
    data,
    port,
    log,
    behindProxy,
    plain: values.plain === true || behindProxy,
    tls: await readTls(values),
    ...(values.host === undefined ? {} : { host: values.host }),
    onFailure: () => process.exit(1),
  })
  const { address, publicKey, pin } = relay
  print({ address, publicKey, pin, conferences: relay.conferences() })
  const stop = (signal: string): void => {
    log('stopping', { signal })
    void relay.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

async function readTls({ cert, key }: ServeValues) {
  if (cert === undefined && key === undefined) return null
  const files = [required(cert, '--cert'), required(key, '--key')].map((file) => readFile(file, 'utf8'))
  const [certText = '', keyText = ''] = await Promise.all(files)
  return { cert: certText, key: keyText }
}

/** What a person can do something about is said in one line. */
const isExpected = (error: unknown): error is Error =>
  error instanceof CommandError ||
  error instanceof StorageInUse ||
  error instanceof PlainRefused ||
  (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')

main().catch((error: unknown) => {
  const text = isExpected(error) ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${JSON.stringify({ error: text })}\n`)
  process.exitCode = 1
})
