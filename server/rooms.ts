/** The rooms of one conference: loaded when somebody comes, out of the memory a while after everybody left. */
import { Room, type RoomServices } from './room.ts'

export interface Rooms {
  readonly open: (name: string) => Promise<Room>
  /** In the memory now; rights may have changed for its members. */
  readonly loaded: () => readonly Room[]
  readonly close: () => void
}

export function createRooms(conf: string, services: RoomServices): Rooms {
  const rooms = new Map<string, Promise<Room>>()
  const loaded = new Map<string, Room>()
  const idleSince = new Map<string, number>()

  const sweep = setInterval(() => {
    for (const [name, room] of loaded) {
      if (!room.idle) {
        idleSince.delete(name)
        continue
      }
      const since = idleSince.get(name) ?? performance.now()
      idleSince.set(name, since)
      if (performance.now() - since < services.limits.roomIdleMs) continue
      room.close()
      loaded.delete(name)
      rooms.delete(name)
      idleSince.delete(name)
    }
  }, services.limits.roomIdleMs / 2).unref()

  return {
    open: (name) => {
      idleSince.delete(name)
      const known = rooms.get(name)
      if (known !== undefined) return known
      const loading = Room.load(services, conf, name).then((room) => {
        loaded.set(name, room)
        return room
      })
      // a room that cannot be read is tried again by the next who comes
      loading.catch(() => rooms.delete(name))
      rooms.set(name, loading)
      return loading
    },
    loaded: () => [...loaded.values()],
    close: () => {
      clearInterval(sweep)
      for (const room of loaded.values()) room.close()
    },
  }
}
