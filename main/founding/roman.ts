/** The numbers that conferences carry. What is none has no neighbour: the empty text. */
const DIGITS = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const
const MOST = 399

function write(value: number): string {
  let rest = value
  let text = ''
  for (const [digit, worth] of DIGITS) {
    while (rest >= worth) {
      text += digit
      rest -= worth
    }
  }
  return text
}

/** 0 for what is no number, or too large a one. */
function read(text: string): number {
  for (let value = 1; value <= MOST; value++) if (write(value) === text) return value
  return 0
}

export function nextRoman(text: string): string {
  const value = read(text)
  return value === 0 ? '' : write(value + 1)
}

export function previousRoman(text: string): string {
  const value = read(text)
  return value === 0 ? '' : write(value - 1)
}
