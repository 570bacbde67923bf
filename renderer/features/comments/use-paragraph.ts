/** A paragraph by its id, in whatever stage: in force, in the drafting room, or in the text observers read. */
import { useMemo } from 'react'
import { decodeRound } from '#shared/acts/round-blob.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { wordingHash, wordingText } from '#shared/domain/wording.ts'
import { sha256Hex } from '#shared/words/sha256.ts'
import { useConference, useDocument, useSelected, useStore } from '#renderer/session/context.tsx'
import { firstWords } from '#renderer/session/outline.ts'
import type { Readable } from '#renderer/session/store.ts'
import { useTextRoom } from '#renderer/session/text-room.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'

/** Its words as anchors count them, and what they hash to. */
export interface Words {
  readonly text: string
  readonly hash: string
}

export function useWords(id: string | null): Words | null {
  const document = useDocument()
  const room = useTextRoom()?.room ?? null
  const paragraph = useSelected(document.paragraphs, (all) => all.find((one) => one.id === id))
  return useMemo(() => {
    if (id === null) return null
    if (paragraph !== undefined) {
      const { wording } = paragraph
      return wording === null ? null : { text: wordingText(wording.clauses), hash: wording.hash }
    }
    const found = room === null ? [] : groupParagraphs(room.clauses())
    const clauses = found.find((one) => one.id === id)?.clauses
    return clauses === undefined
      ? null
      : { text: wordingText(clauses), hash: wordingHash(clauses, sha256Hex) }
  }, [id, paragraph, room])
}

const NOTHING: Readable<undefined> = { get: () => undefined, subscribe: () => () => undefined }

interface Named {
  readonly id: string
  readonly name: string
  readonly words: string
}

/** Of the last text that was published; for those who read no other. */
export function usePublished(): readonly Named[] {
  const text = useText()
  const hash = useSelected(useDocument().facts, ({ published }) => published.at(-1)?.blob ?? null)
  const conference = useConference()
  const content = useStore(hash === null ? NOTHING : conference.blob(hash))
  return useMemo(() => {
    const round = content === undefined ? null : decodeRound(content)
    if (round === null) return []
    return groupParagraphs(round.clauses).flatMap(({ id, clauses: [first] }) =>
      first === undefined ? [] : [named(id, round.numbers[id] ?? '', first, text)],
    )
  }, [content, text])
}

const named = (id: string, number: string, first: Clause, text: ReturnType<typeof useText>): Named => ({
  id,
  name: number === '' ? text(KIND_WORDS[first.kind]) : text('window.paragraph.short', { number }),
  words: firstWords(first, 60),
})

/** `Párr. 3`, or what kind of passage it is. */
export function useParagraphName(): (id: string) => string {
  const text = useText()
  const paragraphs = useStore(useDocument().paragraphs)
  const outline = useTextRoom()?.outline ?? null
  const published = usePublished()
  return (id) => {
    const found =
      paragraphs.find((one) => one.id === id) ?? outline?.get().find((one) => one.id === id) ?? null
    if (found !== null)
      return found.number === ''
        ? text(KIND_WORDS[found.kind])
        : text('window.paragraph.short', { number: found.number })
    return published.find((one) => one.id === id)?.name ?? text('comments.about.gone')
  }
}
