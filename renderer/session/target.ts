/** Which document an intent is about, and in whose name it is made. */
export interface Target {
  readonly conf: string
  readonly doc: string
  readonly hat: string
}
