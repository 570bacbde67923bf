/** A set of clocks per client, as disjoint half-open ranges in ascending order. */
export interface ClockRange {
  readonly start: number
  readonly end: number
}

export class ClockRanges {
  readonly #byClient = new Map<number, ClockRange[]>()

  covers(client: number, start: number, end: number): boolean {
    const ranges = this.#byClient.get(client)
    if (ranges === undefined) return false
    const range = ranges[firstEndingAfter(ranges, start)]
    return range !== undefined && range.start <= start && end <= range.end
  }

  add(client: number, start: number, end: number): void {
    const ranges = this.#byClient.get(client) ?? []
    this.#byClient.set(client, ranges)
    // a range that ends where the new one starts is joined too
    const from = firstEndingAfter(ranges, start - 1)
    let to = from
    let joined: ClockRange = { start, end }
    for (let range = ranges[to]; range !== undefined && range.start <= end; range = ranges[++to]) {
      joined = { start: Math.min(joined.start, range.start), end: Math.max(joined.end, range.end) }
    }
    ranges.splice(from, to - from, joined)
  }
}

function firstEndingAfter(ranges: readonly ClockRange[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? Infinity) > clock) high = middle
    else low = middle + 1
  }
  return low
}
