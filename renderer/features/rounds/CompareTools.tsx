import { ArrowDown, ArrowUp, PanelRightOpen } from 'lucide-react'
import { countChanges, isChanged, nextChange, type ComparedParagraph } from '#renderer/session/compare.ts'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import type { VersionKey } from '#renderer/session/view.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'
import { keyName, useChosen, useRounds } from './use-versions.ts'

/** Which two versions, how much changed between them, and the way from change to change. */
export function CompareTools(props: {
  readonly compared: readonly ComparedParagraph[]
  readonly onlyChanges: boolean
  readonly onOnlyChanges: (only: boolean) => void
}) {
  const { compared } = props
  const text = useText()
  const { view } = useSession()
  const { from, to, choose } = useChosen()
  const rounds = useRounds()
  const versions: readonly { readonly key: VersionKey; readonly label: string }[] = [
    ...rounds.map(({ n, symbol }) => ({ key: n, label: symbol })),
    { key: 'now', label: text('reading.version.now') },
  ]
  const option = ({ key, label }: (typeof versions)[number]) => ({ key: keyName(key), label })
  const keyOf = (name: string) => versions.find(({ key }) => keyName(key) === name)?.key ?? null
  const step = (direction: 1 | -1) => {
    const next = nextChange(compared, view.get().paragraph, direction)
    if (next === null) return
    view.go({ paragraph: next })
    document.getElementById(`c-${next}`)?.scrollIntoView({ block: 'center' })
  }
  const none = from === null || !compared.some(isChanged)
  return (
    <div className="tools tools-wrap">
      <Choice
        small
        label={text('reading.compare.from')}
        value={keyName(from)}
        options={[{ key: keyName(null), label: text('reading.compare.nothing') }, ...versions.map(option)]}
        onChange={(name) => {
          choose(keyOf(name), to)
        }}
      />
      <span aria-hidden>{ARROW}</span>
      <Choice
        small
        label={text('reading.compare.to')}
        value={keyName(to)}
        options={versions.map(option)}
        onChange={(name) => {
          choose(from, keyOf(name) ?? 'now')
        }}
      />
      <Counts compared={compared} shown={from !== null} />
      <span className="spring" />
      {from !== null && (
        <ToggleChip on={props.onlyChanges} onChange={props.onOnlyChanges}>
          {text('reading.compare.onlyChanges')}
        </ToggleChip>
      )}
      <Button
        size="small"
        aria-label={text('reading.compare.previous')}
        isDisabled={none}
        icon={<ArrowUp size={16} aria-hidden />}
        onPress={() => {
          step(-1)
        }}
      />
      <Button
        size="small"
        look="primary"
        isDisabled={none}
        icon={<ArrowDown size={16} aria-hidden />}
        onPress={() => {
          step(1)
        }}
      >
        {text('reading.compare.next')}
      </Button>
      <span className="tools-drawer">
        <Button
          size="small"
          aria-label={text('reading.rounds.open')}
          icon={<PanelRightOpen size={16} aria-hidden />}
          onPress={() => {
            view.go({ drawer: true })
          }}
        />
      </span>
    </div>
  )
}

/** From the one version to the other; the two choices have their names. */
const ARROW = '→'

const KINDS = ['changed', 'added', 'removed', 'moved', 'renumbered'] as const
const COUNT_WORDS = {
  changed: 'reading.count.changed',
  added: 'reading.count.added',
  removed: 'reading.count.removed',
  moved: 'reading.count.moved',
  renumbered: 'reading.count.renumbered',
} as const
const SEPARATOR = ' · '

function Counts(props: { readonly compared: readonly ComparedParagraph[]; readonly shown: boolean }) {
  const text = useText()
  const current = usePlace((place) => place.paragraph)
  if (!props.shown) return null
  const changes = props.compared.filter(isChanged)
  const counts = countChanges(props.compared)
  const at = changes.findIndex(({ id }) => id === current)
  return (
    <p className="compare-counts" role="status">
      {at >= 0 && <strong>{text('reading.compare.place', { n: at + 1, count: changes.length })}</strong>}
      <span>
        {KINDS.filter((kind) => counts[kind] > 0)
          .map((kind) => text(COUNT_WORDS[kind], { count: counts[kind] }))
          .join(SEPARATOR)}
      </span>
    </p>
  )
}
