/** What a folder may not name: each ban says what to use instead. */

interface Ban {
  readonly name: string
  readonly message: string
}

const ban = (message: string, names: string): Ban[] => names.split(' ').map((name) => ({ name, message }))

/** shared/ runs everywhere: no DOM, no Node, no clock, no timers. */
export const SHARED_GLOBALS: Ban[] = [
  ...ban(
    'Logic gets a clock or a scheduler as an argument.',
    'setTimeout setInterval setImmediate performance',
  ),
  ...ban('Logic gets what it needs as an argument.', 'queueMicrotask requestAnimationFrame fetch crypto'),
  ...ban('Nothing here knows the window.', 'window document navigator localStorage sessionStorage location'),
  ...ban('Nothing here knows the window.', 'WebSocket Worker indexedDB self'),
  ...ban('Nothing here knows Node.', 'process Buffer require module __dirname __filename global'),
  ...ban('Answer with a value; the rim reports.', 'console alert'),
  ...ban('Name the thing itself.', 'globalThis eval'),
]

/** The page is sandboxed: no Node, and no network or store of its own. */
export const PAGE_GLOBALS: Ban[] = [
  ...ban('The page knows no Node.', 'process Buffer require module __dirname __filename global setImmediate'),
  ...ban('Main holds connections and records; ask through the bridge.', 'fetch WebSocket XMLHttpRequest'),
  ...ban(
    'Main holds connections and records; ask through the bridge.',
    'localStorage sessionStorage indexedDB',
  ),
  ...ban('Use a dialog of renderer/ui.', 'alert confirm prompt'),
  ...ban('The content security policy forbids it.', 'eval'),
]

export const CLOCK_PROPERTIES = [
  { object: 'Date', property: 'now', message: 'Time arrives as an argument.' },
  { object: 'Math', property: 'random', message: 'Randomness arrives as an argument.' },
]

export const CLOCK_SYNTAX = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time arrives as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Time arrives as an argument.' },
]

export const HOUSE_SYNTAX = [
  {
    selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
    message: 'No `as unknown as`: parse the value, or give the type where it is made.',
  },
  { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
  { selector: 'TSEnumDeclaration', message: 'A union of literals instead of an enum.' },
]

export const PAGE_SYNTAX = [
  {
    selector: "MemberExpression[object.name='window'][property.name='consenso']",
    message: 'Only renderer/bridge touches what the preload gives.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text is rendered, never parsed as markup.',
  },
]

export const IMPORT_PATTERNS = [
  { regex: '^\\.\\.(/|$)', message: 'Write #folder/… for anything above this folder.' },
  { regex: '^(#|\\./).*\\.jsx?$', message: 'Write the extension the file has (.ts, .tsx).' },
]
