import { EXPORT_STEPS, type ExportStep } from '#shared/ipc/contract.ts'
import { useText } from '#renderer/i18n/language.tsx'

const WORDS = {
  preparing: 'export.step.preparing',
  starting: 'export.step.starting',
  composing: 'export.step.composing',
  writing: 'export.step.writing',
  saving: 'export.step.saving',
} as const

/** How far it is: known by steps alone, for no step says how long it takes. */
export function Progress({ step }: { readonly step: ExportStep }) {
  const text = useText()
  const at = EXPORT_STEPS.indexOf(step) + 1
  const of = EXPORT_STEPS.length
  return (
    <div className="export-progress">
      <p role="status">
        <strong>{text(WORDS[step])}</strong>
        <span className="quiet">{text('export.stepOf', { at, of })}</span>
      </p>
      <progress value={at} max={of} aria-label={text('export.working')} />
    </div>
  )
}
