// The document's examples of answers and problems are true: each fits its schema and holds no field
// that the schema does not declare; none is missing. What a real answer shows beyond its example is
// remarked upon: which fields have a value may differ from run to run. With --record, what is
// missing, no longer fits or shows less is written anew from the real answers.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Findings, told } from '../lib/check.mjs'
import { document, faults, operations, resolve } from '../lib/document.mjs'
import { fields, undeclared } from '../lib/fields.mjs'
import { seen } from '../lib/seen.mjs'
import { stable } from '../lib/stable.mjs'

const findings = new Findings()
const [successes, ...others] = seen('successes', 'refusals', 'everywhere', 'contacts', 'commitments', 'share-links', 'notifications')
const PROBLEM = { $ref: '#/components/schemas/Problem' }
const RESOURCES = 'src/main/resources/openapi'
let recorded = 0
let answers = 0

for (const operation of operations) {
  const id = operation.operationId
  const status = Object.keys(operation.responses).find(one => one.startsWith('2'))
  const media = resolve(operation.responses[status])?.content?.['application/json']
  if (!media) continue
  answers++
  const real = [successes.answers[id]].filter(Boolean)
  const pointer = ['paths', operation.path, operation.method.toLowerCase(), 'responses', status, 'content', 'application/json', 'schema']
  const wrong = media.example === undefined ? ['there is none']
    : [...faults(pointer, media.example), ...undeclared(media.schema, media.example).map(field => `${field} is not in the document`)]
  const less = media.example === undefined ? [] : real.flatMap(one => lacks(media.schema, media.example, one))
  if (told('RECORD')) wrong.push(...less)
  else if (less.length) console.log(`remark: the example of what ${id} answers ${less}`)
  hold(`the example of what ${id} answers`, wrong, real, media.schema, [`${document.paths[operation.path]['x-service']}-service/${RESOURCES}/answers/${id}.json`])
}

const names = [...Object.keys(document['x-problem-types']), '414', '431']
for (const name of names) {
  const example = document.components.examples?.[name]?.value
  const real = [successes, ...others].map(one => one.problems[name]).filter(Boolean)
  const wrong = example === undefined ? ['there is none'] : faults(['components', 'schemas', 'Problem'], example)
  const services = document['x-problem-types'][name]
  const folders = services === undefined || services.length > 2 ? ['platform'] : services.map(service => `${service}-service`)
  hold(`the example of the problem ${name}`, wrong, real, PROBLEM, folders.map(folder => `${folder}/${RESOURCES}/problems/${name}.json`))
}
if (recorded) console.log(`recorded ${recorded}; ./followthrough document puts them into the document`)
findings.end(`${answers} examples of answers and ${names.length} of problems`)

/** The fields of a real answer that the example does not show. */
function lacks(schema, example, real) {
  const shown = fields(schema, example)
  return [...fields(schema, real)].filter(field => !shown.has(field)).map(field => `lacks ${field}`)
}

function hold(what, wrong, real, schema, files) {
  if (!wrong.length) return
  const fullest = real.sort((one, other) => fields(schema, other).size - fields(schema, one).size)[0]
  if (!told('RECORD') || fullest === undefined) {
    findings.add(`${what}: ${wrong}`, fullest === undefined ? 'no check has seen one' : '--record takes it from a real one')
    return
  }
  recorded++
  for (const file of files.map(one => join(told('PROJECT'), one))) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(stable(fullest, schema), null, 2) + '\n')
  }
}
