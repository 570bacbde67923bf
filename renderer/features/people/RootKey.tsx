import { KeyRound } from 'lucide-react'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import type { useRoot } from './use-root.ts'

/** What approving needs besides the comparison: the root key on this device, and its passphrase each time. */
export function RootKey({ root }: { readonly root: ReturnType<typeof useRoot> }) {
  const text = useText()
  const { state, passphrase, setPassphrase, load } = root
  if (state === null || state === 'open') return null
  if (state === 'absent') {
    return (
      <div className="root-key" role="status">
        <p>{text('people.root.absent')}</p>
        <Button onPress={() => void load()}>
          <KeyRound size={16} aria-hidden />
          {text('people.root.load')}
        </Button>
      </div>
    )
  }
  return (
    <div className="root-key">
      <Field
        label={text('people.root.passphrase')}
        type="password"
        value={passphrase}
        maxLength={500}
        help={text('people.root.help')}
        onChange={setPassphrase}
      />
      <Button onPress={() => void load()}>{text('people.root.other')}</Button>
    </div>
  )
}
