/**
 * Two versions of a text side by side: paragraphs are matched by their id, whatever their number or place.
 * What stays in its order is the longest run that both versions share; only what left that run has moved.
 * Words are not compared here: that is done for what is in view.
 */
import type { ParagraphState } from '#shared/acts/state.ts'
import type { RoundText } from '#shared/acts/round-blob.ts'
import type { Clause, ClauseKind } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { canonicalWording, wordingText } from '#shared/domain/wording.ts'
import { shownWording } from './outline.ts'

export interface VersionParagraph {
  readonly id: string
  readonly number: string
  readonly clauses: readonly Clause[]
}
export type Version = readonly VersionParagraph[]

/** `reclassified`: the same words as another kind or level of paragraph. */
export type Change = 'same' | 'changed' | 'reclassified' | 'added' | 'removed'

export interface ComparedParagraph {
  readonly id: string
  readonly kind: ClauseKind
  readonly change: Change
  readonly moved: boolean
  /** Number before and now; null where it had, or has, no place in the text. */
  readonly from: string | null
  readonly to: string | null
  readonly before: readonly Clause[]
  readonly after: readonly Clause[]
}

export interface ChangeCounts {
  readonly changed: number
  readonly added: number
  readonly removed: number
  readonly moved: number
  readonly renumbered: number
}

export const versionOfRound = ({ clauses, numbers }: RoundText): Version =>
  groupParagraphs(clauses).map((paragraph) => ({ ...paragraph, number: numbers[paragraph.id] ?? '' }))

/** Where two wordings contradict each other, the first of them stands here. */
export const versionOfText = (paragraphs: readonly ParagraphState[]): Version =>
  paragraphs.map((paragraph) => ({
    id: paragraph.id,
    number: paragraph.number,
    clauses: shownWording(paragraph)?.clauses ?? [],
  }))

/** In the order of `after`; what is gone stands where it was, behind what it followed. */
export function compareVersions(before: Version, after: Version): readonly ComparedParagraph[] {
  const old = new Map(before.map((paragraph) => [paragraph.id, paragraph]))
  const staying = new Set(after.map(({ id }) => id))
  const moved = movedIds(before, after)
  const gone = new Map<string | null, VersionParagraph[]>()
  let anchor: string | null = null
  for (const paragraph of before) {
    if (staying.has(paragraph.id)) anchor = paragraph.id
    else gone.set(anchor, [...(gone.get(anchor) ?? []), paragraph])
  }
  const goneAfter = (id: string | null) =>
    (gone.get(id) ?? []).flatMap((paragraph) => compared(paragraph, undefined, false))
  return [
    ...goneAfter(null),
    ...after.flatMap((paragraph) => [
      ...compared(old.get(paragraph.id), paragraph, moved.has(paragraph.id)),
      ...goneAfter(paragraph.id),
    ]),
  ]
}

/** What is suppressed in a version is not in its text; what is in neither is left out. */
function compared(
  before: VersionParagraph | undefined,
  after: VersionParagraph | undefined,
  hasMoved: boolean,
): ComparedParagraph[] {
  const [was, is] = [inText(before), inText(after)]
  const shown = is ?? was
  const first = shown?.clauses[0]
  if (shown === null || first === undefined) return []
  return [
    {
      id: shown.id,
      kind: first.kind,
      change: changeOf(was, is),
      moved: hasMoved && was !== null && is !== null,
      from: was?.number ?? null,
      to: is?.number ?? null,
      before: was?.clauses ?? [],
      after: is?.clauses ?? [],
    },
  ]
}

const inText = (paragraph: VersionParagraph | undefined): VersionParagraph | null =>
  paragraph?.clauses[0]?.suppressed === false ? paragraph : null

function changeOf(was: VersionParagraph | null, is: VersionParagraph | null): Change {
  if (was === null) return 'added'
  if (is === null) return 'removed'
  if (was.clauses === is.clauses || canonicalWording(was.clauses) === canonicalWording(is.clauses))
    return 'same'
  return wordingText(was.clauses) === wordingText(is.clauses) ? 'reclassified' : 'changed'
}

/** The paragraphs outside the longest run that keeps its order (patience sorting). */
function movedIds(before: Version, after: Version): ReadonlySet<string> {
  const place = new Map(before.map(({ id }, at) => [id, at]))
  const common = after.flatMap(({ id }) => {
    const at = place.get(id)
    return at === undefined ? [] : [{ id, at }]
  })
  /** Of each pile the last card, and of each card the one below it to its left. */
  const tops: number[] = []
  const below: (number | null)[] = []
  common.forEach(({ at }, card) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const top = tops[middle]
      if (top !== undefined && (common[top]?.at ?? 0) < at) low = middle + 1
      else high = middle
    }
    below.push(tops[low - 1] ?? null)
    tops[low] = card
  })
  const moved = new Set(common.map(({ id }) => id))
  for (let card = tops.at(-1) ?? null; card !== null; card = below[card] ?? null) {
    moved.delete(common[card]?.id ?? '')
  }
  return moved
}

export const isChanged = ({ change, moved }: ComparedParagraph): boolean => change !== 'same' || moved

export const isRenumbered = ({ from, to }: ComparedParagraph): boolean =>
  from !== null && to !== null && from !== to

export function countChanges(compared: readonly ComparedParagraph[]): ChangeCounts {
  const count = (holds: (paragraph: ComparedParagraph) => boolean) => compared.filter(holds).length
  return {
    changed: count(({ change }) => change === 'changed' || change === 'reclassified'),
    added: count(({ change }) => change === 'added'),
    removed: count(({ change }) => change === 'removed'),
    moved: count(({ moved }) => moved),
    renumbered: count(isRenumbered),
  }
}

/** The next change in that direction, round the end of the text; null when there is none. */
export function nextChange(
  compared: readonly ComparedParagraph[],
  from: string | null,
  direction: 1 | -1,
): string | null {
  const changes = compared.flatMap((paragraph, at) =>
    isChanged(paragraph) ? [{ id: paragraph.id, at }] : [],
  )
  const here = compared.findIndex(({ id }) => id === from)
  const next =
    direction === 1
      ? (changes.find(({ at }) => at > here) ?? changes[0])
      : (changes.findLast(({ at }) => here >= 0 && at < here) ?? changes.at(-1))
  return next?.id ?? null
}
