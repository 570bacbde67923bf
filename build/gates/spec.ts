/** Every rule of shared/SPEC.md is quoted by a test title, and no test quotes a rule that is not there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '#build/sources.ts'

const SPEC = 'shared/SPEC.md'
/** A rule, or with AT one of the Conference's twelve acceptance tests. */
const ID = String.raw`(?:AT|[A-Z])\d+(?:\.[a-z0-9]+)?`
const RULE = new RegExp(`^- \\*\\*(${ID})\\*\\* \\S`, 'gm')
const LOOKS_LIKE_RULE = /^\s*[-*] /gm
/** A title begins with its rules: `[R15.a] …`, `[R15.a, R15.b] …` or `[R15.a] [R16] …`. */
const TITLE = new RegExp(`['"\`]((?:\\[${ID}(?:, ?${ID})*\\] ?)+)`, 'g')

export function specProblems(base: string): readonly string[] {
  const problems: string[] = []
  const spec = readFileSync(join(base, SPEC), 'utf8')
  const rules = new Set<string>()
  for (const [, id = ''] of spec.matchAll(RULE)) {
    if (rules.has(id)) problems.push(`${SPEC}: ${id} stands twice`)
    rules.add(id)
  }
  const lines = [...spec.matchAll(LOOKS_LIKE_RULE)].length
  const matched = [...spec.matchAll(RULE)].length
  if (lines !== matched) problems.push(`${SPEC}: ${String(lines - matched)} list lines have no rule id`)
  const quoted = new Map<string, string>()
  for (const path of filesIn('test', /\.tsx?$/, base)) {
    const text = readFileSync(join(base, path), 'utf8')
    for (const [, title = ''] of text.matchAll(TITLE))
      for (const [id] of title.matchAll(new RegExp(ID, 'g'))) quoted.set(id, path)
  }
  for (const id of rules) if (!quoted.has(id)) problems.push(`${SPEC}: no test quotes ${id}`)
  for (const [id, path] of quoted) if (!rules.has(id)) problems.push(`${path}: ${id} is not in ${SPEC}`)
  return problems
}
