/** The reference for "no work at all": a bare `ws` server that copies each message to everybody else. */
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('error', () => undefined)
  socket.on('message', (data, binary) => {
    for (const client of server.clients) if (client !== socket) client.send(data, { binary })
  })
})
server.on('listening', () => {
  const { port } = server.address() as AddressInfo // a port, not a pipe
  process.stdout.write(`${JSON.stringify({ address: `ws://127.0.0.1:${String(port)}` })}\n`)
})
