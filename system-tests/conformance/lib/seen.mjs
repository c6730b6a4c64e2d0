// What a check has seen of each operation, kept for the checks that look at all of it together.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from './check.mjs'
import { fields } from './fields.mjs'

const statuses = new Map()
const answers = new Map()
const problems = new Map()

/** Remembers the answer: its status, what kind of refusal it is, and the fullest body of each. */
export function remember(operation, answer, schema) {
  const kind = kindOf(answer)
  const id = operation.operationId
  if (!statuses.has(id)) statuses.set(id, new Set())
  statuses.get(id).add(`${answer.status} ${kind}`.trim())
  if (answer.json === undefined) return
  if (answer.status < 300) fullest(answers, id, answer.json, schema)
  else if (answer.status >= 400) fullest(problems, kind || String(answer.status), answer.json, schema)
}

/** Leaves it in the check's own folder. */
export function leave() {
  const all = { statuses: Object.fromEntries([...statuses].map(([id, kinds]) => [id, [...kinds].sort()])) }
  for (const [name, best] of Object.entries({ answers, problems })) {
    all[name] = Object.fromEntries([...best].map(([id, { json }]) => [id, json]))
  }
  writeFileSync(join(told('OUT'), 'seen.json'), JSON.stringify(all))
}

/** What these checks of `requests` have seen of this very stack. */
export function seen(...checks) {
  const began = statSync(told('STACK_LOGS')).birthtimeMs
  return checks.map(name => {
    const file = join(told('PROJECT'), 'target/conformance/requests', name, 'seen.json')
    if (!existsSync(file) || statSync(file).mtimeMs < began) {
      throw new Error(`requests/${name} has not ended in this run; run both: --only requests,results`)
    }
    return JSON.parse(readFileSync(file, 'utf8'))
  })
}

function kindOf(answer) {
  const type = answer.status >= 400 ? answer.json?.type : undefined
  return type && type !== 'about:blank' ? type.split('/').pop() : ''
}

function fullest(best, id, json, schema) {
  const size = fields(schema, json).size
  if (size > (best.get(id)?.size ?? -1)) best.set(id, { json, size })
}
