/** Whether words on the way to the relay could be read by others on the network: `ws:` beyond this machine. */
export function isUnprotected(relay: string): boolean {
  if (!relay.startsWith('ws:')) return false
  const host = relay.slice('ws://'.length).replace(/:\d+$/, '')
  return !(host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host))
}
