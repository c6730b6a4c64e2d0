// The mail server of the stack, as far as it needs one: takes every mail.
import { createServer } from 'node:net'

/** Listens on that port; `received` holds each mail's recipients and its text, decoded. */
export async function mailbox(port) {
  const state = { received: [] }
  const sockets = new Set()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    take(socket, state.received)
  })
  await new Promise((resolve, reject) => server.on('error', reject).listen(Number(port), '127.0.0.1', resolve))
  state.close = () => { sockets.forEach(socket => socket.destroy()); server.close() }
  return state
}

function take(socket, received) {
  const say = line => socket.write(`${line}\r\n`)
  let rest = ''
  let mail
  let to = []
  say('220 mailbox')
  socket.on('data', chunk => {
    rest += chunk.toString('latin1')
    for (let end; (end = rest.indexOf('\r\n')) >= 0;) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (mail) {
        if (line !== '.') {
          mail.push(line)
          continue
        }
        received.push({ to, text: decoded(mail.join('\n')) })
        mail = undefined
        to = []
        say('250 taken')
      } else if (/^RCPT TO:/i.test(line)) {
        to.push(line.slice(8).replace(/[<>]/g, '').trim())
        say('250 yes')
      } else if (/^DATA/i.test(line)) {
        mail = []
        say('354 go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 goodbye')
        socket.end()
      } else say('250 yes')
    }
  })
}

/** Undoes quoted-printable; the mails are plain words in UTF-8. */
function decoded(text) {
  return Buffer.from(text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')
}
