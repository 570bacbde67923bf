import { useText } from '#renderer/i18n/language.tsx'

const STEPS = ['choose', 'preview', 'details'] as const
const STEP_WORDS = {
  choose: 'import.step.choose',
  preview: 'import.step.preview',
  details: 'import.step.details',
} as const

/** How far the import has come. */
export function Steps({ current }: { readonly current: (typeof STEPS)[number] }) {
  const text = useText()
  return (
    <ol className="steps" aria-label={text('import.steps')}>
      {STEPS.map((step, i) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          <span className="steps-number" aria-hidden>
            {i + 1}
          </span>
          {text(STEP_WORDS[step])}
        </li>
      ))}
    </ol>
  )
}
