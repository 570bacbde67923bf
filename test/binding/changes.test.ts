// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { showChanges } from '#renderer/editor/changes.ts'
import { prepareDom } from '#test/kit/dom.ts'
import { clause, sitDown, type Table } from './editor.ts'

beforeAll(prepareDom)

const BASE = [clause('a', 'Acuerdan la cooperación regional'), clause('b', 'y el intercambio')]
const against = (clauses = BASE) =>
  showChanges({ clauses, addedLabel: 'agregado', removedLabel: 'suprimido' })

/** What is drawn: +added+ and -removed-, in the order in which it is read. */
function drawn({ editor }: Table): string {
  const read = (node: Node): string => {
    if (node instanceof Element && node.localName === 'del')
      return `-${node.childNodes[1]?.textContent ?? ''}-`
    if (node instanceof Element && node.localName === 'ins') return `+${node.textContent}+`
    return node.nodeType === 3 ? (node.textContent ?? '') : [...node.childNodes].map(read).join('')
  }
  return [...editor.view.dom.children].map(read).join('|')
}

describe('a draft against the wording it would replace', () => {
  it('[W17.a] what is new is underlined in place, what is left out is drawn where it was', () => {
    const table = sitDown({ clauses: BASE })
    table.editor.run(against())
    expect(drawn(table)).toBe('Acuerdan la cooperación regional|y el intercambio')
    table.caret(0, 12, 23)
    table.type('integración')
    expect(drawn(table)).toBe('Acuerdan la -cooperación-+integración+ regional|y el intercambio')
    table.caret(1, -1)
    table.type(' de datos')
    expect(drawn(table)).toBe('Acuerdan la -cooperación-+integración+ regional|y el intercambio+ de datos+')
  })

  it('[W17.b] the drawing is no word of the text and writes nothing', () => {
    const table = sitDown({ clauses: BASE })
    table.caret(0, 8, 32)
    table.type(' algo')
    const [writes, lines] = [table.writes(), table.lines()]
    table.editor.run(against())
    expect(drawn(table)).toContain('-')
    expect(table.editor.view.dom.querySelector('del')?.closest('[contenteditable=false]')).not.toBeNull()
    table.editor.run(showChanges(null))
    expect(drawn(table)).not.toContain('-')
    expect(table.writes()).toBe(writes)
    expect(table.lines()).toEqual(lines)
  })

  it('[W17.c] clauses that came or went are shown whole', () => {
    const table = sitDown({
      clauses: [clause('a', 'Acuerdan la cooperación regional'), clause('c', 'nueva')],
    })
    table.editor.run(against())
    expect(drawn(table)).toBe('Acuerdan la cooperación regional|-y el intercambio-|+nueva+')
  })
})
