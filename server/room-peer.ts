/** What a room needs of a connection. */
export interface RoomPeer {
  readonly sendFrames: (messages: readonly (Uint8Array | string)[]) => void
  /** The same bytes for everybody, framed once. */
  readonly sendFramed: (frames: Buffer) => void
  /** Bytes handed to the socket and not yet taken by the network. */
  readonly backlog: () => number
  readonly onceDrained: (listener: () => void) => void
}

export interface RoomMember {
  readonly peer: RoomPeer
  readonly keys: ReadonlySet<string>
  /** clientIDs declared in the signed statements. */
  readonly clients: ReadonlySet<number>
}
