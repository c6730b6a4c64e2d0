// The API as a client without an SDK calls it.
import { randomUUID } from 'node:crypto'
import { baseUrl } from './check.mjs'

/** A client of one owner. It echoes positions, so that it reads what it wrote. */
export class Api {
  #positions = new Map()

  constructor(token) {
    this.token = token
  }

  get = path => this.send('GET', path)
  delete = path => this.send('DELETE', path)
  put = (path, body) => this.send('PUT', path, body)
  patch = (path, body) => this.send('PATCH', path, body, 'application/merge-patch+json')
  post = (path, body, key = randomUUID()) =>
    this.send('POST', path, body, 'application/json', { 'Idempotency-Key': key })

  /** The JSON of a success; anything else throws. */
  async send(method, path, body, type = 'application/json', headers = {}) {
    const response = await fetch(baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'Content-Type': type }),
        ...(this.#positions.size
          ? { 'Followthrough-Position': [...this.#positions].map(([s, n]) => `${s}.${n}`).join(',') }
          : {}),
        ...headers
      },
      body: body === undefined ? undefined : JSON.stringify(body)
    })
    const position = response.headers.get('Followthrough-Position')
    if (position) {
      const [source, number] = position.split('.')
      this.#positions.set(source, Math.max(Number(number), this.#positions.get(source) ?? 0))
    }
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
}
