import './welcome.css'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/session/context.tsx'
import { LanguageSwitch } from '#renderer/session/LanguageSwitch.tsx'
import { MoreMenu } from '#renderer/session/MoreMenu.tsx'
import { OF_EVERY_SCREEN, useCommands } from '#renderer/session/use-commands.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import { Hero } from './Hero.tsx'

/** Short ones are guessed, and the records hold positions of a State. */
const SHORTEST = 8

/** Where the system offers no keyring, the records on this device open with a passphrase. */
export function Unlock({ fresh }: { readonly fresh: boolean }) {
  useCommands(OF_EVERY_SCREEN)
  return (
    <div className="welcome">
      <Hero />
      <main className="welcome-main">
        <div className="welcome-languages">
          <LanguageSwitch whole />
          <MoreMenu />
        </div>
        <UnlockForm fresh={fresh} />
      </main>
    </div>
  )
}

function UnlockForm({ fresh }: { readonly fresh: boolean }) {
  const text = useText()
  const { unlock } = useSession()
  const [{ passphrase, again }, setWords] = useState({ passphrase: '', again: '' })
  const [state, setState] = useState<'waiting' | 'opening' | 'wrong'>('waiting')
  const differs = fresh && again !== '' && again !== passphrase
  const isReady = fresh ? passphrase.length >= SHORTEST && again === passphrase : passphrase !== ''
  const open = async () => {
    setState('opening')
    if (!(await unlock(passphrase))) setState('wrong')
  }
  const problem = differs
    ? text('welcome.unlock.different')
    : state === 'wrong'
      ? text('welcome.unlock.wrong')
      : null
  return (
    <form
      className="box form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && state !== 'opening') void open()
      }}
    >
      <h2 className="form-title">
        <Lock size={19} aria-hidden />
        {text(fresh ? 'welcome.unlock.newTitle' : 'welcome.unlock.title')}
      </h2>
      <p>{text(fresh ? 'welcome.unlock.newExplain' : 'welcome.unlock.explain')}</p>
      <Field
        label={text('welcome.unlock.passphrase')}
        type="password"
        value={passphrase}
        required
        takesFocus
        maxLength={500}
        {...(fresh ? { help: text('welcome.unlock.help', { count: SHORTEST }) } : {})}
        onChange={(value) => {
          setWords({ passphrase: value, again })
          if (state === 'wrong') setState('waiting')
        }}
      />
      {fresh && (
        <Field
          label={text('welcome.unlock.again')}
          type="password"
          value={again}
          required
          maxLength={500}
          onChange={(value) => {
            setWords({ passphrase, again: value })
          }}
        />
      )}
      <Problem words={problem} />
      {fresh && <p className="form-note">{text('welcome.unlock.noRecovery')}</p>}
      <Button type="submit" look="primary" size="large" isDisabled={!isReady || state === 'opening'}>
        {text(
          state === 'opening'
            ? 'welcome.unlock.opening'
            : fresh
              ? 'welcome.unlock.protect'
              : 'welcome.unlock.open',
        )}
      </Button>
    </form>
  )
}
