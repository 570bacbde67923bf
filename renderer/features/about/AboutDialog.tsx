import './about.css'
import { Copy, TriangleAlert } from 'lucide-react'
import type { AppInfo } from '#shared/ipc/contract.ts'
import { useSession, useStore } from '#renderer/session/context.tsx'
import { useCopy } from '#renderer/session/use-copy.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'

/** What is running, and on what: a runtime that gets no security fixes any more is said plainly. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const copy = useCopy()
  const info = useStore(useSession().info)
  const facts = info === null ? [] : factsOf(info, text)
  return (
    <Dialog
      title={text('about.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <Button
            icon={<Copy size={15} aria-hidden />}
            isDisabled={info === null}
            onPress={() => void copy(facts.map((fact) => fact.join(': ')).join('\n'))}
          >
            {text('about.copy')}
          </Button>
          <span className="spring" />
          <Button look="primary" onPress={onClose}>
            {text('window.close')}
          </Button>
        </>
      }
    >
      <div className="about-head">
        <Mark size={46} />
        <div>
          <p className="about-name">{text('about.name')}</p>
          <p className="about-purpose">{text('about.purpose')}</p>
        </div>
      </div>
      {info?.runtime.supported === false && (
        <div className="about-warning" role="note">
          <TriangleAlert size={20} aria-hidden />
          <div>
            <strong>{text('about.unsupported.title')}</strong>
            <p>{text('about.unsupported.explain')}</p>
          </div>
        </div>
      )}
      <dl className="about-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {info?.runtime.supported === true && (
        <p>
          <Tag tone="ok">{text('about.supported')}</Tag>
        </p>
      )}
      <p className="quiet">{text('about.licence')}</p>
    </Dialog>
  )
}

function factsOf(info: AppInfo, text: ReturnType<typeof useText>): readonly (readonly [string, string])[] {
  const { electron, chrome, node } = info.runtime
  return [
    [text('about.version'), info.version],
    [text('about.profile'), info.profile],
    [text('about.platform'), info.platform],
    [text('about.runtime'), text('about.runtimeValue', { electron, chrome, node })],
  ]
}
