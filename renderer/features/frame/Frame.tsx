import './frame.css'
import type { ReactNode } from 'react'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'

/** The four regions between which F6 moves, in its order. */
export const REGIONS = ['region-nav', 'region-main', 'region-review', 'region-status'] as const

/** The window's grid: bar above, outline, text, review, status below. */
export function Frame(props: {
  readonly top: ReactNode
  readonly nav: ReactNode
  readonly main: ReactNode
  /** null: the middle takes the right column too. */
  readonly review: ReactNode
  readonly status: ReactNode
}) {
  const text = useText()
  const { view } = useSession()
  const drawer = usePlace((place) => place.drawer)
  return (
    <div className={joinClasses('frame', props.review === null && 'frame-wide', drawer && 'frame-drawer')}>
      {props.top}
      <nav id="region-nav" className="frame-nav" tabIndex={-1} aria-label={text('window.nav.label')}>
        {props.nav}
      </nav>
      <main id="region-main" className="frame-main" tabIndex={-1} aria-label={text('window.main.label')}>
        {props.main}
      </main>
      {props.review !== null && (
        <aside
          id="region-review"
          className="frame-review"
          tabIndex={-1}
          aria-label={text('window.review.label')}
        >
          {props.review}
        </aside>
      )}
      {props.review !== null && drawer && (
        <button
          type="button"
          className="frame-veil"
          aria-label={text('window.closePanel')}
          tabIndex={-1}
          onClick={() => {
            view.go({ drawer: false })
          }}
        />
      )}
      <footer
        id="region-status"
        className="frame-status"
        tabIndex={-1}
        aria-label={text('window.status.label')}
      >
        {props.status}
      </footer>
    </div>
  )
}
