import './code.css'
import type { CountryCode } from '#shared/domain/country.ts'

/** The two letters of a State in a small plate. No flags: some systems have none, and none is neutral. */
export function Code({ code }: { readonly code: CountryCode | 'ST' | 'PPT' }) {
  return <span className="code">{code}</span>
}
