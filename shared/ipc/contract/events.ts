/** What main tells the window unasked. */
import { z } from 'zod'
import { admittedAct, syncState } from './conference.ts'
import { bytes, hat, hex, id, text } from './fields.ts'
import { EXPORT_STEPS } from './papers.ts'

export const events = {
  acts: z.strictObject({ conf: hex(32), acts: z.array(admittedAct) }),
  hats: z.strictObject({ conf: hex(32), hats: z.array(hat) }),
  sync: syncState,
  'room.update': z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
  'room.awareness': z.strictObject({ conf: hex(32), room: text(200), update: bytes }),
  /** The right to write this room changed, or its words were set aside and it must be opened again. */
  'room.reset': z.strictObject({ conf: hex(32), room: text(200), writable: z.boolean() }),
  blob: z.strictObject({ conf: hex(32), hash: hex(64) }),
  drafts: z.strictObject({ conf: hex(32) }),
  /** Acts this device had signed were refused for good and are gone: what the window holds is to be read again. */
  'conference.reset': z.strictObject({ conf: hex(32) }),
  enrolments: z.strictObject({ conf: hex(32) }),
  catalogue: z.null(),
  'export.step': z.strictObject({ conf: hex(32), doc: id, step: z.enum(EXPORT_STEPS) }),
  /** A command of the native menu. */
  menu: z.enum([
    'about',
    'import',
    'export',
    'matrix',
    'text',
    'shortcuts',
    'find',
    'goTo',
    'comment',
    'replace',
    'saveExchange',
    'openExchange',
  ]),
} as const
