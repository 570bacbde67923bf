import { CircleCheck } from 'lucide-react'
import { useText } from '#renderer/i18n/language.tsx'
import type { SavedFile } from './use-export.ts'

/** Where the file is and what identifies it. */
export function Saved({ saved }: { readonly saved: SavedFile }) {
  const text = useText()
  return (
    <>
      <p className="export-saved" role="status">
        <CircleCheck size={20} aria-hidden />
        {text('export.done', { pages: saved.pages })}
      </p>
      <dl className="export-facts">
        <dt>{text('export.path')}</dt>
        <dd>{saved.path}</dd>
        <dt>{text('export.hash')}</dt>
        <dd className="export-hash">{saved.sha256}</dd>
      </dl>
    </>
  )
}
