/** Marks words on the page without touching it: the browser's own highlights, over text nodes. */
export function highlightWords(
  selector: string,
  wanted: string,
  fold: (words: string) => string,
): () => void {
  const clear = () => {
    CSS.highlights.delete('found')
  }
  if (wanted === '') {
    clear()
    return clear
  }
  const ranges: Range[] = []
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = fold(node.nodeValue ?? '')
      // accents folded away shorten decomposed text only; what does not line up is left unmarked
      if (words.length !== (node.nodeValue ?? '').length) continue
      for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + wanted.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        ranges.push(range)
      }
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges))
  return clear
}

/** Likewise for ranges that are known already, under a name of their own. */
export function markRanges(name: string, ranges: readonly Range[]): () => void {
  const clear = () => {
    CSS.highlights.delete(name)
  }
  if (ranges.length === 0) clear()
  else CSS.highlights.set(name, new Highlight(...ranges))
  return clear
}
