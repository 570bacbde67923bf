// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import type { Clause } from '#shared/domain/clause.ts'
import { declaration } from '#main/sample/declaration.ts'
import { DraftRow } from '#renderer/features/navigator/DraftRow.tsx'
import { createDraftOutline, rowsOf, type DraftRow as Row } from '#renderer/session/draft-outline.ts'
import { clausesOf, play } from './harness/scenes.ts'
import { mount } from './mount.tsx'

const clauses = clausesOf(declaration)

/** A room whose words are set by hand, and the timers it is read by. */
function typedRoom(first: readonly Clause[]) {
  let current = first
  let reads = 0
  const listeners = new Set<() => void>()
  const timers = new Set<() => void>()
  const outline = createDraftOutline(
    {
      clauses: () => (reads++, current),
      onWords(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    'gerund',
    (_ms, what) => {
      const timer = () => {
        timers.delete(timer)
        what()
      }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  )
  return {
    outline,
    listeners,
    timers,
    reads: () => reads,
    type(next: readonly Clause[]) {
      current = next
      for (const listener of [...listeners]) listener()
    },
    pause() {
      for (const timer of [...timers]) if (timers.has(timer)) timer()
    },
  }
}
const withWords = (id: string, words: string) =>
  clauses.map((clause) => (clause.id === id ? { ...clause, runs: [{ insert: words }] } : clause))

test('[V15.a] many keys are read once, and only the row whose words changed is a new object', () => {
  const room = typedRoom(clauses)
  let told = 0
  const stop = room.outline.subscribe(() => told++)
  room.pause()
  const [before, reads] = [room.outline.get(), room.reads()]
  for (const words of ['R', 'Re', 'Recordando']) room.type(withWords('c3', words))
  expect(room.reads()).toBe(reads)
  room.pause()
  expect([room.reads() - reads, told]).toEqual([1, 1])
  const after = room.outline.get()
  expect(after.flatMap((row, i) => (row === before[i] ? [] : [row.id]))).toEqual(['c3'])
  // beyond the first words nothing shows
  room.type(withWords('c3', 'Recordando').map((one) => ({ ...one })))
  room.pause()
  expect([room.outline.get() === after, told]).toEqual([true, 1])
  stop()
  expect([room.listeners.size, room.timers.size]).toEqual([0, 0])
})

/** How often each row is rendered when the list is shown once more. */
async function rendersOf(next: (rows: readonly Row[]) => readonly Row[]): Promise<number> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  Element.prototype.scrollIntoView = () => undefined
  let reads = 0
  const watched = (row: Row): Row => ({ ...row, get words() { return (reads++, row.words) } }) // prettier-ignore
  const rows = rowsOf(clauses, 'gerund').map(watched)
  const root = createRoot(document.createElement('ul'))
  const onGo = () => undefined
  const show = (list: readonly Row[]) =>
    act(async () => {
      root.render(
        list.map(
          (row) =>
          <DraftRow key={row.id} row={row} language="es" isCurrent={false} isStop={false} emptyLabel="" suppressedLabel="" onGo={onGo} />, // prettier-ignore
        ),
      )
      await Promise.resolve()
    })
  await show(rows)
  const each = reads / rows.length
  const changed = next(rows).map((row) => (rows.includes(row) ? row : watched(row)))
  reads = 0
  await show(changed)
  await act(async () => {
    root.unmount()
    await Promise.resolve()
  })
  return reads / each
}

test('[V15.a] one changed row renders alone', async () => {
  expect(await rendersOf((rows) => rows.map((row, i) => (i === 4 ? { ...row, number: '9' } : row)))).toBe(1)
})

test('control: rows that are all new objects all render', async () => {
  const count = rowsOf(clauses, 'gerund').length
  expect(await rendersOf((rows) => rows.map((row) => ({ ...row })))).toBe(count)
})

test('headings stand at their level and what follows them one deeper', () => {
  const clause = (id: string, kind: Clause['kind'], level: Clause['level'] = 0): Clause => ({
    id,
    kind,
    level,
    suppressed: false,
    runs: [{ insert: id }],
  })
  const rows = rowsOf(
    [clause('t', 'title'), clause('h', 'heading'), clause('p', 'operative'), clause('s', 'operative', 1), clause('i', 'heading', 1), clause('q', 'operative')], // prettier-ignore
    'gerund',
  )
  expect(rows.map(({ id, depth, number }) => [id, depth, number])).toEqual([
    ['t', 0, ''],
    ['h', 0, ''],
    ['p', 1, '1'],
    ['i', 1, ''],
    ['q', 2, '2'],
  ])
})

test('[V15] while drafting the navigator shows the outline; arrows move, a row takes the caret along', async () => {
  const window_ = await mount(play('drafting'), ['CL'])
  const nav = document.querySelector('#region-nav')
  expect(nav?.querySelector('.meter, .status-square')).toBeNull()
  const rows = [...(nav?.querySelectorAll<HTMLElement>('.nav-draft, .nav-heading') ?? [])]
  expect(rows).toHaveLength(rowsOf(clauses, 'gerund').length)
  const at = rows.findIndex((row) => /^PP2/.test(row.textContent))
  expect(rows.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  rows[at - 1]?.focus()
  await window_.key(rows[at - 1] ?? window_.page, 'ArrowDown')
  expect(document.activeElement).toBe(rows[at])
  const seen: Element[] = []
  Element.prototype.scrollIntoView = function (this: Element) {
    seen.push(this)
  }
  await window_.press(rows[at] ?? window_.page)
  const wanted = rowsOf(clauses, 'gerund').find(({ number }) => number === 'PP2')
  expect(window_.session.view.get()).toMatchObject({ paragraph: wanted?.id, caret: null })
  expect(rows[at]?.getAttribute('aria-current')).toBe('true')
  const paragraph = [...document.querySelectorAll('.draft-text > *')].find((one) => seen.includes(one))
  expect(paragraph?.textContent.slice(0, 20)).toBe(wanted?.words.slice(0, 20))
  const { anchorNode } = document.getSelection() ?? { anchorNode: null }
  expect(paragraph?.contains(anchorNode)).toBe(true)
  await window_.close()
})
