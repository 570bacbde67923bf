import type { Figure } from '#build/bench/bench.ts'

const digits = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1)

/** A Markdown table: one row for what was measured, one column for each who. */
export function table(figures: readonly Figure[]): string {
  const who = [...new Set(figures.map((figure) => figure.who))]
  const rows = [...new Set(figures.map((figure) => figure.what))].map((what) => {
    const those = figures.filter((figure) => figure.what === what)
    const cells = who.map((name) => {
      const figure = those.find((one) => one.who === name)
      return figure === undefined ? '' : `${digits(figure.value)} ${figure.unit}`
    })
    return [what, ...cells, those.find(({ target }) => target !== undefined)?.target ?? '']
  })
  const lines = [['', ...who, 'target'], ['---', ...who.map(() => '--:'), '---'], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
