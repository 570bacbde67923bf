import './file-drop.css'
import type { ReactNode } from 'react'
import { DropZone } from 'react-aria-components/DropZone'

/** A place to drop one file, or to paste it. What it holds offers another way to the same end. */
export function FileDrop(props: {
  readonly label: string
  readonly onFile: (file: File) => void
  readonly onSeveral: () => void
  readonly children: ReactNode
}) {
  return (
    <DropZone
      className="file-drop"
      aria-label={props.label}
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        const files = event.items.filter((item) => item.kind === 'file')
        const [only, ...others] = files
        if (others.length > 0) props.onSeveral()
        else if (only !== undefined) void only.getFile().then(props.onFile)
      }}
    >
      {props.children}
    </DropZone>
  )
}
