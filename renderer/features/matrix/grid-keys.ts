/** Where a key of the keyboard leads inside the grid; null when it leads nowhere. */
export interface Place {
  readonly row: number
  readonly column: number
}

const PAGE = 10

export function destination(
  key: string,
  from: Place,
  size: { readonly rows: number; readonly columns: number },
  ends = false,
): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const to = target(key, from, last, ends)
  if (to === null || size.rows === 0) return null
  return { row: within(to.row, last.row), column: within(to.column, last.column) }
}

/** `ends`: with the control key, Home and End go to the corners. */
function target(key: string, { row, column }: Place, last: Place, ends: boolean): Place | null {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'PageDown':
      return { row: row + PAGE, column }
    case 'PageUp':
      return { row: row - PAGE, column }
    case 'Home':
      return { row: ends ? 0 : row, column: 0 }
    case 'End':
      return { row: ends ? last.row : row, column: last.column }
    default:
      return null
  }
}

const within = (at: number, last: number): number => Math.min(Math.max(at, 0), last)
