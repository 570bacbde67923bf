// The reference: copies bytes to everybody else in the same room and does nothing else.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: Number(process.argv[2]),
  host: '127.0.0.1',
  perMessageDeflate: false,
})
server.on('connection', (socket, { url }) => {
  socket.room = url
  socket.on('message', (data) => {
    for (const other of server.clients)
      if (other !== socket && other.room === url && other.readyState === 1) other.send(data, { binary: true })
  })
})
server.on('listening', () => console.log('listening'))
