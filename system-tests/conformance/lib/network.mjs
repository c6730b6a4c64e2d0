// A network in which there is something of everything, so that every list has pages and every
// operation something to act on.
import { until } from './check.mjs'

const HOUR = 3600_000
const NAMES = ['Ada Lovelace', 'Alan Turing', 'Barbara Liskov', 'Edsger Dijkstra', 'Frances Allen', 'John Backus', 'Katherine Johnson']
const ago = hours => new Date(Date.now() - hours * HOUR).toISOString()

/** Makes it for the owner of that client; returns an id of each kind of thing. */
export async function network(api, hooksUrl = 'http://127.0.0.1:9/hooks') {
  const endpoint = await api.post('/v1/webhook-endpoints', { url: hooksUrl, eventTypes: ['webhook_endpoint.test'] })
  for (let i = 0; i < 3; i++) await api.post(`/v1/webhook-endpoints/${endpoint.id}/test`)
  for (let i = 0; i < 2; i++) await api.post('/v1/webhook-endpoints', { url: hooksUrl, eventTypes: ['contact.*'] })

  const contacts = []
  for (let i = 0; i < NAMES.length; i++) {
    contacts.push(await api.post('/v1/contacts',
      { name: NAMES[i], tags: ['bicycles'], origin: { kind: 'event' }, expertise: ['gears'] }))
  }
  const ids = contacts.map(one => one.id)
  for (const circle of ['inner', 'active', 'acquaintance', 'dormant']) await api.patch(`/v1/contacts/${ids[0]}`, { circle })

  const made = { contact: ids[0], endpoint: endpoint.id }
  for (let i = 0; i < 4; i++) {
    made.goal = (await api.post('/v1/goals', { words: `Goal ${i}` })).id
    made.trip = (await api.post('/v1/trips', { place: `Place ${i}`, from: '2030-01-01', to: '2030-01-05' })).id
    made.favour = (await api.post('/v1/favours',
      { contactId: ids[0], direction: 'given', kind: 'advice', size: 'small', words: `Advice ${i}` })).id
    made.held = (await api.post('/v1/meetings',
      { kind: 'oneOnOne', status: 'held', contactIds: [ids[i]], startsAt: ago(30 + i), endsAt: ago(29 + i) })).id
    made.touch = (await api.post('/v1/touches',
      { contactId: ids[i], direction: 'inbound', kind: 'message', asksQuestion: true, happenedAt: ago(24 * 5 + i) })).id
    made.ask = (await api.post('/v1/asks', { direction: 'outbound', words: `Ask ${i}`, contactIds: [ids[i]], goalId: made.goal })).id
  }
  made.asked = ids[3]
  await api.post('/v1/asks', { direction: 'outbound', words: 'Ask for all', contactIds: ids, goalId: made.goal })
  for (const id of ids.slice(0, 4)) await api.patch(`/v1/contacts/${id}`, { goalIds: [made.goal] })
  made.event = (await api.post('/v1/meetings',
    { kind: 'event', status: 'held', contactIds: ids, startsAt: ago(100), endsAt: ago(98) })).id
  made.unconfirmed = (await api.post('/v1/meetings',
    { kind: 'oneOnOne', status: 'scheduled', contactIds: [ids[5]], startsAt: ago(3), endsAt: ago(2) })).id
  made.scheduled = (await api.post('/v1/meetings',
    { kind: 'oneOnOne', status: 'scheduled', contactIds: [ids[6]], startsAt: ago(-30), endsAt: ago(-31) })).id
  await api.patch('/v1/profile', { whatIDoNow: 'I build bridges.' })
  await promises(api, made)
  return made
}

async function promises(api, made) {
  const { items } = await api.get('/v1/commitments?limit=200')
  const theirs = items.filter(one => one.kind === 'individual' && one.receiver === 'owner')
  for (const commitment of theirs) {
    await api.patch(`/v1/commitments/${commitment.id}`, { text: 'Send the article', complexity: 'simple' })
  }
  const [proposed, ...rest] = theirs
  for (const commitment of rest) await api.post(`/v1/commitments/${commitment.id}/promise`)
  const [delivered, denied] = rest
  await api.post(`/v1/commitments/${delivered.id}/delivery`)
  const link = await api.post(`/v1/agreements/${denied.agreementId}/share-links`, { contactId: denied.promiser })
  await api.post(`/v1/shared/${link.token}/commitments/${denied.id}/delivery`, {})
  Object.assign(made, { proposed: proposed.id, delivered: delivered.id, denied: denied.id, promised: rest.at(-1).id })
  made.agreement = delivered.agreementId
  for (let i = 0; i < 3; i++) {
    await api.post(`/v1/agreements/${made.agreement}/share-links`, { contactId: delivered.promiser })
  }
  made.reminder = await until('a reminder of a promise', 10,
    async () => (await api.get('/v1/reminders?limit=200')).items.find(one => one.status !== 'sent')?.id)
}
