import type { Consequences } from '#renderer/session/consequences.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { useNames } from './use-names.ts'

/** What will come of the act, in words, before it is signed. */
export function Comes({ of }: { readonly of: Consequences }) {
  const text = useText()
  const names = useNames()
  const kinds = ['whole', 'inPart', 'fall', 'withoutParagraph', 'replaced'] as const
  return (
    <section className="comes">
      <h3>{text('chair.comes')}</h3>
      <ul>
        {of.lapse.map(({ paragraph, countries }) => (
          <li key={paragraph}>
            {text('chair.comes.lapse', {
              name: names.paragraph(paragraph),
              countries: names.countries(countries),
            })}
          </li>
        ))}
        {of.lapse.length === 0 && <li>{text('chair.comes.noLapse')}</li>}
        {kinds.map(
          (kind) =>
            of[kind].length > 0 && (
              <li key={kind} className={kind === 'fall' ? 'comes-fall' : undefined}>
                {text(`chair.comes.${kind}`, { names: names.proposals(of[kind]) })}
              </li>
            ),
        )}
      </ul>
    </section>
  )
}
