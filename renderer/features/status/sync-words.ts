/** The seven states of the interface specification, section 3, from what main says of the connection. */
import type { DocumentSync, LinkState } from '#shared/ipc/contract.ts'

export type SyncShown =
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'refused'; readonly unsent: number }
  /** Not the relay this device knows: nothing was said to it. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'offline'; readonly unsent: number; readonly lastContact: string | null }
  | { readonly kind: 'sending'; readonly unsent: number }
  /** Connected, and not yet acknowledged: an open socket alone is no news. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'synced'; readonly at: string | null }

export function syncShown(link: LinkState, sync: DocumentSync): SyncShown {
  if (sync.unsaved) return { kind: 'unsaved' }
  switch (link.kind) {
    case 'refused':
      return link.code === 'badCertificate' ? { kind: 'stranger' } : { kind: 'refused', unsent: sync.unsent }
    case 'connecting':
      return { kind: 'connecting' }
    case 'offline':
      return { kind: 'offline', unsent: sync.unsent, lastContact: sync.lastContact }
    case 'online':
      if (sync.unsent > 0) return { kind: 'sending', unsent: sync.unsent }
      return sync.acknowledged ? { kind: 'synced', at: sync.lastContact } : { kind: 'checking' }
  }
}

export const TONES = {
  unsaved: 'bad',
  refused: 'bad',
  stranger: 'bad',
  connecting: 'plain',
  offline: 'warn',
  sending: 'plain',
  checking: 'plain',
  synced: 'good',
} as const satisfies Record<SyncShown['kind'], string>
