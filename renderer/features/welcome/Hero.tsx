import { Check } from 'lucide-react'
import { useSession, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'

const POINTS = ['welcome.point.bound', 'welcome.point.offline', 'welcome.point.final'] as const

/** What the program is for, for whoever sees it for the first time. */
export function Hero() {
  const text = useText()
  const { info, view } = useSession()
  const about = useStore(info)
  return (
    <section className="hero" aria-label={text('about.name')}>
      <p className="hero-mark">
        <Mark size={34} />
        {text('about.name')}
      </p>
      <h1>{text('welcome.headline')}</h1>
      <p className="hero-lead">{text('welcome.lead')}</p>
      <ul>
        {POINTS.map((id) => (
          <li key={id}>
            <Check size={18} strokeWidth={2.6} aria-hidden />
            {text(id)}
          </li>
        ))}
      </ul>
      <div className="hero-foot">
        <p>{text('welcome.kept')}</p>
        <button
          type="button"
          className="hero-about"
          onClick={() => {
            view.go({ question: { kind: 'about' } })
          }}
        >
          {about === null ? text('welcome.about') : text('welcome.version', { version: about.version })}
        </button>
        {about?.runtime.supported === false && (
          <p className="hero-warning">{text('about.unsupported.title')}</p>
        )}
      </div>
    </section>
  )
}
