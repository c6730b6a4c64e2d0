// Every list pages to its end: each item once, in one order whatever the size of the pages, and a
// cursor serves only the filters it came from.
import { judge } from '../lib/answers.mjs'
import { Api } from '../lib/api.mjs'
import { Findings, told } from '../lib/check.mjs'
import { operations, resolve } from '../lib/document.mjs'
import { network } from '../lib/network.mjs'
import { Owner } from '../lib/owner.mjs'

const findings = new Findings()
const token = told('TOKEN')
const owner = new Owner(9, 1, token)
const api = new Api(token)
const PARENTS = { agreements: 'agreement', contacts: 'contact', meetings: 'event', goals: 'goal', commitments: 'delivered',
  'webhook-endpoints': 'endpoint' }
const made = await network(api)
const lists = operations.filter(operation => operation.method === 'GET' &&
  operation.parameters.some(one => one.name === 'cursor') && resolve(operation.responses[200].content['application/json'].schema))
let pages = 0
let long = 0

for (const list of lists) {
  const path = list.path.replace(/\{\w+}/, (whole, at) => made[PARENTS[list.path.slice(0, at).split('/').at(-2)]])
  const always = list.parameters.filter(one => one.in === 'query' && one.required)
    .map(one => `${one.name}=${resolve(one.schema).enum[0]}&`).join('')
  const base = `${path}?${always}`
  const all = await walk(list, base, 200)
  if (all.length > 2) long++
  for (const limit of [1, 3]) {
    // the log of events goes on while it is read
    const grows = list.operationId === 'listEvents'
    const some = (await walk(list, base, limit)).filter(item => !grows || all.includes(item))
    findings.check(JSON.stringify(some) === JSON.stringify(all), `${list.operationId}: pages of ${limit} hold other items than one of 200`,
      `${path}: ${some.length} and ${all.length} items`)
  }
  findings.check(new Set(all).size === all.length, `${list.operationId}: an item comes twice`, path)
  const first = await page(list, `${base}limit=1`)
  if (!first.nextCursor) continue
  for (const [what, query] of [['a made-up cursor', 'cursor=abc'], ['a cut cursor', `cursor=${first.nextCursor.slice(0, -3)}`],
    ['another list’s or filter’s cursor', `cursor=${first.nextCursor}&${otherFilter(list)}`]]) {
    if (query.endsWith('&')) continue
    const answer = await owner.send({ method: 'GET', path: base + query })
    judge(list, answer, findings)
    findings.check(answer.status === 400, `${list.operationId}: ${what} is taken`, `${base}${query} → ${answer.status}`)
  }
}
findings.check(long > lists.length / 2, 'too few lists had something to page through', `${long} of ${lists.length}`)
findings.end(`${lists.length} lists, ${long} of them with more than two items, read to the end in ${pages} pages`)

async function walk(list, path, limit) {
  const items = []
  for (let cursor, i = 0; ; i++) {
    const answer = await page(list, `${path}limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    items.push(...answer.items.map(item => JSON.stringify(item)))
    findings.check(answer.items.length <= limit, `${list.operationId}: more than was asked for`, path)
    cursor = answer.nextCursor
    if (!cursor) return items
    if (i > 500) {
      findings.add(`${list.operationId}: does not end`, path)
      return items
    }
  }
}

async function page(list, path) {
  pages++
  const answer = await owner.send({ method: 'GET', path })
  judge(list, answer, findings)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return answer.json
}

/** A filter that the cursor did not come from. */
function otherFilter(list) {
  const filter = list.parameters.find(one => one.in === 'query' && !one.required && !['cursor', 'limit'].includes(one.name) && resolve(one.schema).type !== 'array')
  if (!filter) return ''
  const schema = resolve(filter.schema)
  return `${filter.name}=${encodeURIComponent(schema.enum?.[0] ??
    { uuid: made.contact, 'date-time': '2026-01-01T00:00:00Z', date: '2026-01-01' }[schema.format] ?? { boolean: 'true', integer: '1' }[schema.type] ?? 'bicycles')}`
}
