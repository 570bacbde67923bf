// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { findText, goToMatch, matchesIn, replaceMatches } from '#renderer/editor/find.ts'
import { relativeSelection } from '#renderer/editor/binding/selection.ts'
import { prepareDom } from '#test/kit/dom.ts'
import { alsoAt, clause, exchange, sitDown } from './editor.ts'

beforeAll(prepareDom)

const two = () => [clause('a', 'Acuerdan la cooperación'), clause('b', 'Invitan a cooperar')]

describe('what is drawn beside the words', () => {
  it('[W14.a] carets of others: labelled by country, hidden from screen readers, moving with the words', () => {
    const ana = sitDown({ clauses: two() })
    let awareness: Awareness | undefined
    const beto = alsoAt(ana, { awareness: (doc) => (awareness = new Awareness(doc)) })
    ana.caret(1, 7)
    // as it comes over the wire
    const caret: unknown = JSON.parse(JSON.stringify(relativeSelection(ana.text, ana.editor.state)))
    awareness?.states.set(1, { user: { country: 'PE', name: 'not drawn' }, caret })
    awareness?.emit('change', [{ added: [1], updated: [], removed: [] }, 'received'])
    const drawn = beto.editor.view.dom.querySelector('.remote-caret')
    expect(drawn?.getAttribute('data-country')).toBe('PE')
    expect(drawn?.getAttribute('aria-hidden')).toBe('true')
    expect(drawn?.textContent).toBe('')
    ana.caret(1, 0)
    ana.type('También ')
    exchange(ana, beto)
    expect(beto.editor.view.dom.querySelector('.remote-caret')?.previousSibling?.textContent).toBe(
      'También Invitan',
    )
    awareness?.destroy()
  })

  it('[W14.b] nothing of what does not parse', () => {
    let awareness: Awareness | undefined
    const table = sitDown({ clauses: two(), awareness: (doc) => (awareness = new Awareness(doc)) })
    const odd = [
      null,
      7,
      { anchor: null, head: null },
      { anchor: { item: { client: -1, clock: 0 } }, head: { item: { client: 1, clock: 1e99 } } },
      { anchor: { tname: 'evil' }, head: { tname: 'evil' } },
      { anchor: { type: { client: 1, clock: 0 } }, head: { type: { client: 1, clock: 0 } } },
    ]
    odd.forEach((caret, i) => awareness?.states.set(100 + i, { user: 'x', caret }))
    awareness?.emit('change', [{ added: [100], updated: [], removed: [] }, 'received'])
    expect(table.editor.view.dom.querySelector('.remote-caret')).toBeNull()
    expect([...table.doc.share.keys()]).toEqual(['body'])
    awareness?.destroy()
  })

  it('[W11.b] each country\u2019s authorship on demand, and none when it is switched off', () => {
    vi.useFakeTimers()
    const ana = sitDown({ clauses: two() })
    const beto = alsoAt(ana)
    beto.caret(0, 8)
    beto.type(' todos')
    exchange(ana, beto)
    const authored = () =>
      [...ana.editor.view.dom.querySelectorAll('.authored')].map((each) => [
        each.getAttribute('data-country'),
        each.textContent,
      ])
    ana.editor.showAuthors((client) => (client === 1 ? 'CL' : client === 2 ? 'PE' : null))
    expect(authored()).toEqual([
      ['CL', 'Acuerdan'],
      ['PE', ' todos'],
      ['CL', ' la cooperación'],
      ['CL', 'Invitan a cooperar'],
    ])
    beto.caret(1, 0)
    beto.type('También ')
    exchange(ana, beto)
    vi.runAllTimers()
    expect(authored()).toContainEqual(['PE', 'También '])
    ana.editor.showAuthors(null)
    expect(authored()).toEqual([])
    vi.useRealTimers()
  })

  it('[W15.a] found words: case and accents do not matter, and the search follows the text', () => {
    const table = sitDown({ clauses: two() })
    table.editor.run(findText('COOPERACION'))
    expect(matchesIn(table.editor.state)).toHaveLength(1)
    table.editor.run(findText('cooper'))
    expect(matchesIn(table.editor.state)).toHaveLength(2)
    expect(table.editor.view.dom.querySelectorAll('.found')).toHaveLength(2)
    table.caret(0, 0)
    const selected = () => {
      const { from, to } = table.editor.state.selection
      return table.editor.state.doc.textBetween(from, to)
    }
    table.editor.run(goToMatch(1))
    expect([selected(), table.editor.state.selection.$from.index(0)]).toEqual(['cooper', 0])
    table.editor.run(goToMatch(1))
    expect(table.editor.state.selection.$from.index(0)).toBe(1)
    table.editor.run(goToMatch(1))
    expect(table.editor.state.selection.$from.index(0)).toBe(0)
    table.editor.run(goToMatch(-1))
    expect(table.editor.state.selection.$from.index(0)).toBe(1)
    Y.applyUpdate(table.doc, newWords(table.doc), 'received')
    expect(matchesIn(table.editor.state)).toHaveLength(3)
    table.editor.run(findText(''))
    expect(table.editor.view.dom.querySelectorAll('.found')).toHaveLength(0)
  })

  it('[V96.a] all that was found is replaced in one change, which one undo brings back', () => {
    const table = sitDown({ clauses: two() })
    const before = table.lines()
    table.editor.run(findText('cooper'))
    expect(table.editor.run(replaceMatches('trabaj', 'all'))).toBe(true)
    expect(table.lines()).toEqual(before.map((line) => line.replaceAll('cooper', 'trabaj')))
    table.editor.undo()
    expect(table.lines()).toEqual(before)
    table.caret(0, 0)
    table.editor.run(goToMatch(1))
    table.editor.run(replaceMatches('', 'selected'))
    expect(table.lines()).toEqual([before[0]?.replace('cooper', ''), before[1]])
    table.editor.run(findText('nada de esto'))
    expect(table.editor.run(replaceMatches('x', 'all'))).toBe(false)
  })
})

function newWords(doc: Y.Doc): Uint8Array {
  const other = new Y.Doc({ gc: false })
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getText('body').insert(1, 'Cooperan y ')
  return Y.encodeStateAsUpdate(other)
}
