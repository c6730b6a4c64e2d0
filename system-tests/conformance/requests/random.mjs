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
import { operations } from '../lib/document.mjs'
import { network } from '../lib/network.mjs'
import { Owner } from '../lib/owner.mjs'
import { receiver } from '../lib/receiver.mjs'
import { make } from '../lib/requests.mjs'

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
  const request = make(owner, operation, good, hooks.url)
  const answer = await tell(owner, operation, request)
  if (answer.status >= 300) return
  const random = owner.random
  if (operation.method === 'POST' && request.headers['Idempotency-Key'] && random.chance(0.3)) await repeat(owner, operation, request, answer)
  if (operation.method === 'GET' && answer.headers.get('ETag') && random.chance(0.2)) await unchanged(owner, operation, request, answer)
  if (operation.path.includes('{') && operation.security.length && random.chance(0.1)) await asStranger(owner, operation, request)
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

/** Another owner finds nothing there: 404, or a refusal of what else the request says. */
async function asStranger(owner, operation, request) {
  const { 'Followthrough-Position': _, ...headers } = request.headers // it would wait for what the stranger never wrote
  const again = await tell(owner, operation, { ...request, headers, token: stranger, learn: false, allowed: false })
  // ideas of the catalogue are everybody's
  findings.check([404, 400, 412, 422].includes(again.status) || again.json?.own === false, `${operation.operationId}: another owner gets ${again.status}`,
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
