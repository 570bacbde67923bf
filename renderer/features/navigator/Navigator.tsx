import './navigator.css'
import { useTextAccess } from '#renderer/session/text-access.ts'
import { Documents } from './Documents.tsx'
import { DraftOutline } from './DraftOutline.tsx'
import { Outline } from './Outline.tsx'
import { ProgressMeter } from './ProgressMeter.tsx'

/** While the text is drafted there is no consent to measure: the outline is all there is to show. */
export function Navigator() {
  const isDrafted = useTextAccess() === 'room'
  return (
    <>
      <Documents />
      {isDrafted ? (
        <DraftOutline />
      ) : (
        <>
          <ProgressMeter />
          <Outline />
        </>
      )}
    </>
  )
}
