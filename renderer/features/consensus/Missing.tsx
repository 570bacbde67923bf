import type { Missing } from '#shared/acts/state.ts'
import { useDocument, useSession } from '#renderer/session/context.tsx'
import { seekMatter } from '#renderer/session/seek-matter.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { MISSING_WORDS } from '#renderer/i18n/words.ts'
import { Code } from '#renderer/ui/Code.tsx'
import { PositionMark, type Shown } from '#renderer/ui/PositionMark.tsx'

const SHOWN = {
  noPosition: { value: 'none', lapsed: false },
  lapsed: { value: 'none', lapsed: true },
  objection: { value: 'object', lapsed: false },
  scrutiny: { value: 'scrutiny', lapsed: false },
  noInstructions: { value: 'noInstructions', lapsed: false },
} as const satisfies Record<Extract<Missing, { readonly country: unknown }>['kind'], Shown>

/** What stands between a paragraph and "agreed", one line for each country and cause. */
export function MissingList({ missing }: { readonly missing: readonly Missing[] }) {
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const document = useDocument()
  return (
    <ul className="missing">
      {missing.map((one) =>
        'country' in one ? (
          <li key={`${one.kind}-${one.country}`}>
            <PositionMark shown={SHOWN[one.kind]} />
            <Code code={one.country} />
            <strong>{country(one.country, language)}</strong>
            <span>{text(MISSING_WORDS[one.kind])}</span>
          </li>
        ) : 'act' in one ? (
          <li key={one.act}>
            {one.countries.length === 0 && <Code code="PPT" />}
            {one.countries.map((code) => (
              <Code key={code} code={code} />
            ))}
            <button
              type="button"
              className="link"
              onClick={() => {
                seekMatter(view, document, one.act)
              }}
            >
              {text(MISSING_WORDS[one.kind])}
            </button>
          </li>
        ) : (
          <li key={one.kind}>
            <strong>{text(MISSING_WORDS[one.kind])}</strong>
          </li>
        ),
      )}
    </ul>
  )
}
