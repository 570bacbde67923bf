/**
 * Acts on the text, judged where they stand: the place they change, the round they did not know. What they
 * bring into the text decides on the proposals they name.
 */
import type { Clause } from '#shared/domain/clause.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Node } from '#shared/acts/set.ts'
import type { NoEffect } from '#shared/acts/state.ts'
import type { Course } from './course.ts'
import { suppressed } from './hashes.ts'
import type { Negotiation } from './negotiation.ts'
import type { Text } from './text.ts'
import type { TextPayload } from './version.ts'

/** What the fold lends. */
export interface Ground {
  readonly text: Text
  readonly negotiation: Negotiation
  readonly course: Course
  barred(node: Node, payload: TextPayload, paragraph: string | null): NoEffect | null
  judge(node: Node, paragraph: string | null, noEffect: NoEffect | null): void
  /** The text of the paragraph is another from the act on. */
  changed(paragraph: string, node: Node): void
}

export class TextActs {
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  take(node: Node, payload: TextPayload): void {
    switch (payload.kind) {
      case 'incorporate':
        this.#incorporate(node, payload)
        return
      case 'suppress':
        this.#suppress(node, payload)
        return
      case 'move':
        this.#move(node, payload)
        return
      case 'split':
        this.#split(node, payload)
    }
  }

  #incorporate(node: Node, payload: Payloads['incorporate']): void {
    const { text, negotiation } = this.#ground
    const given = payload.paragraphs.filter(({ paragraph, ...change }) =>
      this.#change(node, payload, paragraph, change.after, change.clauses, () =>
        text.change(node, { paragraph, ...change }),
      ),
    )
    const words = given.map(({ paragraph, clauses }) => [paragraph, clauses] as const)
    negotiation.bring(node, payload, new Map(words))
  }

  #suppress(node: Node, payload: Payloads['suppress']): void {
    const { text, negotiation } = this.#ground
    const { paragraph, base, before } = payload
    const hasEffect = this.#change(node, payload, paragraph, null, null, () =>
      text.suppress(node, paragraph, base, before),
    )
    const words = suppressed(text.at(node, paragraph)?.clausesAt(node) ?? [])
    negotiation.bring(node, payload, new Map(hasEffect ? [[paragraph, words]] : []))
  }

  /** Whoever leads a section only moves within it: both places are judged. */
  #move(node: Node, payload: Payloads['move']): void {
    const { text, negotiation, barred, judge } = this.#ground
    const { paragraph, after } = payload
    const refused = barred(node, payload, after)
    const hasEffect =
      refused === null &&
      this.#change(node, payload, paragraph, after, [], () => text.places.move(node, payload))
    if (refused !== null) judge(node, paragraph, refused)
    const clauses = text.at(node, paragraph)?.clausesAt(node) ?? []
    negotiation.bring(node, payload, new Map(hasEffect ? [[paragraph, clauses]] : []))
  }

  #split(node: Node, payload: Payloads['split']): void {
    const { text, negotiation } = this.#ground
    const { paragraph, parts } = payload
    const clauses = parts[0]?.clauses ?? []
    const hasEffect = this.#change(node, payload, paragraph, null, clauses, () =>
      text.places.split(node, payload),
    )
    const words = parts.map((part) => [part.clauses[0]?.id ?? '', part.clauses] as const)
    negotiation.bring(node, payload, new Map(hasEffect ? words : []))
  }

  /** Whether it had effect. */
  #change(
    node: Node,
    payload: TextPayload,
    paragraph: string,
    after: string | null,
    clauses: readonly Clause[] | null,
    change: () => NoEffect | null,
  ): boolean {
    const { text, course, barred, judge, changed } = this.#ground
    const place = text.at(node, paragraph) ? paragraph : after
    const refused = barred(node, payload, place)
    if (refused !== null) {
      judge(node, paragraph, refused)
    } else if (course.isPastRound(node)) {
      text.passOver(node, paragraph, clauses)
      judge(node, paragraph, 'notInRound')
    } else {
      const noEffect = change()
      if (noEffect === null) changed(paragraph, node)
      judge(node, paragraph, noEffect)
      return noEffect === null
    }
    return false
  }
}
