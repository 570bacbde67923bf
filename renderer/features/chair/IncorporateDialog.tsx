import './chair.css'
import { useState } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import { useParagraph, usePlace, useRecord, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { withLevels } from '#renderer/session/incorporation.ts'
import { useOffice } from '#renderer/session/use-powers.ts'
import { shownWording } from '#renderer/session/outline.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ClauseText } from '#renderer/ui/ClauseText.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Comes } from './Comes.tsx'
import { OfferItem } from './OfferItem.tsx'
import { OpenAgain } from './OpenAgain.tsx'
import { Result } from './Result.tsx'
import { isWritten, useIncorporation } from './use-incorporation.ts'
import { useNames } from './use-names.ts'

interface IncorporateProps {
  readonly paragraph: string
  readonly proposals: readonly string[]
  readonly onClose: () => void
}

export function IncorporateDialog(props: IncorporateProps) {
  const paragraph = useParagraph(props.paragraph)
  return paragraph === undefined ? null : <Incorporate {...props} now={paragraph} />
}

/** The text, every proposal against it, what is taken of them, and what will come of it: one act (rule 2). */
function Incorporate({ now, proposals, onClose }: IncorporateProps & { readonly now: ParagraphState }) {
  const text = useText()
  const names = useNames()
  const language = useRecord()?.language ?? 'es'
  const office = useOffice('incorporate', now.id)
  const state = useIncorporation(now, proposals)
  const [reason, setReason] = useState('')
  const act = useActs(state, reason.trim(), onClose)
  if (office === null) return null
  const { paragraph, offers, ticks, consequences, deed, isBehind } = state
  const current = shownWording(paragraph)?.clauses ?? []
  const agreed = consequences?.agreed ?? []
  return (
    <Dialog
      large
      title={text('chair.incorporate.title', { name: names.paragraph(now.id) })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          {act.show !== null && (
            <Button isDisabled={isBehind} onPress={act.show}>
              {text('chair.screen')}
            </Button>
          )}
          {act.bridge !== null && (
            <Button isDisabled={agreed.length > 0 || isBehind} onPress={act.bridge}>
              {text('chair.bridging')}
            </Button>
          )}
          <Button
            look="primary"
            isDisabled={deed === null || agreed.length > 0 || isBehind}
            onPress={() => {
              act.incorporate(office.target)
            }}
          >
            {text('term.incorporate')}
          </Button>
        </>
      }
    >
      <div className="chair">
        <div className="chair-offers">
          <h3>{text('chair.now')}</h3>
          <div className="chair-now">
            <ClauseText clauses={current} language={language} unknownLabel={text('window.text.unknown')} />
          </div>
          <h3>{text('chair.offers')}</h3>
          {offers.length === 0 && <p className="quiet">{text('chair.offers.none')}</p>}
          <ul className="offers">
            {offers.map((offer) => (
              <OfferItem
                key={offer.proposal.act}
                offer={offer}
                current={current}
                chosen={ticks.get(offer.proposal.act) ?? null}
                onChoose={(parts) => {
                  state.choose(offer, parts)
                }}
              />
            ))}
          </ul>
        </div>
        <div className="chair-result">
          <Result state={state} />
          {isBehind && (
            <div className="chair-warning" role="status">
              <p>{text('chair.changed')}</p>
              <Button size="small" onPress={state.catchUp}>
                {text('chair.changed.again')}
              </Button>
            </div>
          )}
          {deed === null && <p className="quiet">{text('chair.nothing')}</p>}
          {agreed.map((id) => (
            <OpenAgain key={id} paragraph={id} />
          ))}
          {consequences !== null && <Comes of={consequences} />}
          {act.bridge !== null && <p className="quiet">{text('chair.bridging.help')}</p>}
          <Field
            label={text('consensus.reason.optional')}
            help={text('consensus.reason.help')}
            value={reason}
            onChange={setReason}
            rows={2}
            maxLength={4000}
          />
        </div>
      </div>
    </Dialog>
  )
}

function useActs(state: ReturnType<typeof useIncorporation>, reason: string, onClose: () => void) {
  const { intents, view } = useSession()
  const { deed, plan, changes, paragraph } = state
  const showing = useOffice('writeScreen', paragraph.id)
  const isFree = usePlace(({ screen }) => screen === null)
  const bridging = useOffice('tableBridging', paragraph.id)
  const grounds = { proposals: plan.used.map(({ act }) => act), reason }
  const [change, ...others] = changes
  const { wording } = paragraph
  const isOneWording =
    change?.slot.paragraph === paragraph.id && others.length === 0 && isWritten(change.slot)
  return {
    /** null: it is not another wording of this paragraph, or not for this member. */
    bridge:
      bridging === null || !isOneWording || wording === null
        ? null
        : () => {
            onClose()
            const { id } = paragraph
            const made = { paragraph: id, hash: wording.hash, clauses: change.clauses }
            void intents.tableBridging(bridging.target, made, grounds)
          },
    /** null: there is another draft on the screen, or it is not words of this paragraph alone. */
    show:
      showing === null || !isOneWording || !isFree
        ? null
        : () => {
            onClose()
            const { id } = paragraph
            const seed = change.clauses
            void intents.openScreen(showing.target, id).then((room) => {
              if (room === null) return
              const used = grounds.proposals
              view.go({ paragraph: id, screen: { room, paragraph: id, isNew: false, seed, used } })
            })
          },
    incorporate(target: Parameters<typeof intents.moveParagraph>[0]) {
      if (deed === null) return
      onClose()
      switch (deed.kind) {
        case 'move':
          void intents.moveParagraph(
            target,
            { paragraph: deed.paragraph, after: deed.after, base: setBy(paragraph) },
            grounds,
          )
          break
        case 'split': {
          const parts = withLevels(
            paragraph,
            deed.parts.map(({ clauses }) => clauses),
          )
          const { id } = paragraph
          void intents.splitParagraph(target, { paragraph: id, base: setBy(paragraph), parts }, grounds)
          break
        }
        default:
          void intents.incorporateProposals(
            target,
            changes.map(({ slot, clauses }) => ({
              paragraph: slot.paragraph,
              after: slot.after,
              base: slot.base,
              clauses,
            })),
            grounds,
          )
      }
    },
  }
}
