/** Rooms for the editor: the state from the disk, each write back to it, who else is there. */
import { failed, notHere, notSaved, succeeded } from '#main/outcome.ts'
import { onConference, type Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names = 'room.open' | 'room.write' | 'room.awareness' | 'room.close' | 'room.authors'

export function roomHandlers(desk: Desk): Pick<Handlers, Names> {
  return {
    'room.open': (input) =>
      onConference(desk, input, async ({ rooms }) => {
        const opened = await rooms.open(input.room)
        return opened === null ? notHere : succeeded(opened)
      }),
    'room.write': (input) =>
      onConference(desk, input, async ({ rooms }) => {
        const written = await rooms.write(input.room, input.update)
        if (written.ok) return succeeded(null)
        if (written.code === 'storage') return notSaved
        if (written.code === 'notOpen') return notHere
        return failed('refused', `refusal.${written.code}`)
      }),
    'room.awareness': (input) =>
      onConference(desk, input, ({ rooms }) =>
        rooms.awareness(input.room, input.update) ? succeeded(null) : notHere,
      ),
    'room.close': (input) =>
      onConference(desk, input, ({ rooms }) => {
        rooms.closeRoom(input.room)
        return succeeded(null)
      }),
    'room.authors': (input) =>
      onConference(desk, input, ({ rooms }) => succeeded([...rooms.authors(input.room)])),
  }
}
