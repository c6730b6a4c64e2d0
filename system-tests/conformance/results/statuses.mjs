// Each status and each kind of problem that the document gives to an operation was seen there by a
// check of requests, or stands with its reason in lib/unreached. What was seen all the same must not.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Findings, told } from '../lib/check.mjs'
import { document, operations } from '../lib/document.mjs'
import { seen } from '../lib/seen.mjs'
import { HERE, NOWHERE, reason } from '../lib/unreached.mjs'

const findings = new Findings()
const all = seen('successes', 'refusals', 'everywhere', 'contacts', 'commitments', 'share-links', 'notifications')
const used = new Set()
const lines = []
let reached = 0

for (const operation of operations) {
  const id = operation.operationId
  const got = new Set(all.flatMap(one => one.statuses[id] ?? []))
  const statuses = new Set([...got].map(one => one.split(' ')[0]))
  const types = new Set([...got].map(one => one.split(' ')[1]).filter(Boolean))
  const excused = []
  for (const type of operation['x-problem-types']) {
    const why = reason(operation, type)
    if (types.has(type)) reached++
    else if (why) excused.push(type)
    else findings.add(`${id}: the problem ${type} was never reached`, 'reach it in requests, take it off the operation, or say in lib/unreached why not')
    if (why) used.add(NOWHERE[type] || HERE[type] ? type : `${id} ${type}`)
  }
  for (const status of Object.keys(operation.responses)) {
    const only = operation['x-problem-types'].filter(type => example(type) === Number(status))
    if (statuses.has(status)) reached++
    else if (!only.length || only.some(type => !reason(operation, type))) findings.add(`${id}: the status ${status} was never reached`, '')
  }
  lines.push(`${id}: ${[...got].sort().join(', ')}${excused.length ? `; not ${excused.join(', ')}` : ''}`)
}
for (const type of [...Object.keys(NOWHERE), ...Object.keys(HERE)]) {
  findings.check(used.has(type), `lib/unreached speaks of ${type}, which no operation has`, '')
}
writeFileSync(join(told('OUT'), 'reached.txt'), lines.join('\n') + '\n')
findings.end(`${reached} pairs of an operation and what it answers were reached, of ${operations.length} operations`)

/** The status of that kind of problem. */
function example(type) {
  return document.components.examples?.[type]?.value.status ?? all.map(one => one.problems[type]?.status).find(Boolean) ??
    { 'internal-error': 500, 'concurrent-change': 409, unavailable: 503 }[type]
}
