/** Where words are on the screen, for a mouse. */
import type { Locator } from 'playwright-core'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Selects the words and answers their middle. */
export const selectWords = (within: Locator, words: string): Promise<Point> => locate(within, words, true)

/** Right behind the words. */
export const pointAfter = (within: Locator, words: string): Promise<Point> => locate(within, words, false)

function locate(within: Locator, words: string, select: boolean): Promise<Point> {
  return within.evaluate(
    (element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted.words) ?? -1
        if (at < 0) continue
        const end = at + wanted.words.length
        const range = document.createRange()
        range.setStart(node, wanted.select ? at : end)
        range.setEnd(node, end)
        if (wanted.select) {
          node.parentElement?.scrollIntoView({ block: 'center' })
          document.getSelection()?.removeAllRanges()
          document.getSelection()?.addRange(range)
        }
        const { left, width, top, height } = range.getClientRects()[0] ?? range.getBoundingClientRect()
        return { x: left + width / 2, y: top + height / 2 }
      }
      throw new Error(`no such words: ${wanted.words}`)
    },
    { words, select },
  )
}
