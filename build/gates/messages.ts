/**
 * The texts for people: Spanish is the source, Portuguese and English have the same ids with the same
 * arguments, every id that code asks for exists, and no id is left that nobody asks for. Glossary terms
 * (`term.…`) may wait for their first use.
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '#build/sources.ts'

const LANGUAGES = ['es', 'pt', 'en'] as const
const MESSAGES = 'shared/i18n/messages'

type Catalogue = ReadonlyMap<string, string>

/** `count: plural`, `value: select(agree|object)`, sorted: what a translation must have alike. */
function argumentsOf(message: string): string {
  const found = new Set<string>()
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      switch (element.type) {
        case TYPE.argument:
          found.add(`${element.value}: text`)
          break
        case TYPE.number:
        case TYPE.date:
        case TYPE.time:
          found.add(`${element.value}: ${TYPE[element.type]}`)
          break
        case TYPE.plural:
          found.add(`${element.value}: plural`)
          Object.values(element.options).forEach(({ value }) => walk(value))
          break
        case TYPE.select:
          found.add(`${element.value}: select(${Object.keys(element.options).sort().join('|')})`)
          Object.values(element.options).forEach(({ value }) => walk(value))
          break
        case TYPE.tag:
          found.add(`${element.value}: tag`)
          walk(element.children)
          break
        case TYPE.literal:
        case TYPE.pound:
          break
      }
    }
  }
  walk(parse(message))
  return [...found].sort().join(', ')
}

function readArea(base: string, language: string, area: string): Catalogue {
  // as: the catalogue's files are flat objects of strings, which TypeScript holds catalogue.ts to
  const content = JSON.parse(readFileSync(join(base, MESSAGES, language, area), 'utf8')) as Record<
    string,
    string
  >
  return new Map(Object.entries(content))
}

function compare(base: string, areas: readonly string[], problems: string[]): ReadonlySet<string> {
  const ids = new Map<string, string>()
  for (const area of areas) {
    const catalogues = LANGUAGES.map((language) => readArea(base, language, area))
    const [source = new Map<string, string>()] = catalogues
    for (const id of source.keys()) {
      const other = ids.get(id)
      if (other !== undefined) problems.push(`${id}: in ${other} and in ${area}`)
      ids.set(id, area)
    }
    LANGUAGES.forEach((language, index) => {
      const catalogue = catalogues[index] ?? source
      const file = `${language}/${area}`
      for (const id of source.keys()) if (!catalogue.has(id)) problems.push(`${file}: ${id} is missing`)
      for (const [id, message] of catalogue) {
        const original = source.get(id)
        if (original === undefined) problems.push(`${file}: ${id} is not in es/${area}`)
        if (message.trim() === '') problems.push(`${file}: ${id} is empty`)
        try {
          const [here, there] = [argumentsOf(message), argumentsOf(original ?? message)]
          if (here !== there) problems.push(`${file}: ${id} takes {${here}}, in Spanish {${there}}`)
        } catch (error) {
          problems.push(`${file}: ${id}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
    })
  }
  return new Set(ids.keys())
}

interface Uses {
  readonly literal: ReadonlyMap<string, string>
  /** From templates such as `position.${value}`. */
  readonly patterns: readonly RegExp[]
  readonly asked: ReadonlyMap<string, string>
}

const LITERAL = /['"`]([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+)+)['"`]/g
const ASKED = /\bt\(\s*['"]([^'"]+)['"]/g
const TEMPLATE = /`([a-z][A-Za-z0-9]*\.[^`\s]*\$\{[^`]*)`/g

function usesIn(base: string, folders: readonly string[]): Uses {
  const literal = new Map<string, string>()
  const asked = new Map<string, string>()
  const patterns: RegExp[] = []
  for (const path of folders.flatMap((folder) => filesIn(folder, /\.tsx?$/, base))) {
    const text = readFileSync(join(base, path), 'utf8')
    for (const [, id = ''] of text.matchAll(LITERAL)) literal.set(id, path)
    for (const [, id = ''] of text.matchAll(ASKED)) asked.set(id, path)
    for (const [, template = ''] of text.matchAll(TEMPLATE)) {
      const fixed = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      patterns.push(new RegExp(`^${fixed.join('[A-Za-z0-9_.-]+')}$`))
    }
  }
  return { literal, asked, patterns }
}

export function messageProblems(base: string): readonly string[] {
  const problems: string[] = []
  const areas = filesIn(`${MESSAGES}/es`, /\.json$/, base).map((path) => path.slice(`${MESSAGES}/es/`.length))
  for (const language of LANGUAGES)
    for (const path of filesIn(`${MESSAGES}/${language}`, /\.json$/, base)) {
      const area = path.slice(`${MESSAGES}/${language}/`.length)
      if (!areas.includes(area)) problems.push(`${language}/${area}: there is no es/${area}`)
    }
  const ids = compare(base, areas, problems)
  const { literal, asked, patterns } = usesIn(base, ['main', 'renderer', 'shared'])
  for (const [id, path] of asked)
    if (!ids.has(id)) problems.push(`${path}: asks for ${id}, which is not in es`)
  for (const id of ids)
    if (!id.startsWith('term.') && !literal.has(id) && !patterns.some((pattern) => pattern.test(id)))
      problems.push(`${id}: nobody asks for it`)
  return problems
}
