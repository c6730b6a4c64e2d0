// The official Standard Webhooks package verifies what really went over the wire: of every event of
// the main job, on a retry after a failure, during a rotation and after it. It refuses what was
// changed on the way, and what an old secret signed.
import { Webhook } from 'standardwebhooks'
import { Api } from '../lib/api.mjs'
import { Findings, told, until } from '../lib/check.mjs'
import { document, faults } from '../lib/document.mjs'
import { receiver } from '../lib/receiver.mjs'

const findings = new Findings()
const api = new Api(told('TOKEN'))
const hooks = await receiver()
let checked = 0

const endpoint = await api.post('/v1/webhook-endpoints', { url: hooks.url, eventTypes: ['*'] })
const first = endpoint.secret

// the main job, with words that are more than one byte a letter
const contact = await api.post('/v1/contacts', {
  name: 'Zoë Łukasiewicz 王小明 🚲', emails: ['zoe@example.org'], origin: { kind: 'event', place: 'mixer' }
})
await api.post('/v1/meetings', {
  kind: 'oneOnOne', status: 'held', contactIds: [contact.id],
  startsAt: new Date(Date.now() - 7200_000).toISOString(), endsAt: new Date(Date.now() - 3600_000).toISOString()
})
await arrived('agreement.opened')
await arrived('meeting.held')
await arrived('contact.added')
for (const one of hooks.received) {
  verifies(one, first, 'of the main job')
  valid(one)
}

const sample = hooks.received[0]
refused({ ...sample, body: sample.body.replace('}', ' }') }, first, 'with a changed body')
refused({ ...sample, headers: { ...sample.headers, 'webhook-id': 'evt_1' } }, first, 'with another id')
refused({
  ...sample, headers: { ...sample.headers, 'webhook-timestamp': String(Number(sample.headers['webhook-timestamp']) - 1) }
}, first, 'with another time')

// a failure, then the same again
hooks.status = 500
const failing = await test()
hooks.status = 204
const waiting = (await api.get(`/v1/webhook-endpoints/${endpoint.id}/deliveries`)).items
  .find(delivery => delivery.eventId === failing.headers['webhook-id'])
await api.post(`/v1/deliveries/${waiting.id}/resend`)
const again = await until('the resent event', 10, () => hooks.received.find(one =>
  one.headers['webhook-id'] === failing.headers['webhook-id'] && one.status === 204))
findings.check(again.body === failing.body, 'a retry has another body', again.body)
verifies(failing, first, 'of the try that failed')
verifies(again, first, 'of the retry')

// rotation: for its overlap by either secret, then by the new one alone
const second = (await rotate(24)).secret
const both = await test()
findings.check(both.headers['webhook-signature'].split(' ').length === 2,
  'not two signatures while rotating', both.headers['webhook-signature'])
verifies(both, first, 'by the old secret while rotating')
verifies(both, second, 'by the new secret while rotating')
const third = (await rotate(0)).secret
const after = await test()
verifies(after, third, 'after the rotation')
refused(after, second, 'by a secret that was replaced at once')

await api.delete(`/v1/webhook-endpoints/${endpoint.id}`)
hooks.close()
findings.end(`standardwebhooks verified ${checked} times; ${hooks.received.length} deliveries of ` +
  `${new Set(hooks.received.map(one => JSON.parse(one.body).type)).size} types`)

async function test() {
  const before = hooks.received.length
  await api.post(`/v1/webhook-endpoints/${endpoint.id}/test`)
  return until('a test event', 10, () => hooks.received.slice(before)
    .find(one => JSON.parse(one.body).type === 'webhook_endpoint.test'))
}

function rotate(overlapHours) {
  return api.post(`/v1/webhook-endpoints/${endpoint.id}/secret-rotation`, { overlapHours })
}

function arrived(type) {
  return until(type, 15, () => hooks.received.find(one => JSON.parse(one.body).type === type))
}

function verifies(one, secret, when) {
  checked++
  try {
    new Webhook(secret).verify(one.body, one.headers)
  } catch (error) {
    findings.add(`does not verify ${when}: ${error.message}`, JSON.stringify(one.headers))
  }
}

function refused(one, secret, when) {
  checked++
  try {
    new Webhook(secret).verify(one.body, one.headers)
    findings.add(`verifies ${when}`, JSON.stringify(one.headers))
  } catch (error) {
    findings.check(error.name === 'WebhookVerificationError' || /signature|timestamp/i.test(error.message),
      `refused in another way ${when}`, error)
  }
}

function valid(one) {
  const body = JSON.parse(one.body)
  const path = ['webhooks', body.type, 'post', 'requestBody', 'content', 'application/json', 'schema']
  findings.check(document.webhooks[body.type], 'not in the document', body.type) &&
    faults(path, body).forEach(fault => findings.add(`${body.type} breaks its schema: ${fault}`, one.body))
}
