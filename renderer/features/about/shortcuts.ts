/** The keys there are, by where they work. A group of keys is pressed together; `/` stands between two ways. */
import type { MessageId } from '#shared/i18n/catalogue.ts'

/** `Mod` is Ctrl, and the command key on a Mac. */
export type KeyName = 'Mod' | 'Shift' | 'Enter' | (string & {})

export interface Shortcut {
  readonly words: MessageId
  readonly ways: readonly (readonly KeyName[])[]
}

export const SHORTCUTS: readonly { readonly title: MessageId; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'about.shortcuts.window',
    shortcuts: [
      { words: 'about.shortcut.regions', ways: [['F6'], ['Shift', 'F6']] },
      {
        words: 'about.shortcut.nextOpen',
        ways: [
          ['Alt', '↓'],
          ['Alt', '↑'],
        ],
      },
      {
        words: 'proposals.shortcut.next',
        ways: [
          ['Alt', 'Shift', '↓'],
          ['Alt', 'Shift', '↑'],
        ],
      },
      { words: 'proposals.shortcut.support', ways: [['Mod', 'Enter']] },
      { words: 'proposals.shortcut.reserve', ways: [['Mod', 'Shift', 'R']] },
      { words: 'proposals.shortcut.object', ways: [['Mod', 'Shift', 'X']] },
      { words: 'about.shortcut.goTo', ways: [['F5'], ['Mod', 'G']] },
      { words: 'about.shortcut.find', ways: [['Mod', 'F']] },
      { words: 'replace.title', ways: [['Mod', 'H']] },
      { words: 'comments.begin', ways: [['Mod', 'Alt', 'M']] },
      { words: 'about.shortcut.matrix', ways: [['Mod', 'Shift', 'M']] },
      { words: 'about.shortcut.export', ways: [['Mod', 'Shift', 'S']] },
      { words: 'about.shortcut.help', ways: [['F1'], ['Mod', '/']] },
    ],
  },
  {
    title: 'about.shortcuts.matrix',
    shortcuts: [
      { words: 'about.shortcut.cells', ways: [['←'], ['↑'], ['↓'], ['→']] },
      { words: 'about.shortcut.details', ways: [['Enter']] },
      { words: 'about.shortcut.own', ways: [['1', '…', '6']] },
    ],
  },
  {
    title: 'about.shortcuts.text',
    shortcuts: [
      {
        words: 'about.shortcut.undo',
        ways: [
          ['Mod', 'Z'],
          ['Mod', 'Y'],
        ],
      },
      {
        words: 'about.shortcut.bold',
        ways: [
          ['Mod', 'B'],
          ['Mod', 'I'],
        ],
      },
    ],
  },
  {
    title: 'about.shortcuts.import',
    shortcuts: [
      { words: 'about.shortcut.range', ways: [['Shift', '↓']] },
      { words: 'about.shortcut.kind', ways: [['1', '…', '8']] },
      { words: 'about.shortcut.level', ways: [['←'], ['→']] },
    ],
  },
]
