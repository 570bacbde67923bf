import { ChevronDown } from 'lucide-react'
import { useConference, useSelected, useSession } from '#renderer/session/context.tsx'
import type { StageStep } from '#renderer/session/view.ts'
import { useKnownStage } from '#renderer/session/text-access.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { STAGE_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/Menu.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import type { Stage } from '#shared/domain/stage.ts'

const STEPS = {
  preparation: ['jointDrafting', 'negotiation'],
  jointDrafting: ['negotiation', 'preparation'],
  negotiation: ['closeRound', 'backToDrafting'],
  silence: [],
  adopted: [],
  archived: [],
} as const satisfies Record<Stage, readonly StageStep[]>

/** The stage of the document; for the Chair, and the Secretariat on the Chair's behalf, a menu of what comes next. */
export function StageControl() {
  const text = useText()
  const { view } = useSession()
  const stage = useKnownStage()
  const online = useSelected(useConference().sync, ({ link }) => link.kind === 'online')
  const powers = usePowers()
  if (stage === null) return null
  const words = text(STAGE_WORDS[stage])
  const mayMove = powers.may('moveStage').length > 0
  const mayParty = powers.may('setParties').length > 0
  if (!mayMove && !mayParty) return <Tag>{words}</Tag>
  const steps = STEPS[stage].map((step): MenuEntry<StageStep | 'parties'> => ({
    key: step,
    label: text(`window.stage.${step}.menu`),
    hint: text(online ? `window.stage.${step}.hint` : 'window.stage.needsContact'),
    isDisabled: !online,
  }))
  const parties: MenuEntry<StageStep | 'parties'> = {
    key: 'parties',
    label: text('window.parties.menu'),
    hint: text('window.parties.hint'),
  }
  return (
    <MenuButton
      label={text('window.stage.label')}
      trigger={
        <Button aria-label={text('window.stage.button', { stage: words })}>
          {words}
          <ChevronDown size={15} aria-hidden />
        </Button>
      }
      entries={[...(mayMove ? steps : []), ...(mayParty ? [parties] : [])]}
      onChoose={(key) => {
        view.go({ question: key === 'parties' ? { kind: 'parties' } : { kind: 'stage', step: key } })
      }}
    />
  )
}
