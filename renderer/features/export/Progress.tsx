import { useText } from '#renderer/i18n/language.tsx'

/** Composing takes seconds and says nothing of how far it is. */
export function Progress() {
  const text = useText()
  return (
    <div className="export-progress" role="status">
      <span className="export-bar" aria-hidden />
      {text('export.working')}
    </div>
  )
}
