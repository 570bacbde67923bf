import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Copy } from '#renderer/editor/copy.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import type { Delegation } from '#renderer/session/delegation.tsx'
import type { CopyState } from './copies.ts'

/** What a draft is shown with, and what its foot acts on. */
export interface DraftProps {
  readonly paragraph: ParagraphState
  readonly delegation: Delegation
  readonly copy: Copy | null
  /** Of the copy. */
  readonly state: CopyState['kind'] | null
  readonly room: OpenRoom | null
  readonly draft: string | null
  readonly listed: DraftState | undefined
  readonly onHandedOver: (done: boolean) => void
  readonly onAskAgain: () => void
}
