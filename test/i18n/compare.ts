import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Messages } from '#shared/i18n/catalogue.ts'

/** What differs between a catalogue and the source: ids, and the arguments and tags of each message. */
export function differences(source: Messages, other: Messages): readonly string[] {
  const problems: string[] = []
  for (const id of Object.keys(source)) if (!(id in other)) problems.push(`${id} is missing`)
  for (const [id, text] of Object.entries(other)) {
    const original = source[id]
    if (original === undefined) problems.push(`${id} is not in the source`)
    else if (text.trim() === '') problems.push(`${id} is empty`)
    else if (slots(text) !== slots(original)) problems.push(`${id} has ${slots(text)} for ${slots(original)}`)
  }
  return problems
}

/** Names and kinds of all arguments, each once, in order of name: `n:number, name:argument`. */
function slots(text: string): string {
  const found = new Set<string>()
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      found.add(`${element.value}:${TYPE[element.type]}`)
      if (element.type === TYPE.tag) visit(element.children)
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        if (!('other' in element.options)) found.add(`${element.value}: no other`)
        for (const option of Object.values(element.options)) visit(option.value)
      }
    }
  }
  visit(parse(text))
  return [...found].sort().join(', ') || 'no arguments'
}
