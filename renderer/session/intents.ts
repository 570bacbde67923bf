/**
 * What a member can ask for, as verbs. Each answers once the act is on this machine's disk; a failure
 * is told to the member in words and answered as a value.
 */
import type { CountryCode } from '#shared/domain/country.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import { isMessageId, type MessageId } from '#shared/i18n/catalogue.ts'
import type { MessageValues, Translator } from '#shared/i18n/format.ts'
import type { CallName, Failure, Input, Reply } from '#shared/ipc/contract.ts'
import type { MainLine } from '#renderer/bridge/main-line.ts'
import type { NoticeBoard } from './notices.ts'
import { createChairIntents, type ChairIntents } from './chair-intents.ts'
import { createCommentIntents, type CommentIntents } from './comment-intents.ts'
import { createProposalIntents, type ProposalIntents } from './proposal-intents.ts'
import { givenClauses } from './given.ts'
import type { Target } from './target.ts'

export type { Target } from './target.ts'

/** A position as a country states it on one wording. */
export interface Statement {
  readonly paragraph: string
  readonly hash: string
  readonly value: PositionValue
  readonly reason: string | null
}

export interface NewWording {
  /** null for a new paragraph, placed after `after`. */
  readonly paragraph: string | null
  readonly after: string | null
  readonly base: readonly string[]
  readonly clauses: readonly Clause[]
  readonly reason: string
}

export interface Intents extends ProposalIntents, CommentIntents, ChairIntents {
  ask<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>>
  takePosition(target: Target, statement: Statement): Promise<boolean>
  preparePosition(target: Target, statement: Statement): Promise<boolean>
  markAgreed(target: Target, paragraph: string, hash: string): Promise<boolean>
  reopen(target: Target, paragraph: string, reason: string): Promise<boolean>
  incorporate(target: Target, wording: NewWording): Promise<boolean>
  suppress(target: Target, paragraph: string, base: readonly string[], reason: string): Promise<boolean>
  openScreen(target: Target, paragraph: string): Promise<string | null>
  setStage(target: Target, to: 'preparation' | 'jointDrafting', reason: string): Promise<boolean>
  openNegotiation(target: Target): Promise<boolean>
  /** `join`: split paragraphs to make whole although not all their parts are agreed. */
  closeRound(target: Target, publish: boolean, join: readonly string[]): Promise<boolean>
  setParties(target: Target, parties: readonly CountryCode[], basis: 'all' | 'present'): Promise<boolean>
}

export function failureWords(failure: Failure, text: Translator): string {
  return isMessageId(failure.message) ? text(failure.message, failure.values) : text('window.failure.unknown')
}

export function createIntents(line: MainLine, notices: NoticeBoard, text: () => Translator): Intents {
  async function ask<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>> {
    const reply = await line.call(name, input)
    if (!reply.ok) notices.tell('problem', failureWords(reply.error, text()))
    return reply
  }

  async function act<K extends CallName>(
    name: K,
    input: Input<K>,
    done: MessageId,
    values?: MessageValues,
  ): Promise<boolean> {
    const { ok } = await ask(name, input)
    if (ok) notices.tell('done', text()(done, values))
    return ok
  }

  return {
    ask,
    ...createProposalIntents(act),
    ...createCommentIntents(act),
    ...createChairIntents(act),
    takePosition: ({ conf, doc, hat }, { paragraph, hash, value, reason }) =>
      act(
        'position.take',
        { conf, doc, hat, paragraphs: [{ paragraph, hash }], value, reason },
        'consensus.told.position',
      ),
    preparePosition: ({ conf, doc, hat }, statement) =>
      act('position.prepare', { conf, doc, hat, ...statement }, 'consensus.told.prepared'),
    markAgreed: ({ conf, doc, hat }, paragraph, hash) =>
      act('paragraph.agree', { conf, doc, hat, paragraph, hash }, 'consensus.told.agreed'),
    reopen: ({ conf, doc, hat }, paragraph, reason) =>
      act('paragraph.reopen', { conf, doc, hat, paragraph, reason }, 'consensus.told.reopened'),
    incorporate: ({ conf, doc, hat }, { paragraph, after, base, clauses, reason }) =>
      act(
        'text.incorporate',
        {
          ...{ conf, doc, hat, reason, proposals: [] },
          paragraphs: [{ paragraph, after, base: [...base], clauses: givenClauses(clauses) }],
        },
        'consensus.told.incorporated',
      ),
    suppress: ({ conf, doc, hat }, paragraph, base, reason) =>
      act(
        'text.suppress',
        { conf, doc, hat, paragraph, base: [...base], reason },
        'consensus.told.suppressed',
      ),
    async openScreen({ conf, doc, hat }, paragraph) {
      const reply = await ask('screen.open', { conf, doc, hat, paragraph })
      return reply.ok ? reply.value.room : null
    },
    setStage: ({ conf, doc, hat }, to, reason) =>
      act('stage.set', { conf, doc, hat, to, reason }, 'window.told.stage'),
    openNegotiation: (target) => act('negotiation.open', { ...target }, 'window.told.negotiation'),
    closeRound: (target, publish, join) =>
      act('round.close', { ...target, publish, join: [...join] }, 'window.told.round'),
    setParties: (target, parties, basis) =>
      act('parties.set', { ...target, parties: [...parties], basis }, 'window.told.parties'),
  }
}
