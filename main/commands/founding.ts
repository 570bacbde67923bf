/** `consenso found` and `consenso approve`: a conference's root key, made and used from a terminal. */
import path from 'node:path'
import { approve } from '#main/founding/approve.ts'
import { found, SHORTEST_PASSPHRASE } from '#main/founding/found.ts'
import { readPlan, type PlanWords } from '#main/founding/plan.ts'
import { realDisk } from '#main/store/disk.ts'
import { fail, failWith, readPassphrase, say, translate } from './terminal.ts'

export async function runFound(words: PlanWords & { readonly out?: string }): Promise<number> {
  if (words.out === undefined) return fail('cli.found.missing', { option: '--out' })
  const at = new Date().toISOString()
  const read = readPlan(words, at.slice(0, 10))
  if (!read.ok) return fail(read.message, read.values)
  const typed = await readPassphrase([translate('cli.passphrase.new'), translate('cli.passphrase.again')])
  if (typed === null) return fail('cli.passphrase.missing')
  const [passphrase = '', again] = typed
  if (passphrase !== again) return fail('cli.passphrase.different')
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    return fail('cli.passphrase.short', { count: SHORTEST_PASSPHRASE })
  }
  const folder = path.resolve(words.out)
  let outcome
  try {
    outcome = await found({ disk: realDisk, folder, plan: read.plan, passphrase, at })
  } catch {
    return fail('cli.found.notSaved', { folder })
  }
  switch (outcome.kind) {
    case 'exists':
      return fail('cli.found.exists', { file: outcome.file })
    case 'notAnAct':
      return fail('cli.found.notAnAct')
    case 'founded':
      say(translate('cli.found.done', { conf: outcome.conf, root: outcome.root, acts: outcome.acts }))
      return 0
  }
}

export interface ApproveWords {
  readonly dir?: string
  readonly relay?: string
  readonly pin?: string
  readonly fingerprint?: string
}

export async function runApprove({ dir, relay, pin, fingerprint }: ApproveWords): Promise<number> {
  if (dir === undefined) return fail('cli.found.missing', { option: '--dir' })
  if (relay === undefined) return fail('cli.found.missing', { option: '--relay' })
  const typed = await readPassphrase([translate('cli.passphrase.root')])
  const [passphrase] = typed ?? []
  if (passphrase === undefined) return fail('cli.passphrase.missing')
  const outcome = await approve({
    surroundings: {
      disk: realDisk,
      now: () => new Date(),
      monotonicMs: () => performance.now(),
      random: Math.random,
    },
    folder: path.resolve(dir),
    relay,
    pin: pin ?? null,
    passphrase,
    fingerprint: fingerprint ?? null,
  })
  if (!outcome.ok) return failWith(outcome.error)
  if (outcome.value.length === 0) say(translate('cli.approve.none'))
  for (const { member, label, ...request } of outcome.value) {
    const country = 'country' in member ? member.country : ''
    const name = [member.role, country, label].filter((part) => part !== '').join(' · ')
    const done = fingerprint !== undefined
    say(
      translate(done ? 'cli.approve.done' : 'cli.approve.waits', { name, fingerprint: request.fingerprint }),
    )
  }
  return 0
}
