import { useText } from '#renderer/i18n/language.tsx'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { Choice } from '#renderer/ui/Choice.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'
import { SORTS, type Sort } from './order.ts'
import type { Rows } from './use-rows.ts'

const SORT_WORDS = {
  text: 'matrix.sort.text',
  blocked: 'matrix.sort.blocked',
  oldest: 'matrix.sort.oldest',
} as const satisfies Record<Sort, string>

const LEGEND = ['agree', 'adReferendum', 'reserve', 'scrutiny', 'object', 'noInstructions', 'none'] as const

/** What the signs mean, and how the rows are shown. */
export function MatrixTools({ rows }: { readonly rows: Rows }) {
  const text = useText()
  return (
    <div className="matrix-tools">
      <ul className="matrix-legend" aria-label={text('matrix.legend')}>
        {LEGEND.map((value) => (
          <li key={value}>
            <PositionMark shown={{ value, lapsed: false }} />
            {text(POSITION_WORDS[value])}
          </li>
        ))}
        <li>
          <PositionMark shown={{ value: 'agree', lapsed: true }} />
          {text('term.lapsed')}
        </li>
        <li>
          <span className="matrix-unsent-sample" aria-hidden />
          {text('matrix.unsentLegend')}
        </li>
      </ul>
      <div className="matrix-choices">
        <Choice
          small
          label={text('matrix.sort')}
          value={rows.sort}
          options={SORTS.map((key) => ({ key, label: text(SORT_WORDS[key]) }))}
          onChange={rows.setSort}
        />
        <ToggleChip on={rows.hideAgreed} onChange={rows.setHideAgreed}>
          {text('matrix.hideAgreed')}
        </ToggleChip>
      </div>
    </div>
  )
}
