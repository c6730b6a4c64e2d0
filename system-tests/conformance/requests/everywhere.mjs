// The refusals that the platform gives everywhere: a share of requests that is used up (429), a
// position not seen yet (503), a key whose call is still running (409), two changes that meet (409).
import { randomUUID } from 'node:crypto'
import { judge, short } from '../lib/answers.mjs'
import { Findings, told } from '../lib/check.mjs'
import { operations } from '../lib/document.mjs'
import { good } from '../lib/good.mjs'
import { Owner } from '../lib/owner.mjs'
import { filled, Refused } from '../lib/refused.mjs'
import { leave } from '../lib/seen.mjs'
import { reason } from '../lib/unreached.mjs'

const AT_ONCE = 50
const ROUNDS = 30
const findings = new Findings()
const owner = new Owner(5, 1, told('TOKEN'))
// owners of this check alone: one whose share it uses up, and one for what takes as many calls as it takes
const [spender, racer] = told('TOKENS').split(' ').slice(8)
const random = owner.random
const refused = new Refused(findings, racer)
let sent = 0

await Promise.all(operations.filter(one => one.security.length).map(ahead))
for (const operation of operations.filter(one => one.method === 'POST' && !reason(one, 'idempotency-in-progress'))) await running(operation)
await reused()
await meeting()
for (const operation of operations.filter(one => !one.security.length)) await linkSpent(operation)
const services = [...new Set(operations.map(one => one['x-service']))]
await Promise.all(services.map(service => spend(service, AT_ONCE)))
for (const operation of operations.filter(one => one.security.length)) {
  let answer
  // there is one more in each second: those that have come since are used up first
  for (let i = 0; i < 5 && answer?.status !== 429; i++) {
    await spend(operation['x-service'], 1)
    answer = await send(operation, { ...good(operation, random), token: spender })
  }
  expect(operation, answer, 'too-many-requests')
}
leave()
findings.end(`${sent} requests: a share that is used up, positions ahead, keys in use, changes that meet`)

/** What nobody has written cannot be waited for. */
async function ahead(operation) {
  const source = operation['x-service'] === 'contacts' ? 'commitments' : 'contacts'
  const request = good(operation, random)
  const answer = await send(operation, { ...request, headers: { ...request.headers, 'Followthrough-Position': `${source}.999999999` } })
  expect(operation, answer, 'unavailable')
}

/** Of many calls with one key at once only one is run. */
async function running(operation) {
  for (let round = 0; round < ROUNDS; round++) {
    const request = await there(operation)
    request.headers['Idempotency-Key'] = randomUUID()
    // a call may be over before the next one comes: more of them each time
    const answers = await Promise.all(Array.from({ length: 8 + 4 * (round % 10) }, () => send(operation, { ...request, token: racer })))
    if (answers.some(answer => answer.json?.type?.endsWith('/idempotency-in-progress'))) return
  }
  findings.add(`${operation.operationId}: no call with a key in use is told so`, `${ROUNDS} rounds`)
}

/** A good request, of something that is there where nothing else gets as far as its key. */
async function there(operation) {
  const request = good(operation, random)
  if (operation.path.includes('{token}')) {
    const agreement = await refused.agreement()
    request.path = filled(operation.path, [await refused.link(agreement), agreement.mine, '1'])
  }
  return request
}

/** What is asked by a link's token alone is another request through another link. */
async function reused() {
  const links = [await refused.link(await refused.agreement()), await refused.link(await refused.agreement())]
  const headers = { 'Idempotency-Key': randomUUID() }
  await refused.call('sayNoThanks', [links[0]], undefined, { headers })
  await refused.expect('idempotency-key-reused', 'sayNoThanks', [links[1]], undefined, { headers })
}

/** Two changes of one thing at the same moment: one of them is told to read again. */
async function meeting() {
  const { id } = await refused.api.post('/v1/action-ideas', { kind: 'individual', complexity: 'simple', words: 'Lend a book' })
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => refused.call('changeActionIdea', [id], { words: `Lend book ${round} ${i}` })))
    if (answers.some(answer => answer.json?.type?.endsWith('/concurrent-change'))) return
  }
  findings.add('changeActionIdea: no two changes meet', `${ROUNDS} rounds`)
}

/** A link has a share of a minute's calls; one that opens nothing has one, too. */
async function linkSpent(operation) {
  const request = good(operation, random)
  for (let i = 0; i < 200; i += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(operation, request)))
    if (answers.some(answer => answer.json?.type?.endsWith('/too-many-requests'))) return
  }
  findings.add(`${operation.operationId}: no link's share is used up`, request.path)
}

/** Uses up the share of the service by calls that cost nothing else, so many at once. */
async function spend(service, atOnce) {
  const cheap = operations.find(one => one['x-service'] === service && one.method === 'GET' && one.security.length && !one.path.includes('{'))
  let spent = false
  const worker = async () => {
    for (let i = 0; i < Number(told('SHARE')) && !spent; i++) {
      const answer = await owner.send({ method: 'GET', path: `${cheap.path}?noSuchParameter=1`, token: spender, learn: false })
      sent++
      spent = answer.status === 429
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function send(operation, request) {
  sent++
  const answer = await owner.send({ ...request, learn: false })
  judge(operation, answer, findings)
  return answer
}

function expect(operation, answer, type) {
  findings.check(answer.json?.type === `/problems/${type}`, `${operation.operationId}: ${answer.json?.type ?? answer.status} instead of ${type}`,
    `${answer.method} ${answer.path} → ${answer.status} ${short(answer.text)}`)
}
