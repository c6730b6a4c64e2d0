// Each refusal that the document gives to an operation about people and meetings is reachable.
import { randomUUID } from 'node:crypto'
import { Findings, told, until } from '../lib/check.mjs'
import { ago, Refused, SOON } from '../lib/refused.mjs'
import { leave } from '../lib/seen.mjs'

const findings = new Findings()
const refused = new Refused(findings, told('TOKEN'))
const { api } = refused
const nobody = refused.unknown()
const [contact, other, gone] = await refused.contacts(3)
const goal = (await api.post('/v1/goals', { words: 'Three pilot customers' })).id

// people
await refused.expect('unknown-contact', 'createContact', [], { name: 'Ada', origin: { kind: 'introduction', introducedBy: nobody } })
await refused.expect('unknown-goal', 'createContact', [], { name: 'Ada', goalIds: [nobody] })
await refused.expect('unknown-contact', 'changeContact', [contact], { origin: { kind: 'introduction', introducedBy: nobody } })
await refused.expect('unknown-goal', 'changeContact', [contact], { goalIds: [nobody] })
await refused.expect('unknown-contact', 'changeContacts', [], { contactIds: [nobody], addTags: ['poetry'] })
await refused.expect('contact-not-removed', 'restoreContact', [contact])
await api.patch(`/v1/contacts/${contact}`, { goalIds: [goal] })
await refused.expect('goal-named', 'removeGoal', [goal])

// meetings
const held = await meeting({ status: 'held', startsAt: ago(3), endsAt: ago(2) })
const scheduled = await meeting({ startsAt: ago(-2), endsAt: ago(-3) })
const cancelled = await meeting({ startsAt: ago(-2), endsAt: ago(-3) })
const voided = await meeting({ status: 'held', startsAt: ago(3), endsAt: ago(2) })
const passed = await meeting({ startsAt: ago(3), endsAt: ago(2), contactIds: [gone] })
await api.post(`/v1/meetings/${cancelled}/cancel`)
await api.post(`/v1/meetings/${voided}/void`)
await api.delete(`/v1/contacts/${gone}`)
const base = { kind: 'oneOnOne', status: 'held', contactIds: [contact], startsAt: ago(3), endsAt: ago(2) }
await refused.expect('meeting-not-over', 'createMeeting', [], { ...base, startsAt: ago(1), endsAt: ago(-2) })
await refused.expect('unknown-contact', 'createMeeting', [], { ...base, contactIds: [nobody] })
await refused.expect('unknown-goal', 'createMeeting', [], { ...base, goalIds: [nobody] })
await refused.expect('meeting-fixed', 'changeMeeting', [held], { endsAt: ago(1) })
await refused.expect('unknown-contact', 'changeMeeting', [scheduled], { contactIds: [nobody] })
await refused.expect('unknown-goal', 'changeMeeting', [scheduled], { goalIds: [nobody] })
for (const [type, id] of [['meeting-already-held', held], ['meeting-already-cancelled', cancelled], ['meeting-already-voided', voided]]) {
  await refused.expect(type, 'cancelMeeting', [id])
  await refused.expect(type, 'holdMeeting', [id])
}
await refused.expect('meeting-not-over', 'holdMeeting', [scheduled])
await refused.expect('contact-removed', 'holdMeeting', [passed])
await refused.expect('meeting-not-held', 'voidMeeting', [scheduled])
await refused.expect('meeting-already-cancelled', 'voidMeeting', [cancelled])
await refused.expect('meeting-already-voided', 'voidMeeting', [voided])
const agreement = await refused.agreement()
await refused.promise(agreement.mine)
await api.get(`/v1/meetings/${agreement.meeting}`) // waits until the promise is known there
await refused.expect('meeting-promised', 'voidMeeting', [agreement.meeting])

// answers in meetings
const asked = (await api.post('/v1/touches', { contactId: contact, direction: 'inbound', kind: 'email', asksQuestion: true, happenedAt: ago(200) })).id
await refused.expect('meeting-cannot-answer', 'createMeeting', [], { ...base, contactIds: [other], answers: [asked] })
await refused.expect('meeting-cannot-answer', 'changeMeeting', [held], { answers: [nobody] })
for (const [type, id] of [['meeting-not-held', scheduled], ['meeting-already-cancelled', cancelled], ['meeting-already-voided', voided]]) {
  await refused.expect(type, 'changeMeeting', [id], { answers: [asked] })
}

// verdicts
const event = await meeting({ kind: 'event', status: 'held', startsAt: ago(3), endsAt: ago(2) })
const coming = await meeting({ kind: 'event', startsAt: ago(-2), endsAt: ago(-3) })
await refused.expect('verdict-only-for-events', 'listVerdicts', [held])
await refused.expect('verdict-before-event-held', 'listVerdicts', [coming])
await refused.expect('verdict-only-for-events', 'giveVerdict', [held, contact], { verdict: 'keepInTouch' })
await refused.expect('verdict-before-event-held', 'giveVerdict', [coming, contact], { verdict: 'keepInTouch' })
await refused.expect('verdict-not-met', 'giveVerdict', [event, other], { verdict: 'keepInTouch' })

// touches, open loops, the quick log
const touch = { contactId: contact, direction: 'outbound', kind: 'email' }
await refused.expect('unknown-contact', 'recordTouch', [], { ...touch, contactId: nobody })
await refused.expect('happened-in-the-future', 'recordTouch', [], { ...touch, happenedAt: SOON })
await refused.expect('touch-cannot-answer', 'recordTouch', [], { ...touch, answers: nobody })
const question = await api.post('/v1/touches', { contactId: contact, direction: 'inbound', kind: 'email', asksQuestion: true, happenedAt: ago(100) })
const answer = await api.post('/v1/touches', { ...touch, answers: question.id, happenedAt: ago(50) })
await refused.expect('touch-answered-before', 'changeTouch', [question.id], { happenedAt: ago(10) })
await refused.expect('happened-in-the-future', 'changeTouch', [answer.id], { happenedAt: SOON })
await refused.expect('touch-cannot-answer', 'changeTouch', [answer.id], { answers: answer.id })
await api.post('/v1/touches', { contactId: other, direction: 'inbound', kind: 'email', asksQuestion: true, happenedAt: ago(100) })
const loop = (await api.get('/v1/open-loops')).items.find(one => one.contactId === other)
await api.post(`/v1/open-loops/${loop.id}/letting-go`)
await refused.expect('open-loop-closed', 'letOpenLoopGo', [loop.id])
const name = `Same ${randomUUID()}`
for (let i = 0; i < 2; i++) await api.post('/v1/contacts', { name })
const log = { words: 'thanked for the bicycle', kind: 'email', direction: 'outbound' }
await refused.expect('quick-log-several-contacts', 'quickLog', [], { ...log, with: name })
await refused.expect('quick-log-unknown-contact', 'quickLog', [], { ...log, with: 'nobody.of.that.name@example.org' })
await refused.expect('quick-log-ambiguous', 'quickLog', [], { words: 'bicycles', contactId: contact })
await refused.expect('unknown-contact', 'quickLog', [], { ...log, contactId: nobody })
await refused.expect('happened-in-the-future', 'quickLog', [], { ...log, contactId: contact, at: SOON })

// two that are one
await meeting({ kind: 'group', status: 'held', startsAt: ago(3), endsAt: ago(2), contactIds: [contact, other] })
await refused.expect('merge-two-people', 'mergeContacts', [contact], { contactId: other })
await refused.expect('unknown-contact', 'mergeContacts', [contact], { contactId: nobody })
const many = word => ({ tags: Array.from({ length: 40 }, (_, i) => `${word} ${i}`) })
const [full] = await refused.contacts(1, many('tea'))
const [fuller] = await refused.contacts(1, many('gears'))
await refused.expect('merge-too-much', 'mergeContacts', [full], { contactId: fuller })
const [kept, became] = await refused.contacts(2)
const merge = await api.post(`/v1/contacts/${kept}/merge`, { contactId: became })
for (const [id, at, body] of [['getContact', [became]], ['changeContact', [became], { role: 'Countess' }], ['removeContact', [became]],
  ['restoreContact', [became]], ['getContactBrief', [became]], ['listCircleMoves', [became]], ['getGuidance', [became]],
  ['mergeContacts', [became], { contactId: other }], ['giveVerdict', [event, became], { verdict: 'keepInTouch' }],
  ['eraseData', [], { contactId: became }]]) {
  await refused.expect('merged-into', id, at, body)
}
await until('the merge is known to the commitments', 20, async () => (await refused.call('getStanding', [became])).status === 410)
for (const id of ['getStanding', 'getReciprocity']) await refused.expect('merged-into', id, [became])
await refused.expect('merged-into', 'listStandingEvidence', [became], undefined, { query: 'figure=reliability' })
await api.post(`/v1/merges/${merge.id}/undo`)
await refused.expect('merge-not-undoable', 'undoMerge', [merge.id])

await api.post('/v1/contacts', { name: 'Grace Hopper', emails: ['grace@example.org'] })

// the calendar: more occurrences than it takes at once, and more than it gives at once
await refused.expect('too-many-events', 'importCalendar', [], calendar(['one', 'two'], 1500))
for (const part of ['first', 'second']) await refused.call('importCalendar', [], calendar([part], 1500))
const days = hours => ago(hours).slice(0, 19) + 'Z'
await refused.expect('too-many-events', 'getCalendar', [], undefined, { query: `from=${days(24 * 30)}&to=${days(-24 * 300)}` })

leave()
findings.end(`${refused.count} refusals about people and meetings`)

async function meeting(fields) {
  return (await api.post('/v1/meetings', { kind: 'oneOnOne', status: 'scheduled', contactIds: [contact], ...fields })).id
}

/** Series of that many meetings each, half an hour every hour from tomorrow on. */
function calendar(series, count) {
  const start = ago(-24).slice(0, 13).replaceAll('-', '') + '0000Z'
  const events = series.flatMap(name => ['BEGIN:VEVENT', `UID:${name}@example.com`, `DTSTAMP:${start}`, `DTSTART:${start}`, 'DURATION:PT30M',
    `RRULE:FREQ=HOURLY;COUNT=${count}`, 'SUMMARY:Bicycles', 'ORGANIZER:mailto:me@example.org',
    'ATTENDEE;CN=Grace Hopper:mailto:grace@example.org', 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example Corp.//Example Client//EN', ...events, 'END:VCALENDAR', ''].join('\r\n')
}
