import type { DocumentType } from '#shared/acts/state.ts'
import { LAYOUT_FAMILIES, type LayoutFamily } from '#shared/domain/numbering.ts'
import { useConferenceState } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { DraftingGroup } from './DraftingGroup.tsx'
import { suggestedSymbol, type ImportDraft } from './import-draft.ts'

const TYPES = ['declaration', 'recommendation', 'message', 'annex'] as const
const TYPE_WORDS = {
  declaration: 'import.type.declaration',
  recommendation: 'import.type.recommendation',
  message: 'import.type.message',
  annex: 'import.type.annex',
} as const satisfies Record<DocumentType, string>
const LAYOUT_WORDS = {
  gerund: 'import.layout.gerund',
  headingVerb: 'import.layout.headingVerb',
  plural: 'import.layout.plural',
  sections: 'import.layout.sections',
} as const satisfies Record<LayoutFamily, string>

/** Official languages of the members and the indigenous languages of the networks' texts. */
const LANGUAGES = ['es', 'pt', 'en', 'nl', 'gn', 'qu', 'ay', 'arn'] as const
const PLENARY = 'plenary'

/** What the document's record will say. */
export function DocumentForm(props: {
  readonly draft: ImportDraft
  readonly onChange: (draft: ImportDraft) => void
}) {
  const { draft, onChange } = props
  const text = useText()
  const ui = useLanguage()
  const { edition, documents, entries } = useConferenceState()
  const networks = entries.filter(({ type }) => type === 'network')
  const neighbours = { edition, types: [...documents.values()].map(({ type }) => type) }
  const named = new Intl.DisplayNames([ui], { type: 'language' })
  const set = (change: Partial<ImportDraft>) => {
    onChange({ ...draft, ...change })
  }
  return (
    <div className="import-form">
      <div className="import-wide">
        <Field
          label={text('import.details.title')}
          value={draft.title}
          lang={draft.language}
          required
          maxLength={300}
          onChange={(title) => {
            set({ title })
          }}
        />
      </div>
      <Choice
        label={text('import.details.type')}
        value={draft.type}
        options={TYPES.map((key) => ({ key, label: text(TYPE_WORDS[key]) }))}
        onChange={(type) => {
          const wasSuggested = draft.symbol === suggestedSymbol(draft.type, neighbours)
          set({ type, ...(wasSuggested ? { symbol: suggestedSymbol(type, neighbours) } : {}) })
        }}
      />
      <Field
        label={text('import.details.symbol')}
        help={text('import.details.symbolHelp')}
        value={draft.symbol}
        required
        maxLength={60}
        onChange={(symbol) => {
          set({ symbol })
        }}
      />
      <Choice
        label={text('import.details.language')}
        value={LANGUAGES.find((key) => key === draft.language) ?? 'es'}
        options={LANGUAGES.map((key) => ({ key, label: named.of(key) ?? key }))}
        onChange={(language) => {
          set({ language })
        }}
      />
      <Choice
        label={text('import.details.network')}
        value={draft.network ?? PLENARY}
        options={[
          { key: PLENARY, label: text('term.plenary') },
          ...networks.map(({ id, title }) => ({ key: id, label: title })),
        ]}
        onChange={(network) => {
          set({ network: network === PLENARY ? null : network })
        }}
      />
      <div className="import-wide">
        <Choice
          label={text('import.details.layout')}
          value={draft.layout}
          options={LAYOUT_FAMILIES.map((key) => ({ key, label: text(LAYOUT_WORDS[key]) }))}
          onChange={(layout) => {
            set({ layout })
          }}
        />
      </div>
      <DraftingGroup
        chosen={draft.draftingGroup}
        onChange={(draftingGroup) => {
          set({ draftingGroup })
        }}
      />
    </div>
  )
}
