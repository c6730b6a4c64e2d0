// Calls that must be refused for one reason, by one owner.
import { randomUUID } from 'node:crypto'
import { judge, short } from './answers.mjs'
import { Api } from './api.mjs'
import { operations, resolve } from './document.mjs'
import { Owner } from './owner.mjs'
import { Random } from './random.mjs'

const HOUR = 3600_000
const FIRST = ['Emmy', 'Hedy', 'Leonhard', 'Mary', 'Niklaus', 'Sofia', 'Tony']
const LAST = ['Euler', 'Hoare', 'Kovalevskaya', 'Lamarr', 'Noether', 'Somerville', 'Wirth']
const WEEK = 168 * HOUR
const byId = new Map(operations.map(operation => [operation.operationId, operation]))

/** The instant so many hours before now; after it, if negative. */
export const ago = hours => new Date(Date.now() - hours * HOUR).toISOString()

/** A time in the coming year. */
export const SOON = ago(-48)

export class Refused {
  #findings
  #owner
  #random = new Random(3)
  count = 0

  constructor(findings, token) {
    this.#findings = findings
    this.#owner = new Owner(6, 1, token)
    this.api = new Api(token)
  }

  /**
   * Calls the operation; `at` fills its path from left to right. The answer must be the problem of
   * that type.
   */
  async expect(type, operationId, at = [], body, { query = '', headers = {}, token } = {}) {
    const answer = await this.call(operationId, at, body, { query, headers, token })
    const got = answer.json?.type?.split('/').pop()
    this.#findings.check(got === type, `${operationId}: ${got ?? answer.status} instead of ${type}`,
      `${answer.method} ${answer.path} ${short(answer.sent)} → ${answer.status} ${short(answer.text)}`)
    this.count++
    return answer
  }

  async call(operationId, at = [], body, { query = '', headers = {}, token } = {}) {
    const operation = byId.get(operationId)
    if (!operation) throw new Error(`no operation ${operationId}`)
    const request = { method: operation.method, headers: { ...headers }, token, learn: false }
    request.path = filled(operation.path, at) + (query && `?${query}`)
    if (body !== undefined) {
      request.headers['Content-Type'] = Object.keys(operation.requestBody.content)[0]
      request.body = typeof body === 'string' ? body : JSON.stringify(body)
    }
    if (operation.method === 'POST') request.headers['Idempotency-Key'] ??= randomUUID()
    request.stream = Boolean(resolve(operation.responses[200])?.content?.['text/event-stream'])
    const answer = await this.#owner.send(request)
    judge(operation, answer, this.#findings)
    return answer
  }

  /** An id that nobody has. */
  unknown() {
    return this.#random.uuid()
  }

  /** So many new contacts' ids. */
  async contacts(count = 1, more = {}) {
    const made = []
    for (let i = 0; i < count; i++) made.push((await this.api.post('/v1/contacts', { name: `${this.#random.pick(FIRST)} ${this.#random.pick(LAST)}`, ...more })).id)
    return made
  }

  /**
   * A held meeting with new contacts, and its agreement's commitments: the owner's, the contacts' and
   * the shared one. Its deadline is that many seconds ahead; else most of a week.
   */
  async agreement({ people = 1, seconds } = {}) {
    const contacts = await this.contacts(people)
    const endsAt = seconds === undefined ? Date.now() - HOUR : Date.now() - WEEK + seconds * 1000
    const { id: meeting } = await this.api.post('/v1/meetings', {
      kind: people === 1 ? 'oneOnOne' : 'group', status: 'held', contactIds: contacts,
      startsAt: new Date(endsAt - HOUR).toISOString(), endsAt: new Date(endsAt).toISOString()
    })
    const [{ id, dueAt, commitments }] = (await this.api.get(`/v1/agreements?meetingId=${meeting}`)).items
    const of = promiser => commitments.find(one => one.kind === 'individual' && one.promiser === promiser).id
    return { id, meeting, dueAt, contacts, contact: contacts[0], mine: of('owner'), theirs: of(contacts[0]),
      all: contacts.map(of), shared: commitments.find(one => one.kind === 'shared').id }
  }

  /** Words it, and promises it for the one that is named, or for all. */
  async promise(commitment, by) {
    await this.api.patch(`/v1/commitments/${commitment}`, { text: 'Send the article on gears', complexity: 'simple' })
    return this.api.post(`/v1/commitments/${commitment}/promise`, by ? { by } : undefined)
  }

  deliver = (commitment, by) => this.api.post(`/v1/commitments/${commitment}/delivery`, by ? { by } : undefined)

  /** The token of a new share link for the contact. */
  link = async (agreement, contact = agreement.contact) =>
    (await this.api.post(`/v1/agreements/${agreement.id}/share-links`, { contactId: contact })).token
}

export function filled(path, at) {
  let next = 0
  return path.replace(/\{\w+}/g, () => at[next++])
}
