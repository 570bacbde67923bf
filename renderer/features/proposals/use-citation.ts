/** "CSM/XX/DECL/1/Rev.3, párr. 2: propuesta de Argentina (v2)", with its words, for the clipboard. */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { Operation } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useRecord, useSelected } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { useCopy } from '#renderer/session/use-copy.ts'
import { useNames } from './use-names.ts'

export function useCitation(): (proposal: ProposalState) => Promise<void> {
  const text = useText()
  const copy = useCopy()
  const names = useNames()
  const record = useRecord()
  const symbol = useSelected(useDocument().facts, ({ rounds }) => rounds.at(-1)?.symbol ?? '')
  return (proposal) => {
    const cited = text('proposals.citation', {
      symbol: symbol === '' ? (record?.symbol ?? '') : symbol,
      what: names.operation(proposal),
      names: names.proponents(proposal),
      version: proposal.version,
    })
    return copy([cited, wordsOf(proposal.operation)].filter((part) => part !== '').join('\n'))
  }
}

/** The exact words it would put into the text; none where it only takes away or moves. */
function wordsOf(operation: Operation): string {
  switch (operation.kind) {
    case 'delete':
    case 'move':
      return ''
    case 'split':
      return operation.parts.map(wordingText).join('\n')
    default:
      return wordingText(operation.clauses)
  }
}
