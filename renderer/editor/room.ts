/**
 * A room as this window holds it: a Yjs document that main keeps. What is typed goes to main at once,
 * what others type arrives a frame at a time, carets travel beside the words. Opening writes nothing.
 *
 * `onReset` is called when the right to write changed or main set words aside: the room must then be
 * closed and opened again, never patched.
 */
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import type { Failure } from '#shared/ipc/contract.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { newEditOrigin, receivedFrom } from '#shared/words/origin.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import type { MainLine } from '#renderer/bridge/main-line.ts'
import { userLabel, type RoomUser } from './room-user.ts'

export interface OpenRoom {
  readonly name: string
  readonly text: Y.Text
  readonly awareness: Awareness
  readonly writable: boolean
  clauses(): readonly Clause[]
  /** Called after each change of the words, whoever made it. */
  onWords(listener: () => void): () => void
  /** Who is here, this window left out; sorted, each once. */
  present(): readonly string[]
  onPresence(listener: () => void): () => void
  /** Takes every word out: the draft on the screen is dropped or done. */
  empty(): void
  /** May be called twice. */
  close(): void
}

export interface RoomCalls {
  readonly line: MainLine
  readonly conf: string
  readonly user: RoomUser
  readonly onReset: () => void
  readonly onFailure: (failure: Failure) => void
}

/** A hidden window draws no frames; its words must not wait for it to be looked at. */
const LONGEST_WAIT_MS = 100
const RECEIVED = receivedFrom('store')

export async function openRoom(name: string, calls: RoomCalls): Promise<OpenRoom | null> {
  const { line, conf } = calls
  const early: Uint8Array[] = []
  // listens before it asks: an update between answer and listener would be lost
  const stopEarly = line.on('room.update', (event) => {
    if (event.conf === conf && event.room === name) early.push(event.update)
  })
  const reply = await line.call('room.open', { conf, room: name })
  stopEarly()
  if (!reply.ok) {
    calls.onFailure(reply.error)
    return null
  }
  const { state, client, writable } = reply.value
  const doc = newRoomDoc(client)
  doc.transact(() => {
    for (const update of [state, ...early]) Y.applyUpdate(doc, update, RECEIVED)
  }, RECEIVED)
  return connect(name, doc, writable, calls)
}

function connect(name: string, doc: Y.Doc, writable: boolean, calls: RoomCalls): OpenRoom {
  const { line, conf } = calls
  const text = bodyOf(doc)
  const awareness = new Awareness(doc)
  awareness.setLocalState(writable ? { user: calls.user } : null)
  const inbox = frameInbox((updates) => {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, RECEIVED)
    }, RECEIVED)
  })
  const mine = (event: { readonly conf: string; readonly room: string }) =>
    event.conf === conf && event.room === name
  const opened = Y.encodeStateVector(doc)
  /** A write failed (a full disk): what follows rests on it, so main is given all of it again. */
  let behind = false
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === RECEIVED) return
    const lacking = behind ? Y.encodeStateAsUpdate(doc, opened) : update
    void line.call('room.write', { conf, room: name, update: lacking }).then((reply) => {
      behind = !reply.ok
      if (!reply.ok) calls.onFailure(reply.error)
    })
  }
  const onAwareness = (changes: AwarenessChanges, origin: unknown) => {
    if (origin === RECEIVED) return
    const update = encodeAwarenessUpdate(awareness, [
      ...changes.added,
      ...changes.updated,
      ...changes.removed,
    ])
    void line.call('room.awareness', { conf, room: name, update })
  }
  doc.on('update', onUpdate)
  awareness.on('update', onAwareness)
  if (writable) onAwareness({ added: [doc.clientID], updated: [], removed: [] }, null)
  const ends = [
    line.on('room.update', (event) => {
      if (mine(event)) inbox.push(event.update)
    }),
    line.on('room.awareness', (event) => {
      if (mine(event)) applyAwarenessUpdate(awareness, event.update, RECEIVED)
    }),
    line.on('room.reset', (event) => {
      if (mine(event)) calls.onReset()
    }),
  ]
  let open = true
  return {
    name,
    text,
    awareness,
    writable,
    clauses: () => readClauses(text),
    onWords(listener) {
      doc.on('afterTransaction', listener)
      return () => {
        doc.off('afterTransaction', listener)
      }
    },
    present: () => presentIn(awareness),
    onPresence(listener) {
      awareness.on('change', listener)
      return () => {
        awareness.off('change', listener)
      }
    },
    empty() {
      doc.transact(() => {
        text.delete(0, text.length)
      }, newEditOrigin())
    },
    close() {
      if (!open) return
      open = false
      awareness.setLocalState(null)
      for (const end of ends) end()
      inbox.close()
      awareness.destroy()
      doc.destroy()
      void line.call('room.close', { conf, room: name })
    },
  }
}

interface AwarenessChanges {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

function presentIn(awareness: Awareness): readonly string[] {
  const labels = new Set<string>()
  for (const [client, state] of awareness.getStates()) {
    const label = client === awareness.clientID ? '' : userLabel(state['user'])
    if (label !== '') labels.add(label)
  }
  return [...labels].sort()
}

/** Gathers what arrives and hands it on once a frame: ten remote steps cost one rendering. */
function frameInbox(deliver: (updates: readonly Uint8Array[]) => void) {
  let waiting: Uint8Array[] = []
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = 0
    timer = undefined
  }
  const flush = () => {
    stop()
    const updates = waiting
    waiting = []
    if (updates.length > 0) deliver(updates)
  }
  return {
    push(update: Uint8Array) {
      waiting.push(update)
      if (frame !== 0) return
      frame = requestAnimationFrame(flush)
      timer = setTimeout(flush, LONGEST_WAIT_MS)
    },
    close: stop,
  }
}
