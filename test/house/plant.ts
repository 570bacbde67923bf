/**
 * A tree as ours, small and healthy, in which a test plants one fault; the tools then run on it with the very
 * configuration that holds for the project.
 */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '#build/paths.ts'
import { runNode } from '#build/run.ts'
import { temporaryFolder, type TemporaryFolder } from '#test/kit/folder.ts'

export type Files = Readonly<Record<string, string>>

const FOLDERS = ['main', 'renderer', 'shared', 'server'] as const

const MANIFEST = JSON.stringify({
  name: 'planted',
  version: '1.0.0',
  type: 'module',
  imports: Object.fromEntries([...FOLDERS, 'build', 'test'].map((name) => [`#${name}/*`, `./${name}/*`])),
})

export function plant(files: Files): TemporaryFolder {
  const folder = temporaryFolder('house')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true })
    writeFileSync(join(folder.path, path), text)
  }
  write('package.json', MANIFEST)
  write('tsconfig.json', JSON.stringify({ files: [], references: FOLDERS.map((path) => ({ path })) }))
  for (const config of ['build/tsconfig.base.json', ...FOLDERS.map((name) => `${name}/tsconfig.json`)]) {
    mkdirSync(dirname(join(folder.path, config)), { recursive: true })
    cpSync(join(root, config), join(folder.path, config))
  }
  symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'))
  for (const [path, text] of Object.entries(files)) write(path, text)
  return folder
}

/** What a tool of node_modules prints when it runs in that tree. */
export async function runTool(
  folder: TemporaryFolder,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly all: string }> {
  const [program = '', ...rest] = args
  return runNode([join(root, 'node_modules', program), ...rest], { cwd: folder.path, env: { NO_COLOR: '1' } })
}

/** The configuration the project itself uses. */
export const ours = (name: string): string => join(root, 'build', name)
