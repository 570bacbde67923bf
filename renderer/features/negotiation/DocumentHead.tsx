import { useConferenceState, useDocument, useRecord, useSelected } from '#renderer/session/context.tsx'
import { useKnownStage } from '#renderer/session/text-access.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { STAGE_WORDS } from '#renderer/i18n/words.ts'
import { Tag } from '#renderer/ui/Tag.tsx'

export function DocumentHead() {
  const text = useText()
  const language = useLanguage()
  const { facts, paragraphs } = useDocument()
  const { title, motto } = useConferenceState()
  const record = useRecord()
  const stage = useKnownStage()
  const suspended = useSelected(facts, (value) => value.suspended)
  const symbol = useSelected(facts, ({ rounds }) => rounds.at(-1)?.symbol ?? '')
  const titled = useSelected(paragraphs, (all) => all.some(({ kind }) => kind === 'title'))
  return (
    <header className="page-head">
      <p className="page-conference">{title[language]}</p>
      {!titled && record !== undefined && <h2 lang={record.language}>{record.title}</h2>}
      {motto !== '' && <p className="page-motto">{motto}</p>}
      <p className="page-facts">
        <span className="numeric">{symbol === '' ? (record?.symbol ?? '') : symbol}</span>
        {stage !== null && <Tag tone={stage === 'adopted' ? 'ok' : 'plain'}>{text(STAGE_WORDS[stage])}</Tag>}
        {suspended && <Tag tone="warn">{text('term.stageSuspended')}</Tag>}
      </p>
    </header>
  )
}
