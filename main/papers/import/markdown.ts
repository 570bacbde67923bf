/**
 * Markdown to blocks: the words without the marks. Links keep their words, pictures their description;
 * nothing is fetched. Runs in the import worker, since a hostile file can make any Markdown reader slow.
 */
import { lexer, type Token, type Tokens } from 'marked'
import { type Block, collapse, type Hint } from './block.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}
const decode = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/gu, (entity) => ENTITIES[entity] ?? entity)

function plain(token: Token): string {
  if (token.type === 'br') return ' '
  if (token.type === 'html')
    return /^<[^>]*>$/u.test(token.raw.trim()) ? ' ' : token.raw.replace(/<[^>]*>/gu, ' ')
  if ('tokens' in token && Array.isArray(token.tokens)) return token.tokens.map(plain).join('')
  if ('text' in token && typeof token.text === 'string')
    return token.type === 'codespan' ? token.text : decode(token.text)
  return token.type === 'space' ? ' ' : ''
}

/** Inline tokens of marked's union are open-ended, hence the narrowing by name. */
const isList = (token: Token): token is Tokens.List => token.type === 'list'
const isTable = (token: Token): token is Tokens.Table => token.type === 'table'
const isQuote = (token: Token): token is Tokens.Blockquote => token.type === 'blockquote'
const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'

function* items(list: Tokens.List, depth: number): Generator<Block> {
  for (const [at, item] of list.items.entries()) {
    const hint: Hint = { kind: 'item', depth: Math.min(depth, 3), ordered: list.ordered }
    const words = item.tokens.filter((token) => !isList(token))
    const number = typeof list.start === 'number' ? `${String(list.start + at)}. ` : ''
    const text = collapse(words.map(plain).join(' '))
    if (text !== '') yield { text: number + text, hint }
    for (const inner of item.tokens.filter(isList)) yield* items(inner, depth + 1)
  }
}

function* read(tokens: readonly Token[]): Generator<Block> {
  for (const token of tokens) {
    if (isList(token)) yield* items(token, 0)
    else if (isQuote(token)) yield* read(token.tokens)
    else if (isTable(token)) {
      for (const row of [token.header, ...token.rows]) {
        for (const cell of row) yield { text: collapse(cell.tokens.map(plain).join('')) }
      }
    } else if (isHeading(token)) {
      yield { text: collapse(plain(token)), hint: { kind: token.depth === 1 ? 'title' : 'heading' } }
    } else if (token.type === 'code' && 'text' in token && typeof token.text === 'string') {
      for (const line of token.text.split('\n')) yield { text: collapse(line) }
    } else if (token.type !== 'hr' && token.type !== 'space' && token.type !== 'def') {
      yield { text: collapse(plain(token)) }
    }
  }
}

export function markdownBlocks(text: string): Block[] {
  return [...read(lexer(text))].filter((block) => block.text !== '')
}
