// Holds an answer against what the document says of its operation.
import { document, faults, resolve } from './document.mjs'
import { undeclared } from './fields.mjs'
import { remember } from './seen.mjs'

const SLOW = 10_000
const TRACE = /(\n\s*at [\w$.]+\()|Exception\b|org\.(hibernate|postgresql|jboss)|java\.(lang|util|sql)\.|SQLSTATE/

/** Adds each fault of the answer to the findings; `strangers` are markers of other owners' words. */
export function judge(operation, answer, findings, strangers = []) {
  const where = `${answer.method} ${answer.path} ${short(answer.sent)} → ${answer.status} ${short(answer.text)}`
  const name = operation.operationId
  const add = what => findings.add(`${name}: ${what}`, where)
  const response = resolve(operation.responses[answer.status] ?? operation.responses[`${String(answer.status)[0]}XX`])
  if (answer.status >= 500 && answer.status !== 503) add(`answers ${answer.status}`)
  if (!response) {
    add(`the status ${answer.status} is not in the document`)
    return
  }
  if (answer.milliseconds > SLOW) add(`took ${Math.round(answer.milliseconds)} ms`)
  if (TRACE.test(answer.text)) add('shows its insides')
  for (const marker of strangers) {
    if (answer.text.includes(marker)) add('shows words of another owner')
  }
  for (const header of Object.keys(response.headers ?? {})) {
    if (!answer.headers.get(header) && ALWAYS.has(header)) add(`${answer.status} without the header ${header}`)
  }
  for (const header of MUST[answer.status] ?? []) {
    if (!answer.headers.get(header)) add(`${answer.status} without the header ${header}`)
  }
  content(operation, response, answer, add)
  remember(operation, answer, response.content?.[answer.type]?.schema)
  if (answer.status >= 400) problem(operation, answer, add)
}

const ALWAYS = new Set(['X-Request-Id', 'Location', 'ETag'])
const MUST = { 401: ['WWW-Authenticate'], 403: ['WWW-Authenticate'], 429: ['Retry-After'], 503: ['Retry-After'] }

function content(operation, response, answer, add) {
  const types = Object.keys(response.content ?? {})
  if (!types.length) {
    if (answer.text) add(`${answer.status} has a body; the document says none`)
    return
  }
  if (!types.includes(answer.type)) {
    add(`${answer.status} is ${answer.type || 'nothing'}; the document says ${types}`)
    return
  }
  if (answer.notJson) add('is not JSON')
  if (answer.json === undefined) return
  const own = operation.responses[answer.status]
  const base = own.$ref ? own.$ref.slice(2).split('/') : ['paths', operation.path, operation.method.toLowerCase(), 'responses', String(answer.status)]
  for (const fault of faults([...base, 'content', answer.type, 'schema'], answer.json)) {
    add(`${answer.status} breaks its schema: ${fault.replace(/\/\d+(?=\/|\s)/g, '/…')}`)
  }
  if (answer.status < 300) {
    for (const field of undeclared(response.content[answer.type].schema, answer.json)) add(`${answer.status} has ${field}, which is not in the document`)
  }
}

/** Kinds of problems met, by their type's path: the pages that explain them are looked at in the end. */
export const problemTypes = new Set()

function problem(operation, answer, add) {
  const type = answer.json?.type
  if (!type) return
  if (type === 'about:blank' && [414, 431].includes(answer.status)) return
  problemTypes.add(type)
  const name = type.split('/').pop()
  if (answer.json.status !== answer.status) add(`a problem of status ${answer.json.status} comes as ${answer.status}`)
  if (!operation['x-problem-types']?.includes(name)) add(`the problem ${name} is not among its x-problem-types`)
  if (!document['x-problem-types'][name]) add(`the problem ${name} is not in the document`)
  const named = (answer.json.instance ?? answer.path).slice(0, 350).replace(/…$/, '')
  // an address that is a credential is not said again
  const shown = operation.path.includes('{token}') ? answer.path.replace(/\/[\w-]{43}(?=[/?]|$)/, '/{token}') : answer.path
  if (!decoded(shown).startsWith(decoded(named).slice(0, 50))) add('a problem names another path')
}

function decoded(path) {
  return path.split('?')[0].replace(/%../g, '%')
}

export function short(text) {
  const words = text === undefined ? '' : String(text)
  return words.length > 700 ? `${words.slice(0, 700)}… (${words.length})` : words
}
