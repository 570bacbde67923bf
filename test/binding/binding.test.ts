// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { setClause, splitClause } from '#renderer/editor/commands.ts'
import { bodyOf, encodeRoom, newRoomDoc } from '#shared/words/room.ts'
import { prepareDom } from '#test/kit/dom.ts'
import { alsoAt, clause, exchange, sitDown, type Table } from './editor.ts'

beforeAll(prepareDom)

const two = () => [clause('a', 'Acuerdan cooperar'), clause('b', 'Invitan a los Estados')]
const compose = (table: Table, type: 'compositionstart' | 'compositionend') => {
  table.editor.view.dom.dispatchEvent(new Event(type, { bubbles: true }))
}
const receive = (table: Table, from: Table) => {
  Y.applyUpdate(table.doc, encodeRoom(from.doc), 'received')
}

describe('an editor and its text', () => {
  it('[W3.d] opening writes nothing: not an empty room, not a full one, not one with copies', () => {
    for (const clauses of [[], two(), [...two(), ...two()]]) {
      const seeded = newRoomDoc(9)
      const first = sitDown({ clauses, doc: seeded })
      const written = first.writes()
      const table = alsoAt(first)
      table.editor.close()
      expect([first.writes() - written, table.writes()]).toEqual([0, 0])
    }
  })

  it('[W3.e] an editor that is not editable never writes, whatever is tried', () => {
    const table = alsoAt(sitDown({ clauses: two() }), { editable: false })
    table.caret(0, 3)
    table.type('x')
    table.editor.run(splitClause(() => 'n'))
    table.editor.run(setClause({ level: 2 }))
    expect([table.editor.undo(), table.writes(), table.lines()]).toEqual([
      false,
      0,
      ['Acuerdan cooperar', 'Invitan a los Estados'],
    ])
    table.editor.setEditable(true)
    table.type('x')
    expect(table.writes()).toBe(1)
  })

  it('[W4.c] a keystroke is one small change, one of others the smallest step: places beside it stay', () => {
    const ana = sitDown({ clauses: two() })
    const beto = alsoAt(ana)
    beto.caret(1, 3)
    const before = Y.encodeStateVector(ana.doc)
    ana.caret(0, 8)
    ana.type('n')
    const update = encodeRoom(ana.doc, before)
    expect(update.length).toBeLessThan(30)
    const unchanged = beto.editor.view.dom.children[1]
    Y.applyUpdate(beto.doc, update, 'received')
    expect(beto.editor.state.selection.$from.parentOffset).toBe(3)
    expect(beto.editor.view.dom.children[1]).toBe(unchanged)
  })

  it('[W4.d] undo and redo take back and bring back only what this editor did, and its caret', () => {
    const ana = sitDown({ clauses: two() })
    const beto = alsoAt(ana)
    ana.caret(0, 8)
    ana.type(' todos')
    exchange(ana, beto)
    beto.caret(0, -1)
    beto.type(' siempre')
    exchange(ana, beto)
    expect(ana.editor.undo()).toBe(true)
    expect(ana.lines()[0]).toBe('Acuerdan cooperar siempre')
    expect(ana.editor.state.selection.from).toBe(9)
    expect(ana.editor.undo()).toBe(false)
    ana.editor.redo()
    expect(ana.lines()[0]).toBe('Acuerdan todos cooperar siempre')
  })

  it('[W12.a] changes of others wait while an input method composes, and meet the words afterwards', () => {
    const ana = sitDown({ clauses: two() })
    const beto = alsoAt(ana)
    ana.caret(0, 8)
    compose(ana, 'compositionstart')
    ana.type(' t')
    beto.caret(0, 0)
    beto.type('Los Estados: ')
    receive(ana, beto)
    expect(ana.lines()[0]).toBe('Acuerdan t cooperar')
    ana.type('odos')
    compose(ana, 'compositionend')
    ana.editor.binding.settle()
    expect(ana.lines()[0]).toBe('Los Estados: Acuerdan todos cooperar')
    expect(ana.editor.state.selection.$from.parentOffset).toBe('Los Estados: Acuerdan todos'.length)
    expect(bodyOf(ana.doc).toJSON()).toContain('Los Estados: Acuerdan todos cooperar')
  })

  it('[W12.b] words composed in a clause that was deleted meanwhile are not lost', () => {
    const ana = sitDown({ clauses: [...two(), clause('c', 'Agradecen')] })
    const beto = alsoAt(ana)
    ana.caret(1, 4)
    compose(ana, 'compositionstart')
    ana.type('ñand')
    beto.doc.transact(() => {
      beto.text.delete(18, 22)
    })
    receive(ana, beto)
    ana.type('ú')
    compose(ana, 'compositionend')
    ana.editor.binding.settle()
    expect(ana.lines().join(' ')).toContain('ñand')
    expect(ana.lines().join(' ')).toContain('ú')
    exchange(ana, beto)
    expect(beto.lines()).toEqual(ana.lines())
  })

  it('[W12.c] closing in the middle of a composition keeps the words', () => {
    const ana = sitDown({ clauses: two() })
    const beto = alsoAt(ana)
    ana.caret(0, 8)
    compose(ana, 'compositionstart')
    beto.caret(1, 0)
    beto.type('También ')
    receive(ana, beto)
    ana.type(' hoy')
    ana.editor.close()
    ana.editor.close()
    expect(ana.text.toJSON()).toBe('Acuerdan hoy cooperarTambién Invitan a los Estados')
  })

  it('[W2.b] two who open an empty room and type make one unmarked clause, and the next one gets an id', () => {
    const ana = sitDown({})
    const beto = alsoAt(ana)
    ana.type('uno ')
    beto.type('dos ')
    exchange(ana, beto)
    expect(ana.ids()).toEqual(['first'])
    ana.caret(0, 4)
    ana.editor.run(splitClause(() => 'n'))
    expect(ana.ids()).toEqual(['first', 'n'])
  })

  it('[W4.e] words typed into a paragraph that another deletes meanwhile survive', () => {
    const ana = sitDown({ clauses: two() })
    const beto = alsoAt(ana)
    ana.caret(1, 7)
    ana.type(' también')
    beto.caret(1, 0, -1)
    beto.editor.view.dispatch(beto.editor.state.tr.deleteSelection())
    exchange(ana, beto)
    expect(ana.lines()).toEqual(['Acuerdan cooperar', ' también'])
    expect(beto.lines()).toEqual(ana.lines())
  })

  it('[W4.f] replacing a word by hand never leaves a mixture of two replacements', () => {
    const ana = sitDown({ clauses: [clause('a', 'los Estados deben cooperar')] })
    const beto = alsoAt(ana)
    ana.caret(0, 12, 17)
    ana.type('deberán')
    beto.caret(0, 12, 17)
    beto.type('deberían')
    exchange(ana, beto)
    expect(ana.lines()[0]).toMatch(/^los Estados (deberándeberían|deberíandeberán) cooperar$/)
  })

  it('[W13.a] what is not known is shown as a placeholder and carried through edits around it', () => {
    const doc = newRoomDoc(9)
    bodyOf(doc).applyDelta([
      { insert: { clause: 'a' }, attributes: { kind: 'tableRow', rows: 'r1' } },
      { insert: 'tabla ', attributes: { sparkle: 7 } },
      { insert: { chart: [1, 2] } },
      { insert: ' fin' },
    ])
    const table = sitDown({ doc })
    expect(table.editor.view.dom.querySelector('.unknown-embed')).not.toBeNull()
    table.caret(0, -1)
    table.type('al')
    table.editor.run(setClause({ level: 1 }))
    expect(table.text.toDelta()).toEqual([
      { insert: { clause: 'a' }, attributes: { kind: 'tableRow', rows: 'r1', level: 1 } },
      { insert: 'tabla ', attributes: { sparkle: 7 } },
      { insert: { chart: [1, 2] } },
      { insert: ' final' },
    ])
  })
})
