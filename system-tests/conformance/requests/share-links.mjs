// Each refusal that the document gives to an operation of share links is reachable.
import { Findings, told, until } from '../lib/check.mjs'
import { ago, Refused, SOON } from '../lib/refused.mjs'
import { leave } from '../lib/seen.mjs'

const findings = new Findings()
const refused = new Refused(findings, told('TOKEN'))
const { api } = refused
const LONG_AGO = ago(24 * 30)
const said = { text: 'Send the article', complexity: 'simple' }

// what is missed later, or delivered before its deadline and confirmed after it
const week = await refused.agreement({ seconds: 10 })
for (const id of [week.mine, week.theirs, week.shared]) await refused.promise(id)
const weekLink = await refused.link(week)
const kept = await refused.agreement({ seconds: 10 })
await refused.promise(kept.mine)
await refused.deliver(kept.mine)
const keptLink = await refused.link(kept)

// promises and words
const one = await refused.agreement()
const link = await refused.link(one)
const at = id => [link, id]
await refused.expect('words-needed', 'promiseThroughLink', at(one.theirs))
await api.patch(`/v1/commitments/${one.theirs}`, said)
await api.patch(`/v1/commitments/${one.mine}`, said)
await refused.expect('wording-not-in-force', 'promiseThroughLink', at(one.theirs), { wording: 99 })
for (const id of ['promiseThroughLink', 'declineThroughLink', 'deliverThroughLink']) {
  await refused.expect('not-a-participant', id, at(one.mine), id === 'promiseThroughLink' ? { wording: 1 } : undefined)
}
await refused.expect('wording-not-waiting', 'acceptThroughLink', [...at(one.theirs), '1'])
await refused.call('proposeThroughLink', at(one.theirs), { ...said, text: 'Send two' })
await refused.expect('other-side-accepts', 'acceptThroughLink', [...at(one.theirs), '2'])
await refused.expect('not-promised', 'deliverThroughLink', at(one.theirs))
await refused.expect('not-missed', 'confirmThroughLink', at(one.mine))
await refused.expect('nothing-to-deny', 'denyThroughLink', at(one.mine))
await refused.expect('nothing-to-assess', 'assessThroughLink', at(one.mine), { value: 4 })
await refused.expect('only-receiver-assesses', 'assessThroughLink', at(one.theirs), { value: 4 })
for (const id of ['confirmThroughLink', 'denyThroughLink']) await refused.expect('not-a-participant', id, at(one.theirs))
await refused.call('promiseThroughLink', at(one.theirs), { wording: 1 })
await refused.expect('already-promised', 'promiseThroughLink', at(one.theirs), { wording: 1 })
await refused.expect('already-promised', 'declineThroughLink', at(one.theirs))
await refused.expect('not-missed', 'apologiseThroughLink', at(one.theirs), { said: 'Sorry' })
await refused.expect('happened-in-the-future', 'deliverThroughLink', at(one.theirs), { happenedAt: SOON })
await refused.expect('happened-too-early', 'deliverThroughLink', at(one.theirs), { happenedAt: LONG_AGO })
await refused.call('deliverThroughLink', at(one.theirs))
await refused.expect('already-delivered', 'deliverThroughLink', at(one.theirs))
await api.post(`/v1/commitments/${one.mine}/promise`)
await refused.expect('happened-in-the-future', 'confirmThroughLink', at(one.mine), { happenedAt: SOON })
await refused.expect('happened-too-early', 'confirmThroughLink', at(one.mine), { happenedAt: LONG_AGO })
await refused.call('confirmThroughLink', at(one.mine))
await refused.expect('other-side-denies', 'denyThroughLink', at(one.mine))

// what was denied, declined, assessed, reworded
const two = await refused.agreement()
const second = await refused.link(two)
await refused.promise(two.mine)
await refused.deliver(two.mine)
await refused.call('confirmThroughLink', [second, two.mine])
await refused.expect('already-attested', 'confirmThroughLink', [second, two.mine])
await refused.expect('already-attested', 'denyThroughLink', [second, two.mine])
await api.patch(`/v1/commitments/${two.theirs}`, said)
await refused.call('declineThroughLink', [second, two.theirs])
for (const [id, more, body] of [['deliverThroughLink', []], ['promiseThroughLink', [], { wording: 1 }], ['declineThroughLink', []],
  ['proposeThroughLink', [], said], ['acceptThroughLink', ['1']]]) {
  await refused.expect('commitment-ended', id, [second, two.theirs, ...more], body)
}
await api.post(`/v1/commitments/${two.shared}/decline`, { by: 'owner' })
await refused.expect('receiver-needed', 'proposeThroughLink', [second, two.shared], said)
const three = await refused.agreement({ people: 2 })
const third = await refused.link(three)
await refused.call('declineThroughLink', [third, three.shared])
await refused.expect('not-a-participant', 'proposeThroughLink', [third, three.shared], said)
for (let i = 0; i < 100; i++) await api.patch(`/v1/commitments/${three.theirs}`, { ...said, text: `Send article ${i}` })
await refused.expect('too-many-wordings', 'proposeThroughLink', [third, three.theirs], { ...said, text: 'Send one more' })
const four = await refused.agreement()
const fourth = await refused.link(four)
await refused.promise(four.shared)
await refused.deliver(four.shared)
await api.post(`/v1/commitments/${four.shared}/assessment`, { value: 4 })
await refused.call('assessThroughLink', [fourth, four.shared], { value: 5 })
await refused.expect('assessment-final', 'assessThroughLink', [fourth, four.shared], { value: 1 })

// no thanks
const five = await refused.agreement()
const fifth = await refused.link(five)
await refused.call('sayNoThanks', [fifth])
for (const [id, body] of [['promiseThroughLink', { wording: 1 }], ['declineThroughLink'], ['proposeThroughLink', said], ['deliverThroughLink'],
  ['confirmThroughLink'], ['denyThroughLink'], ['apologiseThroughLink', { said: 'Sorry' }], ['assessThroughLink', { value: 4 }]]) {
  await refused.expect('said-no-thanks', id, [fifth, five.theirs], body)
}
await refused.expect('said-no-thanks', 'acceptThroughLink', [fifth, five.theirs, '1'])

// after the deadline
await until('the deadline', 30, async () => (await Promise.all([week.mine, week.theirs, week.shared].map(id => api.get(`/v1/commitments/${id}`))))
  .every(commitment => commitment.status === 'missed'))
await until('it to be over', 5, () => Date.now() > Date.parse(kept.dueAt) + 1000)
await refused.call('apologiseThroughLink', [weekLink, week.theirs], { said: 'Sorry' })
await refused.expect('already-apologised', 'apologiseThroughLink', [weekLink, week.theirs], { said: 'Sorry' })
await refused.expect('not-a-participant', 'apologiseThroughLink', [weekLink, week.mine], { said: 'Sorry' })
await refused.call('confirmThroughLink', [weekLink, week.mine])
await refused.expect('already-delivered', 'confirmThroughLink', [weekLink, week.mine])
await refused.expect('not-in-time', 'confirmThroughLink', [keptLink, kept.mine], { happenedAt: ago(0) })

// a mark that was changed a hundred times, through several links: each has a share of its own
const six = await refused.agreement()
await refused.promise(six.mine)
await refused.deliver(six.mine)
let often
for (let i = 0; i < 100; i++) {
  if (i % 50 === 0) often = await refused.link(six)
  await refused.call('assessThroughLink', [often, six.mine], { value: 1 + i % 5, comment: `${i}` })
}
await refused.expect('assessment-changed-too-often', 'assessThroughLink', [await refused.link(six), six.mine], { value: 3, comment: 'once more' })

leave()
findings.end(`${refused.count} refusals through share links`)
