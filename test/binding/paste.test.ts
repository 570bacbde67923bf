// @vitest-environment jsdom
import { Fragment, Slice } from '@tiptap/pm/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { sanitise } from '#renderer/editor/paste.ts'
import { guardUpdate } from '#shared/words/guard.ts'
import { RoomClock } from '#shared/words/room-clock.ts'
import { encodeRoom } from '#shared/words/room.ts'
import { prepareDom } from '#test/kit/dom.ts'
import { clause, sitDown, type Table } from './editor.ts'

beforeAll(prepareDom)

const table = (): Table => {
  const made = sitDown({ clauses: [clause('a', 'Acuerdan cooperar')] })
  made.caret(0, -1)
  return made
}
const isAcceptable = (made: Table): boolean =>
  guardUpdate(encodeRoom(made.doc), 'k', true, new RoomClock()).ok

function pasteData(made: Table, data: Readonly<Record<string, string>>): Event {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: (type: string) => data[type] ?? '', files: [] } })
  made.editor.view.dom.dispatchEvent(event)
  return event
}

describe('pasting', () => {
  it('[W7.a] keeps text, known marks and safe links; scripts, images, styles and unsafe links are not there', () => {
    const made = table()
    made.editor.view.pasteHTML(
      `<h2>Título</h2><p onclick="x()">uno <b>dos</b> <span style="color:red">tres</span>
       <a href="javascript:alert(1)">malo</a> <a href="https://oim.int">bueno</a><img src="https://x/i.png"></p>
       <script>alert(1)</script><table><tr><td>celda</td></tr></table>`,
    )
    expect(made.lines()).toEqual(['Acuerdan cooperarTítulo', 'uno dos tres malo bueno', 'celda'])
    const html = made.editor.view.dom.innerHTML
    expect(html).not.toMatch(/script|onclick|img|style=|javascript/)
    expect(made.clauses()[1]?.runs).toContainEqual({
      insert: 'bueno',
      attributes: { link: 'https://oim.int' },
    })
    expect(isAcceptable(made)).toBe(true)
  })

  it('[W7.h] from office programs keeps bold, italic and underline however they are written, and no list numbers', () => {
    const made = table()
    made.editor.view.pasteHTML(
      `<style>p { color: red }</style><b style="font-weight:normal" id="docs-internal-guid-1"><p>uno
       <span style='font-size:11pt;font-weight:700;font-style:italic'>dos</span></p></b>
       <p class=MsoListParagraph style="mso-list:l0"><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>tres
       <span style="text-decoration:underline">cuatro</span></p>`,
    )
    expect(made.lines()).toEqual(['Acuerdan cooperaruno dos', 'tres cuatro'])
    const [first, second] = made.clauses()
    expect(first?.runs.at(-1)).toEqual({ insert: 'dos', attributes: { bold: true, italic: true } })
    expect(first?.runs[0]?.attributes).toBeUndefined()
    expect(second?.runs.at(-1)).toEqual({ insert: 'cuatro', attributes: { underline: true } })
  })

  it('[W7.b] makes new clauses: ids are not pasted, kinds and levels are', () => {
    const made = table()
    made.editor.view.pasteHTML(
      '<p data-id="a" data-kind="operative" data-level="2">x</p><p data-id="a" data-kind="decree" data-level="9">y</p>',
    )
    expect(made.ids()).toEqual(['a', 'n1'])
    made.caret(1, -1)
    made.editor.view.pasteHTML(
      '<p>uno</p><p data-id="a" data-kind="operative" data-level="2">dos</p><p>tres</p>',
    )
    expect(made.clauses()[2]).toMatchObject({ id: 'n2', kind: 'operative', level: 2 })
  })

  it('[W7.d] drops refused characters and says so; tabs and line feeds become blanks', () => {
    const made = table()
    made.editor.view.pasteText('uno\u200Bdos\tt\u202Eres')
    expect(made.lines()).toEqual(['Acuerdan cooperarunodos tres'])
    expect(made.refused).toEqual([{ kind: 'characters', characters: ['U+200B', 'U+202E'] }])
    expect(isAcceptable(made)).toBe(true)
  })

  it('[W7.e] keeps refused characters out also when they are typed or put in by a program', () => {
    const made = table()
    made.type('a\u202Eb\uE000')
    expect(made.lines()).toEqual(['Acuerdan cooperarab'])
    expect(made.refused).toEqual([{ kind: 'characters', characters: ['U+202E', 'U+E000'] }])
    // not even for a moment: the update itself passes the guard
    expect(isAcceptable(made)).toBe(true)
    expect(made.text.toJSON()).toBe('Acuerdan cooperarab')
  })

  it('[W7.f] refuses more than 2 MB or 5,000 blocks as a whole', () => {
    const made = table()
    expect(pasteData(made, { 'text/plain': 'a'.repeat(2_000_001) }).defaultPrevented).toBe(true)
    const { schema } = made.editor.state
    const blocks = Array.from({ length: 5_001 }, () => schema.node('clause', null, schema.text('x')))
    const tooMany = sanitise(new Slice(Fragment.fromArray(blocks), 0, 0))
    expect(tooMany).toEqual({ slice: Slice.empty, refusals: [{ kind: 'tooManyBlocks', blocks: 5_001 }] })
    expect([made.refused, made.lines(), made.writes()]).toEqual([
      [{ kind: 'tooLarge' }],
      ['Acuerdan cooperar'],
      0,
    ])
  })

  it('[W7.g] of plain text makes a clause of each line', () => {
    const made = table()
    made.editor.view.pasteText('\nuno\n\ndos')
    expect(made.lines().slice(-2)).toEqual(['uno', 'dos'])
  })
})
