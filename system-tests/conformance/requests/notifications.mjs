// Each refusal that the document gives to an operation about webhooks, reminders, feeds, mails and
// the event log is reachable.
import { Findings, told, until } from '../lib/check.mjs'
import { mailbox } from '../lib/mailbox.mjs'
import { ago, Refused } from '../lib/refused.mjs'
import { receiver } from '../lib/receiver.mjs'
import { leave } from '../lib/seen.mjs'

const findings = new Findings()
const refused = new Refused(findings, told('TOKEN'))
const { api } = refused
const hooks = await receiver()
const mails = await mailbox(told('MAIL_PORT'))

// endpoints
const url = hooks.url
const endpoint = (await api.post('/v1/webhook-endpoints', { url, eventTypes: ['standing.changed', 'webhook_endpoint.test'] })).id
await api.post(`/v1/webhook-endpoints/${endpoint}/test`)
const delivery = await until('a delivery', 10, async () => (await api.get(`/v1/webhook-endpoints/${endpoint}/deliveries`)).items[0])
await api.post(`/v1/webhook-endpoints/${endpoint}/disable`)
await refused.expect('webhook-endpoint-disabled', 'resendDelivery', [delivery.id])
await refused.expect('webhook-endpoint-disabled', 'testWebhookEndpoint', [endpoint])
await refused.expect('webhook-endpoint-disabled', 'recoverDeliveries', [endpoint], { since: ago(1) })
await api.post(`/v1/webhook-endpoints/${endpoint}/enable`)
const agreement = await refused.agreement()
await refused.promise(agreement.theirs)
await refused.deliver(agreement.theirs)
const figures = await until('a changed standing', 20, async () => (await api.get(`/v1/webhook-endpoints/${endpoint}/deliveries`)).items
  .find(one => one.eventType === 'standing.changed'))
await refused.call('changeWebhookEndpoint', [endpoint], { url: `${url}/elsewhere`, eventTypes: ['goal.*'] }, { token: told('TOKEN_WITHOUT_STANDING') })
await refused.expect('webhook-endpoint-without-standing', 'resendDelivery', [figures.id])
for (let i = 1; i < 50; i++) await api.post('/v1/webhook-endpoints', { url, eventTypes: ['goal.*'] })
await refused.expect('too-many-webhook-endpoints', 'createWebhookEndpoint', [], { url, eventTypes: ['goal.*'] })
for (let i = 0; i < 10; i++) await api.post('/v1/calendar-feeds', { name: `Feed ${i}` })
await refused.expect('too-many-calendar-feeds', 'createCalendarFeed', [], { name: 'One more' })

// reminders
const planned = await until('planned reminders', 10, async () => {
  const found = (await api.get('/v1/reminders?status=planned')).items
  return found.length > 0 && found
})
await refused.expect('reminder-not-sent', 'acknowledgeReminder', [planned[0].id])
const kept = await refused.agreement()
const early = await until('its reminder', 10, async () => (await api.get(`/v1/reminders?agreementId=${kept.id}`)).items.find(one => one.status === 'planned'))
await api.post(`/v1/meetings/${kept.meeting}/void`)
await until('its reminder to be cancelled', 10, async () => (await api.get(`/v1/reminders?status=cancelled&agreementId=${kept.id}`)).items.some(one => one.id === early.id))
await refused.expect('reminder-settled', 'skipReminder', [early.id])
await refused.expect('reminder-settled', 'snoozeReminder', [early.id], { until: ago(-1) })

// mails
await refused.expect('nothing-to-confirm', 'confirmEmailAddress', [], { code: '123456' })
for (let i = 0; i < 5; i++) await refused.call('replaceEmailSettings', [], { address: `owner${i}@example.org` })
await refused.expect('wrong-confirmation-code', 'confirmEmailAddress', [], { code: '000000' })
await refused.expect('too-many-confirmation-codes', 'replaceEmailSettings', [], { address: 'owner6@example.org' })

// the event log, followed by too many and then erased
const streams = []
for (let i = 0; i < 10; i++) streams.push(await follow())
await refused.expect('too-many-event-streams', 'followEvents')
streams.forEach(stream => stream.abort())
const other = new Refused(findings, told('TOKENS').split(' ')[0])
await other.contacts(3)
const last = await until('events of the contacts', 10, async () => (await other.api.get('/v1/events')).items.at(-1)?.data.sequence)
await other.api.post('/v1/erasures', { everything: true })
await until('the log to be erased', 20, async () => (await other.call('listEvents', [], undefined, { query: `after=${last - 1}` })).status === 409)
await other.expect('events-forgotten', 'listEvents', [], undefined, { query: `after=${last - 1}` })
await other.expect('events-forgotten', 'followEvents', [], undefined, { query: `after=${last - 1}` })

hooks.close()
mails.close()
leave()
findings.end(`${refused.count + other.count} refusals about webhooks, reminders, feeds, mails and the event log`)

async function follow() {
  const stop = new AbortController()
  const response = await fetch(`${told('BASE_URL')}/v1/events/stream`, { headers: { Authorization: `Bearer ${told('TOKEN')}` }, signal: stop.signal })
  if (response.status !== 200) throw new Error(`a stream gets ${response.status}`)
  return stop
}
