// Each operation succeeds, once at least, as the document says; and each one that does keeps its
// promises: a repeat under one Idempotency-Key gets the same bytes and a used key no other body, a
// stale If-Match is refused and a fresh one taken, what is known is not sent again.
import { randomUUID } from 'node:crypto'
import { judge, short } from '../lib/answers.mjs'
import { Api } from '../lib/api.mjs'
import { Findings, told, until } from '../lib/check.mjs'
import { operations, resolve } from '../lib/document.mjs'
import { mailbox } from '../lib/mailbox.mjs'
import { network } from '../lib/network.mjs'
import { Owner } from '../lib/owner.mjs'
import { receiver } from '../lib/receiver.mjs'
import { Refused } from '../lib/refused.mjs'
import { leave } from '../lib/seen.mjs'

const findings = new Findings()
const owner = new Owner(7, 1, told('TOKEN'))
const api = new Api(told('TOKEN'))
const byId = new Map(operations.map(operation => [operation.operationId, operation]))
const succeeded = new Set()
const repeated = new Set()
const reused = new Set()
const conditional = new Set()
const fresh = new Set()
const hooks = await receiver()
const mails = await mailbox(told('MAIL_PORT'))
const made = await network(api, hooks.url)
const soon = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19) + 'Z'
const commitment = await api.get(`/v1/commitments/${made.proposed}`)
const delivery = (await api.get(`/v1/webhook-endpoints/${made.endpoint}/deliveries`)).items[0]
const event = (await api.get('/v1/events')).items[0]
const loop = (await api.get('/v1/open-loops')).items[0]
const reminders = (await api.get('/v1/reminders?status=planned&limit=200')).items.filter(one => one.dueAt)
const contact = (await api.post('/v1/contacts', { name: 'Grace Hopper' })).id
const meeting = (await api.post('/v1/meetings', { kind: 'oneOnOne', status: 'held', contactIds: [contact],
  startsAt: soon(-2), endsAt: soon(-1) })).id
const IDS = { agreements: commitment.agreementId, asks: made.ask, commitments: made.delivered, contacts: made.contact,
  deliveries: delivery.id, events: event.id, favours: made.favour, goals: made.goal, meetings: made.held, 'open-loops': loop.id,
  reminders: made.reminder, touches: made.touch, trips: made.trip, 'webhook-endpoints': made.endpoint }

const refused = new Refused(findings, told('TOKEN'))
await call('replaceReminderPolicy', { body: {} })

// made anew
const example = id => byId.get(id).requestBody.content['application/json'].example
await call('createContact')
await call('createMeeting', { body: { ...example('createMeeting'), contactIds: [made.contact], goalIds: undefined, status: 'held',
  startsAt: soon(-2), endsAt: soon(-1) } })
await call('recordTouch', { body: { contactId: made.contact, direction: 'outbound', kind: 'email' } })
await call('makeAsk', { body: { direction: 'outbound', words: 'A word', contactIds: [made.contact] } })
await call('recordFavour', { body: { contactId: made.contact, direction: 'given', kind: 'advice', size: 'small', words: 'Advice' } })
for (const id of ['setGoal', 'planTrip']) await call(id)
await call('createWebhookEndpoint', { body: { url: hooks.url, eventTypes: ['goal.*'] } })
await call('importCalendar', { body: byId.get('importCalendar').requestBody.content['text/calendar'].example })
await call('quickLog', { body: { words: 'thanked for the bicycle', with: 'Grace Hopper', kind: 'email', direction: 'outbound' } })
IDS['action-ideas'] = (await call('addActionIdea'))?.json.id
const feed = (await call('createCalendarFeed'))?.json
IDS['calendar-feeds'] = feed?.id
IDS.token = feed?.url.split('/').at(-2)
// of one kind, so that what the answers hold does not hang on what else there is to do
const [first, second] = (await api.get('/v1/next-actions?kind=assessment')).items
IDS['next-actions'] = first.id
await call('snoozeNextAction', { body: { until: soon(2) } })
await call('showNextAction')
for (const id of ['dismissNextAction', 'showNextAction', 'completeNextAction']) await call(id, { ids: { 'next-actions': second.id } })

// through share links
const grace = await agreed()
const shared = await link(grace)
await api.patch(`/v1/commitments/${grace.mine}`, { text: 'Send the book', complexity: 'simple' })
await api.post(`/v1/commitments/${grace.mine}/promise`)
await api.post(`/v1/commitments/${grace.mine}/delivery`, { note: 'sent' })
await api.patch(`/v1/commitments/${grace.shared}`, { text: 'Ride together', complexity: 'simple' })
await call('promiseThroughLink', { ids: { ...shared, commitments: grace.shared }, body: { wording: 1 } })
await api.post(`/v1/commitments/${grace.shared}/wordings`, { text: 'Ride twice', complexity: 'simple', proposedBy: 'owner' })
await call('acceptThroughLink', { ids: { ...shared, commitments: grace.shared, number: '2' } })
await call('confirmThroughLink', { ids: { ...shared, commitments: grace.mine } })
await call('assessThroughLink', { ids: { ...shared, commitments: grace.mine }, body: { value: 4 } })
await call('proposeThroughLink', { ids: { ...shared, commitments: grace.theirs }, body: { text: 'Two links', complexity: 'simple' } })
await api.post(`/v1/commitments/${grace.theirs}/wordings/1/acceptance`)
await api.post(`/v1/commitments/${grace.theirs}/promise`, { reportedBy: grace.contact, wording: 1 })
await call('deliverThroughLink', { ids: { ...shared, commitments: grace.theirs } })
const mary = await agreed()
const declining = await link(mary)
await api.patch(`/v1/commitments/${mary.mine}`, { text: 'Send the book', complexity: 'simple' })
await api.post(`/v1/commitments/${mary.mine}/promise`)
await api.post(`/v1/commitments/${mary.mine}/delivery`, { note: 'sent' })
await call('denyThroughLink', { ids: { ...declining, commitments: mary.mine } })
await api.patch(`/v1/commitments/${mary.theirs}`, { text: 'Send the book', complexity: 'simple' })
await call('declineThroughLink', { ids: { ...declining, commitments: mary.theirs } })
await call('sayNoThanks', { ids: declining })
Object.assign(IDS, { agreements: grace.agreement, linkId: shared.linkId })
for (const id of ['listShareLinks', 'getShareLink']) await call(id)
await call('getSharedAgreement', { ids: shared })
await call('revokeShareLink')
await call('askToBeForgotten', { ids: declining, body: { confirm: true } })
IDS.agreements = commitment.agreementId

// two that are one, and two that are not
const twins = []
for (let i = 0; i < 4; i++) twins.push((await api.post('/v1/contacts', { name: 'Ada Lovelace-Byron', emails: ['twin@example.org'] })).id)
IDS.merges = (await call('mergeContacts', { ids: { contacts: twins[0] }, body: { contactId: twins[1] } }))?.json.id
IDS.dismissals = (await call('dismissDuplicate', { body: { contactIds: twins.slice(2) } }))?.json.id

// read
const OTHERWISE = ['getErasure', 'listShareLinks', 'getShareLink', 'getSharedAgreement', 'getUnsubscribePage']
for (const operation of operations.filter(one => one.method === 'GET' && !OTHERWISE.includes(one.operationId))) {
  await call(operation.operationId, { ids: { listVerdicts: { meetings: made.event } }[operation.operationId] })
}

// changed
await call('changeAgreement', { body: { dueAt: soon(1) } })
await call('changeCommitment', { ids: { commitments: made.proposed }, body: { text: 'Send the book' } })
await call('promiseCommitment', { ids: { commitments: made.proposed } })
await call('deliverCommitment', { ids: { commitments: made.proposed } })
await call('proposeWording', { ids: { commitments: made.promised }, body: { text: 'Send two', complexity: 'simple', proposedBy: 'owner' } })
await call('acceptWording', { ids: { commitments: made.promised, number: '2' } })
await call('denyDelivery', { ids: { commitments: made.denied } })
await call('assessCommitment', { ids: { commitments: made.delivered }, body: { value: 4 } })
const others = (await api.get('/v1/commitments?status=proposed&kind=individual&limit=200')).items
await call('declineCommitment', { ids: { commitments: others.at(-1).id } })
await call('recordAskOutcome', { body: { contactId: made.asked, status: 'answered', words: 'Perhaps' } })
await call('changeAsk', { body: { words: 'A kind word' } })
await call('changeActionIdea', { body: { words: 'Lend the torque wrench' } })
await call('changeCalendarFeed', { body: { parts: ['meetings'] } })
await call('changeContact', { body: { role: 'Countess' } })
await call('changeContacts', { body: { contactIds: [made.contact], addTags: ['poetry'] } })
await call('changeFavour', { body: { words: 'More advice' } })
await call('changeGoal', { body: { words: 'A larger goal' } })
await call('changeMeeting', { ids: { meetings: made.scheduled }, body: { place: 'Café Central' } })
await call('changeProfile', { body: { whatIStandFor: 'Kept promises' } })
await call('changeTouch', { body: { note: 'A note' } })
await call('changeTrip', { body: { place: 'Lisbon' } })
await call('changeWebhookEndpoint', { body: { description: 'our CRM' } })
await call('holdMeeting', { ids: { meetings: made.unconfirmed } })
await call('cancelMeeting', { ids: { meetings: made.scheduled } })
await call('voidMeeting', { ids: { meetings: meeting } })
await call('giveVerdict', { ids: { meetings: made.event }, body: { verdict: 'keepInTouch' } })
await call('letOpenLoopGo')
await call('snoozeReminder', { ids: { reminders: reminders[0].id }, body: { until: soon(0.01) } })
await call('skipReminder', { ids: { reminders: reminders[1].id } })
for (const id of ['testWebhookEndpoint', 'resendDelivery', 'disableWebhookEndpoint', 'enableWebhookEndpoint', 'rotateWebhookSecret']) await call(id)
await call('recoverDeliveries', { body: { since: soon(-1) } })

// mailed
await call('replaceEmailSettings', { body: { address: 'owner@example.org', reminders: true, digests: true } })
const code = await until('a mail with the code', 30, () => mails.received.map(mail => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail.text)?.[0]).find(Boolean))
await call('confirmEmailAddress', { body: { code } })

// missed, once there is an address that the reminders of it can go to
const missed = await refused.agreement({ seconds: 12 })
for (const id of [missed.mine, missed.theirs]) await refused.promise(id)
const missedToo = await refused.agreement({ seconds: 12 })
await refused.promise(missedToo.theirs)
await until('the deadline', 30, async () => (await Promise.all([missed.mine, missed.theirs, missedToo.theirs].map(id => api.get(`/v1/commitments/${id}`))))
  .every(one => one.status === 'missed'))
await call('apologise', { ids: { commitments: missed.mine } })
await call('attestDelivery', { ids: { commitments: missedToo.theirs }, body: { happenedAt: missedToo.dueAt } })
const missedLink = await refused.link(missed)
await call('apologiseThroughLink', { ids: { token: missedLink, commitments: missed.theirs } })
const sent = await until('a reminder of a miss', 20, async () => (await api.get('/v1/reminders?status=sent&limit=200')).items[0])
await call('acknowledgeReminder', { ids: { reminders: sent.id } })
const unsubscribing = await until('a mail with a link to unsubscribe', 30,
  () => mails.received.map(mail => /email-unsubscriptions\/([\w-]{43})/.exec(mail.text)?.[1]).find(Boolean))
for (const id of ['getUnsubscribePage', 'unsubscribe']) await call(id, { ids: { token: unsubscribing } })

// removed
await call('removeContact', { ids: { contacts: contact } })
await call('restoreContact', { ids: { contacts: contact } })
await call('removeAsk', { ids: { asks: (await api.post('/v1/asks', { direction: 'outbound', words: 'Of no use', contactIds: [made.contact] })).id } })
for (const id of ['removeActionIdea', 'revokeCalendarFeed', 'undoMerge', 'takeBackDuplicateDismissal']) await call(id)
await call('removeGoal', { ids: { goals: (await api.post('/v1/goals', { words: 'Of no use' })).id } })
await call('removeEmailAddress')
for (const id of ['removeFavour', 'removeTouch', 'removeTrip', 'removeWebhookEndpoint']) await call(id)
const erasure = await call('eraseData', { body: { contactId: contact } })
IDS.erasures = erasure?.json.id
await until('the receipt of every service', 20, async () => (await api.get(`/v1/erasures/${IDS.erasures}`)).completedAt)
await call('getErasure')

for (const operation of operations.filter(one => !succeeded.has(one.operationId))) {
  findings.add(`${operation.operationId} has not succeeded`, '')
}
for (const { operationId, method, path } of operations) {
  // the line of a list has no version that could be read: only its being shown again is asked for
  const versioned = operationId !== 'showNextAction'
  // what is asked through a link's token alone has neither a body nor another path
  const changeable = path.replace('{token}', '').includes('{') || byId.get(operationId).requestBody
  if (method === 'POST') {
    findings.check(repeated.has(operationId), `${operationId}: Idempotency-Key was not tried`, '')
    findings.check(!changeable || reused.has(operationId), `${operationId}: a used Idempotency-Key was not tried`, '')
  }
  if (byId.get(operationId).responses[412]) {
    findings.check(conditional.has(operationId), `${operationId}: a stale If-Match was not tried`, '')
    findings.check(!versioned || fresh.has(operationId), `${operationId}: a fresh If-Match was not tried`, '')
  }
}
hooks.close()
mails.close()
leave()
findings.end(`${succeeded.size} of ${operations.length} operations succeeded; ${repeated.size} were repeated under their key, ` +
  `${conditional.size} refused a stale version and ${fresh.size} took a fresh one`)

/** A meeting with somebody new, and the commitments of its agreement. */
async function agreed() {
  const contact = (await api.post('/v1/contacts', { name: 'Mary Somerville' })).id
  const { id } = await api.post('/v1/meetings', { kind: 'oneOnOne', status: 'held', contactIds: [contact],
    startsAt: soon(-2), endsAt: soon(-1) })
  const [agreement] = (await api.get(`/v1/agreements?meetingId=${id}`)).items
  const by = promiser => agreement.commitments.find(one => one.kind === 'individual' && one.promiser === promiser).id
  return { contact, agreement: agreement.id, mine: by('owner'), theirs: by(contact),
    shared: agreement.commitments.find(one => one.kind === 'shared').id }
}

/** A share link of it: its token and its id. */
async function link({ agreement, contact }) {
  const { json } = await call('createShareLink', { ids: { agreements: agreement }, body: { contactId: contact } })
  return { token: json.token, linkId: json.link.id }
}

async function call(id, { ids = {}, body } = {}) {
  const operation = byId.get(id)
  if (!operation) return findings.add('an operation is not in the document', id)
  const known = { ...IDS, ...ids }
  const path = operation.path.replace(/\{(\w+)}/g, (whole, name, at) =>
    name === 'id' ? known[operation.path.slice(0, at).split('/').at(-2)] : known[name] ?? known[`${name.replace(/Id$/, '')}s`])
  const required = operation.parameters.filter(one => one.in === 'query' && one.required)
    .map(one => `${one.name}=${resolve(one.schema).enum?.[0] ?? made.contact}`).join('&')
  const request = { method: operation.method, path: path + (required && `?${required}`), headers: {} }
  if (operation.requestBody && (body !== undefined || operation.requestBody.required)) {
    const [[type, media]] = Object.entries(operation.requestBody.content)
    request.headers['Content-Type'] = type
    const content = body ?? media.example
    request.body = typeof content === 'string' ? content : JSON.stringify(content)
  }
  if (operation.responses[200]?.content?.['text/event-stream']) request.stream = true
  if (operation.method === 'POST') request.headers['Idempotency-Key'] = randomUUID()
  if (operation.responses[412]) await stale(operation, request)
  const answer = await send(operation, request)
  if (!findings.check(answer.status < 300, `${id}: ${answer.status} instead of a success`, spell(request, answer))) return undefined
  succeeded.add(id)
  if (operation.method === 'POST') await repeat(operation, request, answer)
  if (operation.responses[412]) await version(operation, request, answer)
  if (operation.method === 'GET' && !request.stream) await unchanged(operation, request, answer)
  return answer
}

async function send(operation, request) {
  const answer = await owner.send(request)
  judge(operation, answer, findings)
  return answer
}

/** What was read meanwhile in another version is not overwritten; the version that is there is taken. */
async function stale(operation, request) {
  const answer = await send(operation, { ...request, headers: { ...request.headers, 'If-Match': '"no-such-version"' } })
  findings.check(answer.status === 412, `${operation.operationId}: a stale If-Match gets ${answer.status}`, spell(request, answer))
  conditional.add(operation.operationId)
  // a step that is taken with a thing goes by the thing's own version
  const path = operation.method === 'POST' ? request.path.slice(0, request.path.lastIndexOf('/')) : request.path
  const current = await owner.send({ method: 'GET', path })
  if (current.status === 200 && current.headers.get('ETag')) request.headers['If-Match'] = current.headers.get('ETag')
}

/** A change whose path cannot be read is told its version by its own answer. */
async function version(operation, request, answer) {
  const tag = request.headers['If-Match'] ?? answer.headers.get('ETag')
  if (!tag) return
  if (!request.headers['If-Match']) {
    const again = await send(operation, { ...request, headers: { ...request.headers, 'If-Match': tag } })
    findings.check(again.status < 300, `${operation.operationId}: its own ETag gets ${again.status}`, spell(request, again))
  }
  fresh.add(operation.operationId)
}

async function repeat(operation, request, answer) {
  const again = await send(operation, request)
  for (const [what, one, other] of [['status', answer.status, again.status], ['body', answer.text, again.text],
    ['Location', answer.headers.get('Location'), again.headers.get('Location')], ['ETag', answer.headers.get('ETag'), again.headers.get('ETag')]]) {
    findings.check(one === other, `${operation.operationId}: a repeat has another ${what}`, `${one} then ${other}`)
  }
  repeated.add(operation.operationId)
  const changed = another(operation, request)
  if (!changed) return
  const other = await send(operation, changed)
  findings.check(other.status === 422, `${operation.operationId}: another request under a used key gets ${other.status}`, spell(changed, other))
  reused.add(operation.operationId)
}

/** The request with other bytes, or with another path where it has no body; a link's token stays, it says who asks. */
function another(operation, request) {
  const type = Object.keys(operation.requestBody?.content ?? {})[0]
  if (type) return { ...request, headers: { ...request.headers, 'Content-Type': type }, body: request.body ? `${request.body} ` : '{}' }
  const parameter = operation.path.match(/\{(\w+)}/g)?.filter(one => one !== '{token}').at(-1)
  if (!parameter) return undefined
  const at = operation.path.split('/').indexOf(parameter)
  return { ...request, path: request.path.split('/').map((part, i) => i !== at ? part : parameter === '{number}' ? '99' : randomUUID()).join('/') }
}

async function unchanged(operation, request, answer) {
  const tag = answer.headers.get('ETag')
  if (!tag) return
  let again = await send(operation, { ...request, headers: { 'If-None-Match': tag } })
  if (again.status !== 304 && operation.parameters.some(one => one.name === 'asOf')) {
    // figures are of an instant, which the answer names
    const fixed = { ...request, path: `${request.path}?asOf=${soon(-0.1)}` }
    const first = await send(operation, fixed)
    again = await send(operation, { ...fixed, headers: { 'If-None-Match': first.headers.get('ETag') } })
  }
  findings.check(again.status === 304 || again.headers.get('ETag') !== tag, `${operation.operationId}: If-None-Match gets ${again.status}`, request.path)
}

function spell(request, answer) {
  return `${request.method} ${request.path} ${short(request.body)} → ${answer.status} ${short(answer.text)}`
}
