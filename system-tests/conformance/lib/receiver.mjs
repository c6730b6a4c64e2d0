// A webhook receiver as a customer would write one in Node.
import { createServer } from 'node:http'

/** Keeps what comes, with its exact bytes, and answers what it is told to (204 at first). */
export async function receiver() {
  const state = { received: [], status: 204 }
  const server = createServer((request, response) => {
    const chunks = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      state.received.push({ headers: request.headers, body, status: state.status })
      response.writeHead(state.status).end()
    })
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${server.address().port}/hooks`
  state.close = () => { server.closeAllConnections(); server.close() }
  return state
}
