import './navigator.css'
import { Documents } from './Documents.tsx'
import { Outline } from './Outline.tsx'
import { ProgressMeter } from './ProgressMeter.tsx'

export function Navigator() {
  return (
    <>
      <Documents />
      <ProgressMeter />
      <Outline />
    </>
  )
}
