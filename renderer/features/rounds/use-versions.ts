/** The rounds of the document in view, which two versions are looked at, and their words. */
import { useMemo } from 'react'
import { decodeRound } from '#shared/acts/round-blob.ts'
import type { RoundState } from '#shared/acts/state.ts'
import {
  useConference,
  useDocument,
  usePlace,
  useSelected,
  useSession,
  useStore,
} from '#renderer/session/context.tsx'
import { versionOfRound, versionOfText, type Version } from '#renderer/session/compare.ts'
import type { VersionKey } from '#renderer/session/view.ts'
import { createStore } from '#renderer/session/store.ts'

export interface Chosen {
  /** null: `to` is read by itself. */
  readonly from: VersionKey | null
  readonly to: VersionKey
  choose(from: VersionKey | null, to: VersionKey): void
}

export const useRounds = (): readonly RoundState[] => useSelected(useDocument().facts, ({ rounds }) => rounds)

/** What the view begins with: what changed since the last round. */
export function useChosen(): Chosen {
  const { view } = useSession()
  const { id } = useDocument()
  const rounds = useRounds()
  const compare = usePlace((place) => place.compare)
  const isHere = (key: VersionKey | null) =>
    key === null || key === 'now' || rounds.some(({ n }) => n === key)
  const mine = compare?.doc === id && isHere(compare.from) && isHere(compare.to) ? compare : null
  return {
    from: mine === null ? (rounds.at(-1)?.n ?? null) : mine.from,
    to: mine?.to ?? 'now',
    choose(from, to) {
      view.go({ compare: { doc: id, from, to }, paragraph: null })
    },
  }
}

export type Opened = Version | 'opening' | 'damaged'

const NOTHING = createStore<Uint8Array | undefined>(undefined)

/** Each round stays what it was: its words come from its blob, never from the acts of today. */
export function useVersion(key: VersionKey | null): Opened {
  const { paragraphs } = useDocument()
  const conference = useConference()
  const hash = useRounds().find(({ n }) => n === key)?.blob ?? null
  const blob = useMemo(() => (hash === null ? NOTHING : conference.blob(hash)), [conference, hash])
  const content = useStore(blob)
  const text = useStore(paragraphs)
  return useMemo((): Opened => {
    if (key === null) return []
    if (key === 'now') return versionOfText(text)
    if (content === undefined) return 'opening'
    const round = decodeRound(content)
    return round === null ? 'damaged' : versionOfRound(round)
  }, [key, text, content])
}

/** `Rev.1`, or the text of now, as a choice names it. */
export const keyName = (key: VersionKey | null): string => (key === null ? 'none' : String(key))
