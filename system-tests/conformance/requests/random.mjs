// Random requests from the schemas, a few thousand or (--full) tens of thousands: nothing undocumented
// is answered, every answer validates, no 5xx, no hang, no stack trace, nothing of another owner;
// what has succeeded is repeated (Idempotency-Key), conditional requests are honoured (If-Match,
// If-None-Match), another owner finds nothing. The seed repeats a run as far as the clock lets it.
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, problemTypes, short } from '../lib/answers.mjs'
import { Api } from '../lib/api.mjs'
import { baseUrl, Findings, told } from '../lib/check.mjs'
import { operations, resolve } from '../lib/document.mjs'
import { network } from '../lib/network.mjs'
import { receiver } from '../lib/receiver.mjs'
import { NASTY } from '../lib/random.mjs'
import { Owner } from '../lib/owner.mjs'

const REQUESTS = told('FULL') ? 40_000 : 4_000
const seed = told('SEED') ? Number(told('SEED')) : randomInt(1_000_000)
const tokens = told('TOKENS').split(' ')
const owners = tokens.slice(0, 4).map((token, number) => new Owner(number, seed, token))
const stranger = tokens[4]
const findings = new Findings()
const seen = new Map(operations.map(operation => [operation.operationId, new Map()]))
const refusals = new Map()
const hooks = await receiver()
let sent = 0
console.log(`seed ${seed}: ${REQUESTS} requests by ${owners.length} owners`)

// what brings things into being comes first and more often, so that the rest has something to name
const MAKERS = ['createContact', 'createContact', 'createMeeting', 'recordTouch', 'setGoal', 'planTrip', 'makeAsk', 'recordFavour',
  'createWebhookEndpoint', 'createMeeting', 'listAgreements', 'listCommitments', 'listReminders', 'listDeliveries', 'listEvents', 'listOpenLoops']
const byId = new Map(operations.map(operation => [operation.operationId, operation]))
const makers = MAKERS.filter(name => byId.has(name)).map(name => byId.get(name))

await Promise.all(owners.map(work))
await lastWords()
coverage()
hooks.close()
findings.end(`seed ${seed}: ${sent} requests, ${operations.length} operations, ` +
  `${[...seen.values()].reduce((sum, statuses) => sum + statuses.size, 0)} pairs of operation and status`)

async function work(owner) {
  const random = owner.random
  await network(new Api(owner.token), hooks.url)
  for (const operation of operations.filter(one => one.method === 'GET' && !one.path.includes('{'))) await one(owner, operation, true)
  const own = Math.floor(REQUESTS / owners.length)
  for (let i = 0; i < own; i++) {
    const operation = i < makers.length ? makers[i] : random.chance(0.15) ? random.pick(makers) : random.pick(operations)
    const good = i < makers.length
    try {
      await one(owner, operation, good)
    } catch (error) {
      findings.add(`${operation.operationId}: no answer: ${error.name} ${error.cause?.code ?? error.message}`, `after ${sent} requests`)
      if (findings.count > 200) throw error
    }
  }
}

async function one(owner, operation, good) {
  const request = make(owner, operation, good)
  const answer = await tell(owner, operation, request)
  if (answer.status >= 300) return
  const random = owner.random
  if (operation.method === 'POST' && request.headers['Idempotency-Key'] && random.chance(0.3)) await repeat(owner, operation, request, answer)
  if (operation.method === 'GET' && answer.headers.get('ETag') && random.chance(0.2)) await unchanged(owner, operation, request, answer)
  if (operation.path.includes('{') && random.chance(0.1)) await asStranger(owner, operation, request)
}

/** Sends it and judges the answer; counts what was seen. */
async function tell(owner, operation, request) {
  sent++
  const answer = await owner.send(request)
  judge(operation, answer, findings, owners.filter(other => other !== owner).map(other => other.marker))
  const statuses = seen.get(operation.operationId)
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  if (request.allowed && answer.status === 400) {
    for (const error of answer.json?.errors ?? []) {
      const key = `${operation.operationId} ${error.rule} ${error.pointer.replace(/\/\d+/g, '/…')}`
      refusals.set(key, refusals.get(key) ?? short(request.body ?? request.path))
    }
  }
  return answer
}

function make(owner, operation, good) {
  const random = owner.random
  const rough = !good && random.chance(0.25)
  const request = { method: operation.method, headers: {}, allowed: !rough }
  request.path = operation.path.replace(/\{(\w+)}/g, (whole, name, at) => {
    const parameter = operation.parameters.find(one => one.in === 'path' && one.name === name)
    if (rough && random.chance(0.3)) return encodeURIComponent(random.pick(NASTY).toWellFormed().slice(0, 400) || 'x')
    if (resolve(parameter.schema).type === 'integer') return String(random.int(1, 3))
    return owner.id(name === 'id' ? operation.path.slice(0, at).split('/').at(-2) : name)
  })
  const query = new URLSearchParams()
  for (const parameter of operation.parameters.filter(one => one.in === 'query')) {
    if (!parameter.required && !random.chance(0.25)) continue
    if (parameter.name === 'cursor' && !rough) continue // a cursor comes from a list: see pages
    const value = owner.generator.value(parameter.schema, parameter.name)
    for (const item of [value].flat()) {
      query.append(parameter.name, rough && random.chance(0.4) ? random.pick(NASTY).toWellFormed().slice(0, 1000) : String(item))
    }
  }
  if (rough && random.chance(0.1)) query.append('unknown', '1')
  if ([...query].length) request.path += `?${query}`
  headers(owner, operation, request, rough)
  if (operation.requestBody) body(owner, operation, request, rough)
  request.stream = Object.keys(resolve(operation.responses[200])?.content ?? {}).includes('text/event-stream')
  return request
}

function headers(owner, operation, request, rough) {
  const random = owner.random
  if (operation.method === 'POST' && random.chance(0.6)) request.headers['Idempotency-Key'] = random.uuid()
  if (['PATCH', 'PUT', 'DELETE'].includes(operation.method) && random.chance(0.3)) {
    request.headers['If-Match'] = owner.etag(request.path) ?? '"0"'
  }
  if (!rough) return
  switch (random.int(0, 9)) {
    case 0: request.token = ''; break
    case 1: request.token = told('TOKEN_WITHOUT_SCOPES'); break
    case 2: request.token = `${owner.token.slice(0, -3)}AAA`; break
    case 3: request.headers.Accept = random.pick(['text/html', 'application/xml', 'image/png, */*;q=0', '*/*', 'application/problem+json']); break
    case 4: request.headers['If-Match'] = random.pick(['*', 'W/"1"', 'x', '""', '"1","2"']); break
    case 5: if (operation.method === 'POST') request.headers['Idempotency-Key'] = random.pick(['', '"q"', 'x'.repeat(255), 'x'.repeat(300), 'a b']); break
    case 6: request.headers['Followthrough-Position'] = random.pick(['contacts.1', 'contacts.1', random.chance(0.2) ? 'contacts.99999999' : 'commitments.1', 'x', 'contacts', '', 'nobody.1', 'contacts.-1']); break
    case 7: request.headers['X-Request-Id'] = random.pick(['abc', 'x'.repeat(500), '"']); break
    case 8: request.headers['If-None-Match'] = random.pick(['*', 'x', '"1"']); break
    default: request.headers.traceparent = random.pick(['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'x'])
  }
}

function body(owner, operation, request, rough) {
  const random = owner.random
  const [type, media] = random.pick(Object.entries(operation.requestBody.content))
  request.headers['Content-Type'] = type
  if (!operation.requestBody.required && random.chance(0.4)) {
    delete request.headers['Content-Type']
    return
  }
  if (!/json$/.test(type)) {
    request.body = rough ? random.pick(NASTY).toWellFormed() : media.example ?? ''
    return
  }
  let value = owner.generator.value(media.schema)
  if (media.example && random.chance(0.5)) value = named(owner, { ...media.example, ...(random.chance(0.3) ? value : {}) })
  steady(owner, operation, value)
  if (rough && random.chance(0.8)) value = owner.generator.broken(value)
  else if (rough) {
    request.body = random.pick(['', '{', 'null', '[]', '"x"', '{"a":1,"a":2}', '['.repeat(2000), '{"name":"\\ud800"}', '\u0000', 'true', '{"name": 1e99999}'])
    if (random.chance(0.3)) request.headers['Content-Type'] = random.pick(['text/plain', 'application/x-www-form-urlencoded', 'x', type + '; charset=latin1'])
    return
  }
  request.body = value === undefined ? '' : JSON.stringify(value)
  if (value?.everything) request.body = '{"everything": false}'
}

/** The document's example with this owner's ids in place of its own. */
function named(owner, value, name = '') {
  if (Array.isArray(value)) return value.map(item => named(owner, item, name))
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(owner, item, key)]))
  }
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? owner.id(name) : value
}

/** What would end the run, or send it elsewhere: erasing all, endpoints on other hosts; and times that fit. */
function steady(owner, operation, value) {
  if (operation.operationId === 'eraseData') delete value.everything
  if (/Webhook/.test(operation.operationId) && value.url) value.url = hooks.url
  if (operation.operationId === 'createMeeting') {
    const end = Date.parse(owner.generator.instant())
    value.startsAt = new Date(end - 3600_000).toISOString()
    value.endsAt = new Date(end).toISOString()
    if (end < Date.now() && owner.random.chance(0.7)) value.status = 'held'
  }
}

/** The same again gives the same, byte for byte; another body under that key is refused. */
async function repeat(owner, operation, request, answer) {
  const again = await tell(owner, operation, { ...request, learn: false })
  const where = `${request.method} ${request.path} ${short(request.body)} → ${short(answer.text)} then ${again.status} ${short(again.text)}`
  findings.check(again.status === answer.status && again.text === answer.text, `${operation.operationId}: a repeat is answered otherwise`, where)
  for (const name of ['Location', 'ETag']) {
    findings.check(again.headers.get(name) === answer.headers.get(name), `${operation.operationId}: a repeat has another ${name}`, where)
  }
  if (request.body?.startsWith('{')) {
    const other = await tell(owner, operation, { ...request, body: `${request.body.slice(0, -1)}${request.body.length > 2 ? ',' : ''}"another": 1}`, allowed: false, learn: false })
    findings.check([400, 422].includes(other.status), `${operation.operationId}: another body under a used key is taken`, `${where} then ${other.status}`)
  }
}

async function unchanged(owner, operation, request, answer) {
  const again = await tell(owner, operation, { ...request, headers: { ...request.headers, 'If-None-Match': answer.headers.get('ETag') } })
  findings.check(again.status === 304 || again.headers.get('ETag') !== answer.headers.get('ETag'),
    `${operation.operationId}: If-None-Match is not honoured`, `${request.path} ${answer.headers.get('ETag')} → ${again.status}`)
}

/** Another owner finds nothing there: 404, or for what it says wrongly 400. */
async function asStranger(owner, operation, request) {
  const again = await tell(owner, operation, { ...request, token: stranger, learn: false, allowed: false })
  findings.check([404, 400, 412].includes(again.status), `${operation.operationId}: another owner gets ${again.status}`,
    `${request.method} ${request.path} ${short(request.body)} → ${short(again.text)}`)
}

/** Each kind of problem has a page that explains it; the services' logs tell of no fault. */
async function lastWords() {
  for (const type of problemTypes) {
    const page = await fetch(baseUrl + type)
    findings.check(page.status === 200 && (await page.text()).length > 100, 'a type of problem is not explained', `${type} → ${page.status}`)
  }
  for (const name of readdirSync(told('STACK_LOGS')).filter(file => /^(contacts|commitments|notifications)/.test(file))) {
    for (const line of readFileSync(join(told('STACK_LOGS'), name), 'utf8').split('\n')) {
      if (/"level":\s*"(ERROR|FATAL)"|\bERROR\b/.test(line)) {
        findings.add(`${name} tells of an error`, line.slice(0, 1500))
      }
    }
  }
}

/** Writes what was reached. */
function coverage() {
  const lines = []
  for (const operation of operations) {
    const statuses = seen.get(operation.operationId)
    const never = Object.keys(operation.responses).filter(status => !statuses.has(Number(status)))
    lines.push(`${operation.operationId}: ${[...statuses].sort().map(([status, times]) => `${status}×${times}`).join(' ')}; never ${never}`)
  }
  lines.push('', 'Refused though its schema allows it (a rule between fields, or a schema that says too little):')
  for (const [key, sample] of [...refusals].sort()) lines.push(`${key}    ${sample}`)
  writeFileSync(join(told('OUT'), 'coverage.txt'), lines.join('\n') + '\n')
}
