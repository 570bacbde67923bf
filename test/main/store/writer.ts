/** The program that kill.test.ts kills: appends for ever, says each number once it is safe (or, dishonestly, before). */
import path from 'node:path'
import { writeSync } from 'node:fs'
import { realDisk } from '#main/store/disk.ts'
import { openRecordFile } from '#main/store/record-file.ts'

const [folder = '', honest] = process.argv.slice(2)
const { file } = await openRecordFile({
  disk: realDisk,
  path: path.join(folder, 'acts'),
  name: 'acts',
  masterKey: new Uint8Array(32).fill(7),
})

for (let n = 0; ; n += 1) {
  const saved = file.append(Buffer.from(String(n), 'utf8'))
  if (honest === 'true') await saved
  writeSync(1, `${String(n)}\n`)
  if (n % 5 === 0) await new Promise(setImmediate)
}
