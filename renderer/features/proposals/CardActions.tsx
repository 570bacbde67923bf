import { Ellipsis, UserPlus } from 'lucide-react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { BACKINGS, type Backing } from '#shared/domain/proposal.ts'
import { useConference, useDocument, useSelected, useSession, useStore } from '#renderer/session/context.tsx'
import { useBeginDraft } from '#renderer/session/begin-draft.ts'
import { draftOf } from '#renderer/session/tabling.ts'
import type { Barred, ProposalChoice } from '#renderer/session/proposal-choice.ts'
import { isWaiting } from '#renderer/session/proposals.ts'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/Menu.tsx'
import { PositionGlyph } from '#renderer/ui/PositionGlyph.tsx'
import { useCitation } from './use-citation.ts'
import { BACKING_SIGN } from './words.ts'

const BUTTON_WORDS = {
  support: 'term.support',
  reserve: 'proposals.reserve',
  object: 'proposals.object',
} as const satisfies Record<Backing, MessageId>

const BARRED_WORDS = {
  adviser: 'proposals.barred.adviser',
  stage: 'proposals.barred.stage',
  fallen: 'proposals.barred.fallen',
} as const satisfies Record<Exclude<Barred, 'nothing'>, MessageId>

/** What this member can do about the proposal; what cannot be done now says why. */
export function CardActions(props: { readonly proposal: ProposalState; readonly choice: ProposalChoice }) {
  const { proposal, choice } = props
  const text = useText()
  const { barred, join, withdraw, part } = choice
  return (
    <div className="card-actions">
      <SpokenAs choice={choice} />
      {barred !== 'nothing' &&
        BACKINGS.map((value) => (
          <Button
            key={value}
            size="small"
            look={choice.own === value ? 'primary' : 'plain'}
            aria-pressed={choice.own === value}
            data-say={value}
            isDisabled={barred !== null}
            icon={<PositionGlyph value={BACKING_SIGN[value]} size={12} />}
            onPress={() => {
              choice.say(value)
            }}
          >
            {text(BUTTON_WORDS[value])}
          </Button>
        ))}
      {part === 'asked' && join !== null && (
        <Button size="small" look="primary" icon={<UserPlus size={14} aria-hidden />} onPress={join}>
          {text('proposals.confirm')}
        </Button>
      )}
      {withdraw !== null && (
        <Button size="small" onPress={withdraw}>
          {text(part === 'asked' ? 'proposals.refuse' : 'proposals.withdraw')}
        </Button>
      )}
      <ChairActions proposal={proposal} />
      <More proposal={proposal} choice={choice} />
      {barred !== null && barred !== 'nothing' && (
        <p className="quiet card-why">{text(BARRED_WORDS[barred])}</p>
      )}
    </div>
  )
}

/** The Chair brings it into the text, or says why not; both are asked about first. */
function ChairActions({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const { view } = useSession()
  const first = useSelected(useDocument().order, (order) => order[0] ?? null)
  const incorporating = useOffice('incorporate', proposal.paragraph)
  const declining = useOffice('decline', proposal.paragraph)
  const paragraph = proposal.paragraph ?? first
  if (!isWaiting(proposal)) return null
  return (
    <>
      {incorporating !== null && paragraph !== null && proposal.status === 'pending' && (
        <Button
          size="small"
          onPress={() => {
            view.go({ question: { kind: 'incorporateProposals', paragraph, proposals: [proposal.act] } })
          }}
        >
          {text('proposals.incorporate')}
        </Button>
      )}
      {declining !== null && (
        <Button
          size="small"
          onPress={() => {
            view.go({ question: { kind: 'decline', proposal: proposal.act } })
          }}
        >
          {text('proposals.decline')}
        </Button>
      )}
    </>
  )
}

/** Whoever wears two hats reads in whose name they speak (rule 20). */
function SpokenAs({ choice }: { readonly choice: ProposalChoice }) {
  const text = useText()
  const language = useLanguage()
  const hats = useStore(useConference().hats)
  if (choice.barred !== null || choice.country === null || hats.length < 2) return null
  return <span className="hat">{text('people.as', { name: country(choice.country, language) })}</span>
}

function More(props: { readonly proposal: ProposalState; readonly choice: ProposalChoice }) {
  const text = useText()
  const cite = useCitation()
  const { join, part } = props.choice
  const begin = useBeginDraft()
  const draft = begin === null ? null : draftOf(props.proposal, part === 'proposes')
  const entries: MenuEntry<'draft' | 'cite' | 'join'>[] = [{ key: 'cite', label: text('proposals.cite') }]
  if (draft !== null) {
    const words = part === 'proposes' ? 'proposing.begin.version' : 'proposing.begin.answer'
    entries.unshift({ key: 'draft', label: text(words) })
  }
  if (join !== null && part === 'none') {
    entries.push({ key: 'join', label: text('proposals.join'), hint: text('proposals.join.hint') })
  }
  return (
    <MenuButton
      label={text('proposals.more')}
      trigger={
        <Button
          size="small"
          look="ghost"
          aria-label={text('proposals.more')}
          icon={<Ellipsis size={16} aria-hidden />}
        />
      }
      entries={entries}
      onChoose={(key) => {
        if (key === 'cite') void cite(props.proposal)
        else if (key === 'join') join?.()
        else if (draft !== null) void begin?.(draft)
      }}
    />
  )
}
