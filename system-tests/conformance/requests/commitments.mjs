// Each refusal that the document gives to an operation about agreements, commitments, asks and
// favours is reachable. Deadlines that pass are those of meetings whose week is nearly over.
import { Findings, told, until } from '../lib/check.mjs'
import { ago, Refused, SOON } from '../lib/refused.mjs'
import { leave } from '../lib/seen.mjs'

const findings = new Findings()
const refused = new Refused(findings, told('TOKEN'))
const { api } = refused
const nobody = refused.unknown()
const LONG_AGO = ago(24 * 30)
const said = { text: 'Send the article', complexity: 'simple' }

// what is missed later: by the owner and by the contact, alone and together
const week = await refused.agreement({ seconds: 12 })
for (const id of [week.mine, week.theirs, week.shared]) await refused.promise(id)
const attested = await refused.agreement({ seconds: 12 })
await refused.promise(attested.theirs)

// words
const fresh = await refused.agreement()
const group = await refused.agreement({ people: 2 })
await refused.expect('receiver-fixed', 'changeCommitment', [fresh.theirs], { receiverId: fresh.contact })
await refused.expect('not-a-participant', 'changeCommitment', [group.mine], { receiverId: fresh.contact })
await refused.expect('unknown-action-idea', 'changeCommitment', [fresh.mine], { actionIdea: 'no-such-idea' })
await refused.expect('unknown-action-idea', 'proposeWording', [fresh.mine], { ...said, actionIdea: 'no-such-idea', proposedBy: 'owner' })
await refused.expect('not-a-participant', 'proposeWording', [fresh.mine], { ...said, proposedBy: group.contact })
await refused.expect('receiver-needed', 'proposeWording', [group.mine], { ...said, proposedBy: 'owner' })
await refused.expect('words-needed', 'promiseCommitment', [fresh.mine])
await api.patch(`/v1/commitments/${group.mine}`, said)
await refused.expect('receiver-needed', 'promiseCommitment', [group.mine])
await api.patch(`/v1/commitments/${fresh.mine}`, said)
await refused.expect('wording-not-in-force', 'promiseCommitment', [fresh.mine], { wording: 99 })
await refused.expect('wording-not-waiting', 'acceptWording', [fresh.mine, '1'])
await api.post(`/v1/commitments/${fresh.mine}/wordings`, { ...said, text: 'Send two', proposedBy: 'owner' })
await refused.expect('other-side-accepts', 'acceptWording', [fresh.mine, '2'], { by: 'owner' })
await refused.expect('not-a-participant', 'acceptWording', [fresh.mine, '2'], { by: group.contact })
for (let i = 3; i <= 100; i++) await api.patch(`/v1/commitments/${fresh.mine}`, { text: `Send article ${i}` })
await refused.expect('too-many-wordings', 'changeCommitment', [fresh.mine], { text: 'Send one more' })
await refused.expect('too-many-wordings', 'proposeWording', [fresh.mine], { ...said, text: 'Send one more', proposedBy: 'owner' })
await api.patch('/v1/profile', { areas: ['design'] })
const later = await refused.agreement()
await api.get(`/v1/agreements/${later.id}`)
await refused.expect('unknown-area', 'changeCommitment', [later.mine], { area: 'plumbing' })
await refused.expect('unknown-area', 'proposeWording', [later.mine], { ...said, area: 'plumbing', proposedBy: 'owner' })

// promises and deliveries
await refused.expect('not-promised', 'deliverCommitment', [fresh.mine])
await circumstances('promiseCommitment', fresh.mine)
await circumstances('declineCommitment', fresh.mine)
await api.post(`/v1/commitments/${fresh.mine}/promise`)
await circumstances('deliverCommitment', fresh.mine)
await refused.expect('already-promised', 'changeCommitment', [fresh.mine], { text: 'Other words' })
await refused.expect('already-promised', 'promiseCommitment', [fresh.mine])
await refused.expect('already-promised', 'declineCommitment', [fresh.mine])
await refused.expect('not-missed', 'apologise', [fresh.mine], { said: 'Sorry' })
await refused.expect('nothing-to-deny', 'denyDelivery', [fresh.mine])
await refused.deliver(fresh.mine)
await refused.expect('already-delivered', 'deliverCommitment', [fresh.mine])
await refused.expect('denied-through-share-link', 'denyDelivery', [fresh.mine])
await refused.expect('only-receiver-assesses', 'assessCommitment', [fresh.mine], { value: 4 })
await refused.expect('only-receiver-attests', 'attestDelivery', [fresh.mine], { by: 'owner', happenedAt: ago(0) })
await refused.promise(fresh.theirs)
await refused.expect('not-missed', 'attestDelivery', [fresh.theirs], { happenedAt: ago(0) })
await refused.expect('nothing-to-assess', 'assessCommitment', [fresh.theirs], { value: 4 })
await refused.deliver(fresh.theirs)
await refused.expect('other-side-denies', 'denyDelivery', [fresh.theirs])
await refused.expect('not-a-participant', 'assessCommitment', [fresh.theirs], { value: 4, contactId: nobody })
for (let i = 0; i < 100; i++) await api.post(`/v1/commitments/${fresh.theirs}/assessment`, { value: 1 + i % 5, comment: `${i}` })
await refused.expect('assessment-changed-too-often', 'assessCommitment', [fresh.theirs], { value: 3, comment: 'once more' })
const declined = (await refused.agreement()).mine
await api.patch(`/v1/commitments/${declined}`, said)
await api.post(`/v1/commitments/${declined}/decline`)
for (const [id, at, body] of [['changeCommitment', [], { text: 'Other words' }], ['declineCommitment', []], ['deliverCommitment', []],
  ['promiseCommitment', []], ['proposeWording', [], { ...said, proposedBy: 'owner' }], ['acceptWording', ['1']]]) {
  await refused.expect('commitment-ended', id, [declined, ...at], body)
}

const claimed = await refused.agreement()
await refused.promise(claimed.theirs)
await refused.call('deliverThroughLink', [await refused.link(claimed), claimed.theirs])
await circumstances('denyDelivery', claimed.theirs)

// together
await refused.promise(group.shared)
await refused.deliver(group.shared)
await refused.expect('name-one', 'assessCommitment', [group.shared], { value: 4 })
const both = await refused.agreement({ people: 2 })
await refused.promise(both.shared)
for (const contact of both.contacts) {
  await refused.call('deliverThroughLink', [await refused.link(both, contact), both.shared])
}
await refused.expect('name-one', 'denyDelivery', [both.shared])
const pair = await refused.agreement()
await refused.promise(pair.shared)
await refused.deliver(pair.shared)
await api.post(`/v1/commitments/${pair.shared}/assessment`, { value: 4 })
await refused.call('assessThroughLink', [await refused.link(pair), pair.shared], { value: 5 })
await refused.expect('assessment-final', 'assessCommitment', [pair.shared], { value: 1 })

// agreements and share links
await refused.expect('deadline-never-later', 'changeAgreement', [group.id], { dueAt: ago(-200) })
const unpromised = await refused.agreement()
await refused.expect('deadline-never-later', 'changeAgreement', [unpromised.id], { dueAt: ago(-200) })
await refused.expect('due-too-early', 'changeAgreement', [unpromised.id], { dueAt: ago(0.1) })
await refused.expect('deadline-fixed-by-promise', 'changeAgreement', [fresh.id], { dueAt: ago(-1) })
await refused.expect('not-a-participant', 'createShareLink', [fresh.id], { contactId: group.contact })
await refused.expect('share-link-expiry', 'createShareLink', [fresh.id], { contactId: fresh.contact, expiresAt: ago(1) })
for (let i = 0; i < 5; i++) await refused.link(fresh)
await refused.expect('too-many-share-links', 'createShareLink', [fresh.id], { contactId: fresh.contact })
await api.delete(`/v1/contacts/${unpromised.contact}`)
await api.delete(`/v1/contacts/${group.contacts[1]}`)
await api.get(`/v1/agreements/${unpromised.id}`) // waits until the removals are known there
await refused.expect('agreement-ended', 'changeAgreement', [unpromised.id], { dueAt: ago(-1) })
await refused.expect('agreement-ended', 'createShareLink', [unpromised.id], { contactId: unpromised.contact })
await refused.expect('unknown-contact', 'createShareLink', [group.id], { contactId: group.contacts[1] })

// words ready to send
await refused.expect('not-the-owners-promise', 'getCommitmentWords', [fresh.theirs], undefined, { query: 'for=apology' })
await refused.expect('nothing-to-apologise-for', 'getCommitmentWords', [fresh.mine], undefined, { query: 'for=apology' })
await refused.expect('not-a-participant', 'getCommitmentWords', [fresh.mine], undefined, { query: `for=proposal&contactId=${nobody}` })
await refused.expect('unknown-contact', 'getCommitmentWords', [fresh.mine], undefined, { query: `for=introduction&introducedId=${nobody}` })
const ideas = (await api.get('/v1/action-ideas?limit=200')).items
const known = ideas.find(one => !one.own).id
await refused.expect('unknown-contact', 'getActionIdeaWords', [known], undefined, { query: `for=proposal&contactId=${nobody}` })
await refused.expect('action-idea-of-the-catalogue', 'changeActionIdea', [known], { words: 'Other words' })
await refused.expect('action-idea-of-the-catalogue', 'removeActionIdea', [known])
const idea = { kind: 'individual', complexity: 'simple', words: 'Lend a book' }
for (let i = 0; i < 500; i += 20) await Promise.all(Array.from({ length: 20 }, (_, j) => api.post('/v1/action-ideas', { ...idea, words: `Lend book ${i + j}` })))
await refused.expect('too-many-action-ideas', 'addActionIdea', [], idea)

// asks and favours
const [contact, other] = await refused.contacts(2)
const ask = { direction: 'outbound', words: 'A word', contactIds: [contact] }
await refused.expect('unknown-contact', 'makeAsk', [], { ...ask, contactIds: [nobody] })
await refused.expect('ask-goal-unknown', 'makeAsk', [], { ...ask, goalId: nobody })
await refused.expect('happened-in-the-future', 'makeAsk', [], { ...ask, askedAt: SOON })
const asked = (await api.post('/v1/asks', { ...ask, askedAt: ago(10) })).id
await refused.expect('ask-goal-unknown', 'changeAsk', [asked], { goalId: nobody })
const outcome = { contactId: contact, status: 'answered' }
await refused.expect('not-asked', 'recordAskOutcome', [asked], { ...outcome, contactId: other })
await refused.expect('happened-in-the-future', 'recordAskOutcome', [asked], { ...outcome, happenedAt: SOON })
await refused.expect('ask-outcome-too-early', 'recordAskOutcome', [asked], { ...outcome, happenedAt: ago(20) })
for (let i = 0; i < 50; i++) await api.post(`/v1/asks/${asked}/outcomes`, { contactId: contact, status: i % 2 ? 'declined' : 'granted' })
await refused.expect('ask-outcome-not-next', 'recordAskOutcome', [asked], { contactId: contact, status: 'declined' })
await refused.expect('ask-too-many-outcomes', 'recordAskOutcome', [asked], { contactId: contact, status: 'granted' })
const favour = { contactId: fresh.contact, direction: 'given', kind: 'advice', size: 'small', words: 'Advice' }
const given = (await api.post('/v1/favours', favour)).id
for (const [id, at, base] of [['recordFavour', [], favour], ['changeFavour', [given], {}]]) {
  await refused.expect('happened-in-the-future', id, at, { ...base, happenedAt: SOON })
  await refused.expect('introduction-wrong-way', id, at, { ...base, kind: 'introductionReceived' })
  await refused.expect('not-the-same-deed', id, at, { ...base, commitmentId: fresh.theirs })
}
await refused.expect('unknown-contact', 'recordFavour', [], { ...favour, contactId: nobody })

// what was missed
await until('the deadline', 30, async () => (await api.get(`/v1/commitments/${attested.theirs}`)).status === 'missed' &&
  (await api.get(`/v1/commitments/${week.shared}`)).status === 'missed' && (await api.get(`/v1/commitments/${week.mine}`)).status === 'missed')
await refused.expect('name-one', 'apologise', [week.shared], { said: 'Sorry' })
for (const [type, body] of [['not-a-participant', { by: nobody }], ['happened-in-the-future', { happenedAt: SOON }], ['happened-too-early', { happenedAt: LONG_AGO }]]) {
  await refused.expect(type, 'apologise', [week.mine], { said: 'Sorry', ...body })
  await refused.expect(type, 'attestDelivery', [attested.theirs], { happenedAt: attested.dueAt, ...body })
}
await api.post(`/v1/commitments/${week.mine}/apology`, { said: 'Sorry' })
await refused.expect('already-apologised', 'apologise', [week.mine], { said: 'Sorry' })
await refused.expect('not-in-time', 'attestDelivery', [attested.theirs], { happenedAt: ago(0) })
await refused.call('attestDelivery', [attested.theirs], { happenedAt: attested.dueAt })
await refused.expect('already-attested', 'attestDelivery', [attested.theirs], { happenedAt: attested.dueAt })
await refused.expect('already-attested', 'denyDelivery', [attested.theirs])

// the list for today
const promised = await refused.agreement()
await refused.promise(promised.mine)
const [line] = (await api.get('/v1/next-actions?kind=ownPromise&limit=1')).items
await refused.expect('promise-cannot-be-dismissed', 'dismissNextAction', [line.id])
await refused.expect('done-by-its-call', 'completeNextAction', [line.id])

leave()
findings.end(`${refused.count} refusals about agreements, commitments, asks and favours`)

/** Who reports it, and when it happened. */
async function circumstances(id, commitment) {
  await refused.expect('not-a-participant', id, [commitment], { by: nobody })
  await refused.expect('happened-in-the-future', id, [commitment], { happenedAt: SOON })
  await refused.expect('happened-too-early', id, [commitment], { happenedAt: LONG_AGO })
}
