import { PenLine } from 'lucide-react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Code } from '#renderer/ui/Code.tsx'
import { PositionGlyph } from '#renderer/ui/PositionGlyph.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'
import { useSaid } from './use-said.ts'
import { BACKING_SIGN, SAID_WORDS } from './words.ts'

/** What the twelve hold of this version: a cell each in the fixed order, counts, and in words by name. */
export function Backings({ proposal }: { readonly proposal: ProposalState }) {
  const behind = proposal.proponents.filter(({ state }) => state !== 'withdrawn').map((one) => one.country)
  return (
    <div className="backings">
      <div className="backing-cells" aria-hidden>
        {COUNTRY_CODES.map((code) => (
          <Cell key={code} code={code} proposal={proposal} isBehind={behind.includes(code)} />
        ))}
      </div>
      <Counted proposal={proposal} />
      <Reasons proposal={proposal} />
    </div>
  )
}

function Cell(props: {
  readonly code: CountryCode
  readonly proposal: ProposalState
  readonly isBehind: boolean
}) {
  const { code, proposal } = props
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const said = proposal.backings[code]
  const name = country(code, language)
  if (props.isBehind) {
    return (
      <span className="backing backing-proponent" title={text('proposals.said.proponent', { country: name })}>
        <span className="mark-code">{code}</span>
        <PenLine size={9} aria-hidden />
      </span>
    )
  }
  const title =
    said === undefined
      ? text('proposals.said.nothing', { country: name })
      : text('proposals.said.when', {
          said: text(SAID_WORDS[said.value], { countries: name, count: 1 }),
          when: formats.when(said.received ?? said.claimed),
        })
  return (
    <span className="backing" title={title}>
      <PositionMark
        size="cell"
        code={code}
        shown={{ value: said === undefined ? 'none' : BACKING_SIGN[said.value], lapsed: false }}
      />
    </span>
  )
}

/** The counts for the eye; in full for whoever hears them. */
function Counted({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const { groups, silent, sentence } = useSaid(proposal)
  return (
    <p className="counts numeric">
      <span className="unseen">{sentence}</span>
      {groups.map(({ value, codes }) => (
        <span key={value} className={`sign sign-${BACKING_SIGN[value]}`} aria-hidden>
          <PositionGlyph value={BACKING_SIGN[value]} size={11} />
          <span className="counts-number">{codes.length}</span>
        </span>
      ))}
      <span className="quiet" aria-hidden>
        {text('proposals.said.silent', { count: silent })}
      </span>
    </p>
  )
}

/** Each with its country and its sign. */
export function Reasons({ proposal }: { readonly proposal: ProposalState }) {
  const text = useText()
  const language = useLanguage()
  const given = COUNTRY_CODES.flatMap((code) => {
    const said = proposal.backings[code]
    return said === undefined || said.reason === null || said.reason === ''
      ? []
      : [{ code, said, why: said.reason }]
  })
  if (given.length === 0) return null
  return (
    <ul className="backing-reasons">
      {given.map(({ code, said, why }) => (
        <li key={code}>
          <Code code={code} />
          <span>
            <span className={`sign sign-${BACKING_SIGN[said.value]}`}>
              <PositionGlyph value={BACKING_SIGN[said.value]} size={11} />
            </span>
            <span className="unseen">
              {[text(SAID_WORDS[said.value], { countries: country(code, language), count: 1 }), ''].join(
                '. ',
              )}
            </span>
            {why}
          </span>
        </li>
      ))}
    </ul>
  )
}
