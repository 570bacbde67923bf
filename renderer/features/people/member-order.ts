/** Offices first, then delegations in the order of the language, then those who only read. */
import type { MemberRecord } from '#shared/acts/state.ts'
import { CAPACITIES, type Member } from '#shared/domain/role.ts'

const RANK = { presidency: 0, secretariat: 1, delegate: 2, observer: 3, guest: 4 } as const satisfies Record<
  Member['role'],
  number
>

export function inMemberOrder(
  records: readonly MemberRecord[],
  title: (record: MemberRecord) => string,
  language: string,
): readonly MemberRecord[] {
  const { compare } = new Intl.Collator(language)
  return [...records].sort(
    (one, other) =>
      RANK[one.member.role] - RANK[other.member.role] ||
      (sameCountry(one.member, other.member)
        ? capacity(one.member) - capacity(other.member)
        : compare(title(one), title(other))),
  )
}

function sameCountry(one: Member, other: Member): boolean {
  return one.role === 'delegate' && other.role === 'delegate' && one.country === other.country
}

const capacity = (member: Member): number =>
  member.role === 'delegate' ? CAPACITIES.indexOf(member.capacity) : 0
