import { passagesOf } from '#renderer/session/threads.ts'
import { useLanguage } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'

const SIGN = '@'

/** What was written; the sign of a delegation that it mentions says its name. */
export function CommentText({ words }: { readonly words: string }) {
  const language = useLanguage()
  return (
    <p className="comment-text">
      {passagesOf(words).map((passage, i) =>
        passage.country === null ? (
          <span key={i}>{passage.text}</span>
        ) : (
          <span key={i} className="mention">
            <span aria-hidden>{SIGN}</span>
            {country(passage.country, language)}
          </span>
        ),
      )}
    </p>
  )
}
