import { wordingText } from '#shared/domain/wording.ts'
import { useRecord } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import type { Change } from './use-replace.ts'

/** Enough to look through; the rest is counted. */
const SHOWN = 100
const WORDS_AROUND = 8

/** Each paragraph with what would change in it, ticked until it is left out. */
export function ReplaceList(props: {
  readonly changes: readonly Change[]
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}) {
  const text = useText()
  const record = useRecord()
  const { changes, left, onLeft } = props
  if (changes.length === 0) return null
  const nameOf = ({ number, kind }: Change['paragraph']) =>
    number === '' ? text(KIND_WORDS[kind]) : text('window.paragraph.short', { number })
  const all = changes.map(({ paragraph }) => paragraph.id)
  return (
    <section>
      <div className="replace-all">
        <Button
          size="small"
          onPress={() => {
            onLeft(new Set())
          }}
        >
          {text('replace.all')}
        </Button>
        <Button
          size="small"
          onPress={() => {
            onLeft(new Set(all))
          }}
        >
          {text('replace.none')}
        </Button>
      </div>
      <ul className="replace-list" aria-label={text('replace.list')}>
        {changes.slice(0, SHOWN).map(({ paragraph, wording, clauses, count }) => (
          <li key={paragraph.id}>
            <Tick
              checked={!left.has(paragraph.id)}
              onChange={(on) => {
                const others = new Set(left)
                if (on) others.delete(paragraph.id)
                else others.add(paragraph.id)
                onLeft(others)
              }}
            >
              {text('replace.paragraph', { paragraph: nameOf(paragraph), count })}
            </Tick>
            <WordDiff
              before={wordingText(wording.clauses)}
              after={wordingText(clauses)}
              language={record?.language ?? 'es'}
              removedLabel={text('window.diff.removed')}
              addedLabel={text('window.diff.added')}
              around={WORDS_AROUND}
            />
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <p className="quiet">{text('replace.more', { count: changes.length - SHOWN })}</p>
      )}
    </section>
  )
}
