import './notices.css'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button } from './Button.tsx'

export interface Notice {
  readonly id: number
  readonly tone: 'done' | 'problem'
  readonly words: string
}

/** What has just happened, once, in words: seen in the corner and heard through the live region. */
export function Notices(props: {
  readonly label: string
  readonly closeLabel: string
  readonly notices: readonly Notice[]
  readonly onClose: (id: number) => void
}) {
  return (
    <section className="notices" aria-label={props.label} aria-live="polite" aria-relevant="additions">
      {props.notices.map((notice) => (
        <div key={notice.id} className={`notice notice-${notice.tone}`}>
          {notice.tone === 'done' ? (
            <CircleCheck size={18} aria-hidden />
          ) : (
            <CircleAlert size={18} aria-hidden />
          )}
          <p>{notice.words}</p>
          <Button
            look="ghost"
            size="small"
            aria-label={props.closeLabel}
            icon={<X size={15} aria-hidden />}
            onPress={() => {
              props.onClose(notice.id)
            }}
          />
        </div>
      ))}
    </section>
  )
}
