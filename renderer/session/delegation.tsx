/** In whose name this member writes proposals, worked out once for the whole text. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { CountryCode } from '#shared/domain/country.ts'
import { useConference, useDocument, useSelected } from './context.tsx'
import type { Target } from './intents.ts'
import { usePowers } from './use-powers.ts'

export interface Delegation {
  readonly country: CountryCode
  readonly target: Target
}

const DelegationContext = createContext<Delegation | null>(null)

export function ProposingProvider({ children }: { readonly children: ReactNode }) {
  return <DelegationContext value={useOwnDelegation()}>{children}</DelegationContext>
}

/** null: this member only reads here. */
export const useDelegation = (): Delegation | null => useContext(DelegationContext)

/** Likewise, where the text is not around the view. */
export function useOwnDelegation(): Delegation | null {
  const { conf } = useConference()
  const { id, facts } = useDocument()
  const { speaker, adviser, country } = usePowers()
  const negotiates = useSelected(facts, ({ stage, suspended }) => stage === 'negotiation' && !suspended)
  const hat = (speaker ?? adviser)?.key ?? null
  return useMemo(
    () =>
      hat === null || country === null || !negotiates ? null : { country, target: { conf, doc: id, hat } },
    [conf, id, hat, country, negotiates],
  )
}
