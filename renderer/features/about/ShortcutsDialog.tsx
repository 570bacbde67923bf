import './about.css'
import { useSession, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Key } from '#renderer/ui/Key.tsx'
import { SHORTCUTS, type KeyName, type Shortcut } from './shortcuts.ts'

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  return (
    <Dialog title={text('about.shortcuts.title')} closeLabel={text('window.close')} onClose={onClose}>
      {SHORTCUTS.map(({ title, shortcuts }) => (
        <section key={title} className="keys" aria-label={text(title)}>
          <h3>{text(title)}</h3>
          <dl>
            {shortcuts.map((shortcut) => (
              <Row key={shortcut.words} shortcut={shortcut} />
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

function Row({ shortcut }: { readonly shortcut: Shortcut }) {
  const text = useText()
  const keyWords = useKeyWords()
  return (
    <div className="keys-row">
      <dt>{text(shortcut.words)}</dt>
      <dd>
        {shortcut.ways.map((keys) => (
          <span key={keys.join('+')} className="keys-way">
            {keys.map((key) => (
              <Key key={key}>{keyWords(key)}</Key>
            ))}
          </span>
        ))}
      </dd>
    </div>
  )
}

function useKeyWords(): (key: KeyName) => string {
  const text = useText()
  const info = useStore(useSession().info)
  return (key) => {
    switch (key) {
      case 'Mod':
        return info?.platform === 'darwin' ? '⌘' : 'Ctrl'
      case 'Shift':
        return text('about.key.shift')
      case 'Enter':
        return text('about.key.enter')
      default:
        return key
    }
  }
}
