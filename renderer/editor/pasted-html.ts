/**
 * HTML as office programs put it on the clipboard, before the browser parses it. Style sheets go; style
 * attributes, which the content security policy would report one by one, become data; the numbers Word
 * writes in front of list items go, for paragraphs are numbered by their place. What is kept of it all
 * is the schema's affair.
 */
import type { Flag } from '#shared/words/shape.ts'

export const PASTED_STYLE = 'data-pasted-style'

export function withoutStyles(html: string): string {
  return html
    .replace(/<!(?:--)?\[if !supportLists\](?:--)?>[\s\S]*?<!(?:--)?\[endif\](?:--)?>/gi, '')
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/(<[a-z][^<>]*?\s)style(\s*=)/gi, `$1${PASTED_STYLE}$2`)
}

const STYLES: Readonly<Record<Flag, { readonly on: RegExp; readonly off: RegExp }>> = {
  bold: { on: /font-weight:\s*(bold|[6-9]00)/i, off: /font-weight:\s*(normal|[1-5]00)/i },
  italic: { on: /font-style:\s*(italic|oblique)/i, off: /font-style:\s*normal/i },
  underline: {
    on: /text-decoration(-line)?:[^;]*underline/i,
    off: /text-decoration(-line)?:\s*none/i,
  },
}

/** Whether the style of a pasted element sets the flag, clears it, or says nothing of it. */
export function styledFlag(flag: Flag, element: HTMLElement): boolean | null {
  const style = element.getAttribute(PASTED_STYLE) ?? ''
  if (STYLES[flag].off.test(style)) return false
  return STYLES[flag].on.test(style) ? true : null
}
