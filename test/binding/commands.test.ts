// @vitest-environment jsdom
import { joinBackward } from '@tiptap/pm/commands'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { moveClause, setClause, setLink, splitClause, toggleFlag } from '#renderer/editor/commands.ts'
import { encodeRoom } from '#shared/words/room.ts'
import { prepareDom } from '#test/kit/dom.ts'
import { alsoAt, clause, exchange, sitDown } from './editor.ts'

beforeAll(prepareDom)

const three = () => [
  clause('a', 'Acuerdan cooperar', { kind: 'operative' }),
  clause('b', 'Invitan a los Estados', { kind: 'operative', level: 1 }),
  clause('c', 'Agradecen'),
]
const newId = () => 'new'

describe('clauses in the editor', () => {
  it('[W5.a] split by inserting one marker: the second half is a new clause of the same kind', () => {
    const table = sitDown({ clauses: three() })
    const before = Y.encodeStateVector(table.doc)
    table.caret(0, 8)
    table.editor.run(splitClause(newId))
    expect(table.lines()).toEqual(['Acuerdan', ' cooperar', 'Invitan a los Estados', 'Agradecen'])
    expect(table.clauses()[1]).toMatchObject({ id: 'new', kind: 'operative', level: 0 })
    // no word is copied or deleted: only the marker and its format are new
    expect(encodeRoom(table.doc, before).length).toBeLessThan(120)
  })

  it('[W5.b] split at the start leave the id with the words', () => {
    const table = sitDown({ clauses: three() })
    table.caret(1, 0)
    table.editor.run(splitClause(newId))
    expect(table.ids()).toEqual(['a', 'new', 'b', 'c'])
    expect(table.lines()[2]).toBe('Invitan a los Estados')
  })

  it('[W5.c] go on as text after a title or heading', () => {
    const table = sitDown({ clauses: [clause('t', 'Declaración', { kind: 'title' })] })
    table.caret(0, -1)
    table.editor.run(splitClause(newId))
    expect(table.clauses()[1]).toMatchObject({ kind: 'text', level: 0 })
  })

  it('[W5.d] join by deleting one marker; what others write in either half meanwhile stays', () => {
    const ana = sitDown({ clauses: three() })
    const beto = alsoAt(ana)
    ana.caret(1, 0)
    ana.editor.run(joinBackward)
    beto.caret(0, -1)
    beto.type(' más')
    beto.caret(1, -1)
    beto.type(' todos')
    exchange(ana, beto)
    expect(ana.lines()).toEqual(['Acuerdan cooperar másInvitan a los Estados todos', 'Agradecen'])
    expect(beto.lines()).toEqual(ana.lines())
    expect(ana.ids()).toEqual(['a', 'c'])
  })

  it('[W5.e] change kind, level and suppression as attributes of the marker, the words untouched', () => {
    const table = sitDown({ clauses: three() })
    table.caret(2, 1)
    table.editor.run(setClause({ kind: 'preambular', level: 2, suppressed: true }))
    expect(table.clauses()[2]).toMatchObject({ id: 'c', kind: 'preambular', level: 2, suppressed: true })
    table.editor.run(setClause({ kind: 'text', level: 0, suppressed: false }))
    expect(table.text.toDelta()).toContainEqual({ insert: { clause: 'c' } })
    expect(table.editor.run(setClause({ level: 0 }))).toBe(false)
  })

  it('[W6.a] move with their id, and only where the neighbour is', () => {
    const table = sitDown({ clauses: three() })
    table.caret(2, 3)
    expect(table.editor.run(moveClause(1))).toBe(false)
    table.editor.run(moveClause(-1))
    expect(table.ids()).toEqual(['a', 'c', 'b'])
    table.type('~')
    expect(table.lines()).toEqual(['Acuerdan cooperar', 'Agr~adecen', 'Invitan a los Estados'])
  })

  it('[W6.b] moved by two at once are shown twice, the second as id~2, and nothing is lost', () => {
    const ana = sitDown({ clauses: three() })
    const beto = alsoAt(ana)
    for (const table of [ana, beto]) {
      table.caret(2, 1)
      table.editor.run(moveClause(-1))
    }
    exchange(ana, beto)
    expect(ana.ids().toSorted()).toEqual(['a', 'b', 'c', 'c~2'])
    expect(beto.lines()).toEqual(ana.lines())
  })

  it('[W6.c] move by keyboard only for those who may', () => {
    const key = new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, ctrlKey: true, bubbles: true })
    for (const mayMove of [false, true]) {
      const table = sitDown({ clauses: three(), mayMove })
      table.caret(1, 1)
      table.editor.view.dom.dispatchEvent(key)
      expect(table.ids()).toEqual(mayMove ? ['b', 'a', 'c'] : ['a', 'b', 'c'])
    }
  })

  it('[W7.c] take marks, and links only to https and mailto', () => {
    const table = sitDown({ clauses: three() })
    table.caret(0, 0, 8)
    table.editor.run(toggleFlag('bold'))
    expect(table.editor.run(setLink('javascript:alert(1)'))).toBe(false)
    table.editor.run(setLink('https://oim.int'))
    expect(table.clauses()[0]?.runs[0]).toEqual({
      insert: 'Acuerdan',
      attributes: { bold: true, link: 'https://oim.int' },
    })
    table.editor.run(setLink(null))
    expect(table.clauses()[0]?.runs[0]?.attributes).toEqual({ bold: true })
  })
})
