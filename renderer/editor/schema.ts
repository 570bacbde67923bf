/**
 * The editor's schema, as flat as the text: a document is clauses, a clause is inline content.
 * It is also the sanitiser for what is pasted: only what has a parse rule here survives, and ids and
 * unknown content have none (rule W7).
 *
 * Needs from the window's style sheet: `white-space: pre-wrap` on the editable element (editor.css).
 */
import { Mark, Node, type Extensions } from '@tiptap/core'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { readLevel } from '#shared/words/clauses.ts'
import { CLAUSE_DEFAULTS, type Flag } from '#shared/words/shape.ts'
import { isSafeLink } from '#shared/words/whitelist.ts'
import { PASTED_STYLE, styledFlag } from './pasted-html.ts'

/** An attribute that lives in the model only. */
const hidden = (value: unknown) => ({ default: value, rendered: false, parseHTML: () => value })

const Doc = Node.create({ name: 'doc', topNode: true, content: 'clause+' })
const Text = Node.create({ name: 'text', group: 'inline' })

const HEADING_TAGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const tagOf = (kind: unknown): string => (kind === 'title' ? 'h2' : kind === 'heading' ? 'h3' : 'p')

const Clause = Node.create({
  name: 'clause',
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: () => null,
      renderHTML: ({ id }) => (id === null ? {} : { 'data-id': id as string }), // string or null, see ClauseAttributes
    },
    kind: {
      default: CLAUSE_DEFAULTS.kind,
      parseHTML: (element) => {
        const kind = element.getAttribute('data-kind') ?? ''
        if (CLAUSE_KINDS.some((known) => known === kind)) return kind
        return HEADING_TAGS.includes(element.localName) ? 'heading' : CLAUSE_DEFAULTS.kind
      },
      renderHTML: ({ kind }) => ({ 'data-kind': kind as string }), // see ClauseAttributes
    },
    level: {
      default: CLAUSE_DEFAULTS.level,
      parseHTML: (element) => readLevel(Number(element.getAttribute('data-level'))),
      renderHTML: ({ level }) => ({ 'data-level': String(readLevel(level)) }),
    },
    suppressed: {
      default: CLAUSE_DEFAULTS.suppressed,
      parseHTML: () => false,
      renderHTML: ({ suppressed }) => (suppressed === true ? { 'data-suppressed': '' } : {}),
    },
    extra: hidden(null),
  }),
  parseHTML: () => ['p', 'li', 'blockquote', 'pre', ...HEADING_TAGS].map((tag) => ({ tag })),
  renderHTML: ({ node, HTMLAttributes }) => [tagOf(node.attrs['kind']), HTMLAttributes, 0],
})

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})

const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ id: hidden('') }),
  renderHTML: ({ node }) => [
    'sup',
    { class: 'footnote-reference', 'data-footnote': String(node.attrs['id']) },
  ],
})

/** Shown as a placeholder, carried as it is. */
const UnknownEmbed = Node.create({
  name: 'unknownEmbed',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ embed: hidden({}) }),
  renderHTML: () => ['span', { class: 'unknown-embed' }, '\u25A2'],
})

/** A flag by its tags, or by the style that office programs write instead of them (pasted-html.ts). */
const flag = (name: Flag, ...tags: readonly [string, ...(readonly string[])]) =>
  Mark.create({
    name,
    parseHTML: () => [
      ...tags.map((tag) => ({
        tag,
        getAttrs: (element: HTMLElement) => (styledFlag(name, element) === false ? false : null),
      })),
      {
        tag: `[${PASTED_STYLE}]`,
        consuming: false,
        getAttrs: (element) => (styledFlag(name, element) === true ? null : false),
      },
    ],
    renderHTML: () => [tags[0], 0],
  })

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.getAttribute('href') ?? '' },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isSafeLink(element.getAttribute('href')) ? null : false) },
  ],
  // an address that is not safe may have come from elsewhere than paste: it is shown, never followed
  renderHTML: ({ mark }) => [
    'a',
    isSafeLink(mark.attrs['href']) ? { href: mark.attrs['href'], rel: 'noopener noreferrer' } : {},
    0,
  ],
})

/** Attributes of a newer version on a stretch of text. */
const Unknown = Mark.create({
  name: 'unknown',
  addAttributes: () => ({ attrs: hidden({}) }),
  renderHTML: () => ['span', { class: 'unknown-format' }, 0],
})

export const SCHEMA_EXTENSIONS: Extensions = [
  Doc,
  Clause,
  Text,
  HardBreak,
  Footnote,
  UnknownEmbed,
  Link,
  flag('bold', 'strong', 'b'),
  flag('italic', 'em', 'i'),
  flag('underline', 'u'),
  Unknown,
]
