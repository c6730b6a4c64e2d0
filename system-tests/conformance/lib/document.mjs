// The document as it is served, and validation against its schemas (JSON Schema 2020-12, with formats).
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { baseUrl } from './check.mjs'

export const document = await (await fetch(`${baseUrl}/openapi.json`)).json()

const ajv = new Ajv2020.default({ strict: false, allErrors: true, validateFormats: true })
addFormats.default(ajv)
const whole = value => Number.isInteger(value)
ajv.addFormat('int32', { type: 'number', validate: value => whole(value) && Math.abs(value) <= 2 ** 31 })
ajv.addFormat('int64', { type: 'number', validate: whole })
ajv.addSchema({ $id: 'document', ...document })

const validators = new Map()

/** Why the value breaks the schema at that JSON pointer's path in the document; empty if it does not. */
export function faults(path, value) {
  const pointer = path.map(part => '/' + encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('')
  if (!validators.has(pointer)) {
    validators.set(pointer, ajv.compile({ $ref: `document#${pointer}` }))
  }
  const validate = validators.get(pointer)
  return validate(value) ? [] : validate.errors.map(e => `${e.instancePath || '/'} ${e.message}` +
    (e.params.allowedValues ? `: ${e.params.allowedValues}` : ''))
}

/** What a reference leads to; anything else as it is. */
export function resolve(node) {
  let at = node
  while (at?.$ref) {
    at = at.$ref.slice(2).split('/').reduce((n, part) => n[part.replaceAll('~1', '/').replaceAll('~0', '~')], document)
  }
  return at
}

/** Every operation: its path, method and what the document says of it. */
export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  ['get', 'post', 'put', 'patch', 'delete'].filter(method => item[method]).map(method => ({
    path, method: method.toUpperCase(), 'x-service': item['x-service'], ...item[method],
    parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolve)
  })))
