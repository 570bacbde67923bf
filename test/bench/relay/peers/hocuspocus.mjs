// Hocuspocus with its SQLite store, as its documentation sets it up.
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const [port, folder] = process.argv.slice(2)
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [new SQLite({ database: `${folder}/documents.sqlite` })],
})
await server.listen()
console.log('listening')
