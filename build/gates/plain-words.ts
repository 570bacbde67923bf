/** The repository speaks of the product alone: no machine's paths, no registry's host, no tracker's numbers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '#build/sources.ts'

interface Forbidden {
  readonly pattern: RegExp
  readonly what: string
  /** Only in files whose path matches. */
  readonly within?: RegExp
}

const before = String.raw`(?:^|[\s'"\`(=:])`

const FORBIDDEN: readonly Forbidden[] = [
  { pattern: new RegExp(`${before}/(?:work|root|home|Users)/\\S`, 'm'), what: 'a path of one machine' },
  { pattern: /[A-Z]:\\\\?Users\\/, what: 'a path of one machine' },
  { pattern: /"resolved": "https?:/, what: 'a registry’s host', within: /package-lock\.json$/ },
  { pattern: /^\s*(?:@\w+:)?registry\s*=/m, what: 'a registry’s host', within: /\.npmrc$/ },
  { pattern: /https?:\/\/(?:registry|artifactory|nexus)[.:/]/, what: 'a registry’s host' },
  { pattern: /\b(?:issue|ticket|pull request) #?\d+\b/i, what: 'a number of a tracker' },
  { pattern: /\b(?:test|it|describe)\.only\(/, what: 'a test that silences the others', within: /^test\// },
]

const BINARY = /\.(?:png|ico|icns|docx|pdf|woff2?|bin|zip|ydoc)$/

/** Where the words themselves are planted. */
const EXEMPT = new Set(['build/gates/plain-words.ts', 'test/house/gates.test.ts'])

export function wordProblems(base: string): readonly string[] {
  const problems: string[] = []
  for (const path of filesIn('', /./, base)) {
    if (BINARY.test(path) || EXEMPT.has(path)) continue
    const text = readFileSync(join(base, path), 'utf8')
    for (const { pattern, what, within } of FORBIDDEN) {
      if (within && !within.test(path)) continue
      const hit = pattern.exec(text)
      if (hit) problems.push(`${path}:${String(text.slice(0, hit.index + 1).split('\n').length)}: ${what}`)
    }
  }
  return problems
}
