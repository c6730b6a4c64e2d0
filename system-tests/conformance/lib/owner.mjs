// One owner of the random requests: what it has seen, and what it is likely to name.
import { baseUrl } from './check.mjs'
import { Generator } from './generate.mjs'
import { Random } from './random.mjs'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const KEPT = 60
const LIMIT = 20_000

export class Owner {
  #things = new Map()
  #etags = new Map()
  #positions = new Map()

  constructor(number, seed, token) {
    this.random = new Random(seed + number * 7919)
    this.marker = `mark${number}er${seed}`
    this.token = token
    this.generator = new Generator(this.random, name => this.id(name), this.marker)
  }

  /** An id of the kind that a field of this name holds; mostly of a thing that is there. */
  id(name) {
    const kind = kindOf(name)
    const known = this.#things.get(kind)
    if (!known?.length || this.random.chance(0.05)) return this.random.uuid()
    return this.random.chance(0.5) ? known[known.length - 1 - this.random.int(0, Math.min(5, known.length - 1))]
      : this.random.pick(known)
  }

  etag(path) {
    return this.#etags.get(path)
  }

  /** Sends it and tells everything of the answer; what it shows is remembered. */
  async send({ method, path, headers = {}, body, token = this.token, learn = true, stream = false }) {
    const begin = performance.now()
    const response = await fetch(baseUrl + path, {
      method, body, redirect: 'manual', signal: AbortSignal.timeout(LIMIT),
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(learn && this.#positions.size && this.random.chance(0.5)
          ? { 'Followthrough-Position': [...this.#positions].map(([s, n]) => `${s}.${n}`).join(',') } : {}),
        ...headers
      }
    })
    let text = ''
    if (stream && response.ok) await response.body.cancel()
    else text = await response.text()
    const answer = {
      method, path, sent: body, status: response.status, headers: response.headers, text,
      type: response.headers.get('Content-Type')?.split(';')[0] ?? '', milliseconds: performance.now() - begin
    }
    if (/json$/.test(answer.type)) {
      try {
        answer.json = JSON.parse(text)
      } catch {
        answer.notJson = true
      }
    }
    if (learn && response.ok && answer.json !== undefined) {
      this.#learn(answer.json, path.split('?')[0].split('/')[2])
      if (answer.headers.get('ETag')) this.#etags.set(path.split('?')[0], answer.headers.get('ETag'))
    }
    const position = response.headers.get('Followthrough-Position')
    if (learn && position) {
      const [source, number] = position.split('.')
      this.#positions.set(source, Math.max(Number(number), this.#positions.get(source) ?? 0))
    }
    return answer
  }

  #learn(node, kind) {
    if (Array.isArray(node)) node.forEach(one => this.#learn(one, kind))
    else if (node && typeof node === 'object') {
      for (const [key, value] of Object.entries(node)) {
        if (key === 'id' && UUID.test(value)) this.#keep(kind, value)
        else if (key.endsWith('Id') && UUID.test(value)) this.#keep(kindOf(key), value)
        else this.#learn(value, key === 'items' || typeof value !== 'object' ? kind : key)
      }
    }
  }

  #keep(kind, id) {
    const known = this.#things.get(kind) ?? []
    if (!known.includes(id)) known.push(id)
    if (known.length > KEPT) known.shift()
    this.#things.set(kind, known)
  }
}

/** `contactId`, `contactIds` and `contacts` are contacts; so is what a field says of a person. */
function kindOf(name) {
  const stem = name.replace(/Ids?$/, '')
  if (/^(answers|touch)$/.test(stem)) return 'touches'
  if (/^(forGoal|goal)$/.test(stem)) return 'goals'
  if (/^(individual|shared|parts|sameAs)$/.test(stem)) return 'commitments'
  if (/^(endpoint)$/.test(stem)) return 'webhook-endpoints'
  if (/^(introducedBy|to|introduced|person|receiver|promiser|participants|people)/.test(stem)) return 'contacts'
  if (stem === 'delivery') return 'deliveries'
  return stem.endsWith('s') ? stem : `${stem}s`
}
