/**
 * The program that folder-lock.test.ts runs twice: opens the profile of a folder, says whether it has it, and
 * appends its name each time it is told to. `careless` opens the same files without asking for the lock.
 */
import path from 'node:path'
import { createInterface } from 'node:readline'
import { writeSync } from 'node:fs'
import { Profile } from '#main/profile/profile.ts'
import { realDisk } from '#main/store/disk.ts'
import { FolderInUse } from '#main/store/folder-lock.ts'
import { openRecordFile } from '#main/store/record-file.ts'
import { surroundings } from '#test/main/surroundings.ts'

const [folder = '', name = '', careless] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

async function lockedOut(): Promise<boolean> {
  try {
    await Profile.open({
      ...surroundings(() => undefined, realDisk),
      ...{ folder, keyring: null, language: 'es', vaultCost: 1024 },
    })
    return false
  } catch (error) {
    if (error instanceof FolderInUse) return true
    throw error
  }
}

if (careless !== 'careless' && (await lockedOut())) {
  say('in use')
  process.exit()
}
const { file } = await openRecordFile({
  ...{ disk: realDisk, path: path.join(folder, 'words'), name: 'words' },
  masterKey: new Uint8Array(32).fill(7),
})
say('open')
for await (const _line of createInterface({ input: process.stdin })) {
  say((await file.append(Buffer.from(name, 'utf8'))) ? 'saved' : 'not saved')
}
process.exit()
