// The fields of an answer, as the document declares them.
import { resolve } from './document.mjs'

/** Each field in the value, as a path with `…` for every item of a list; what a schema leaves open counts as one. */
export function fields(schema, value) {
  const found = new Set()
  walk(schema, value, '', (path, declared) => declared && found.add(path))
  return found
}

/** The fields in the value that its schema does not declare. */
export function undeclared(schema, value) {
  const found = new Set()
  walk(schema, value, '', (path, declared) => declared || found.add(path))
  return [...found]
}

const LONG = 4

/**
 * The value with long lists cut down to the items that show a field which none before them shows;
 * of plain values the first. The list that is the whole answer is cut however short it is.
 */
export function shortened(value, given, longest = LONG) {
  if (value === null || typeof value !== 'object') return value
  const schema = whole(given)
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) =>
      [key, shortened(part, schema.properties[key] ?? (schema.additionalProperties || {}), key === 'items' ? 1 : LONG)]))
  }
  const shown = new Set()
  return value.filter((item, at) => {
    const own = [...fields(schema.items ?? {}, item)]
    const isNew = at === 0 || own.some(path => !shown.has(path))
    own.forEach(path => shown.add(path))
    return isNew || value.length <= longest || (typeof item !== 'object' && at < LONG)
  }).map(item => shortened(item, schema.items ?? {}))
}

function walk(given, value, at, tell) {
  if (value === null || typeof value !== 'object') return
  const schema = whole(given)
  if (Array.isArray(value)) {
    value.forEach(item => walk(schema.items ?? {}, item, `${at}/…`, tell))
    return
  }
  if (!Object.keys(schema.properties).length) return
  for (const [key, part] of Object.entries(value)) {
    const declared = schema.properties[key] ?? (typeof schema.additionalProperties === 'object' && schema.additionalProperties)
    tell(`${at}/${key}`, Boolean(declared))
    if (declared) walk(declared, part, `${at}/${key}`, tell)
  }
}

/** A schema with what it puts together or chooses from as one. */
function whole(given) {
  const schema = resolve(given) ?? {}
  const result = { ...schema, properties: { ...schema.properties } }
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    const other = whole(part)
    Object.assign(result.properties, other.properties)
    result.items ??= other.items
    result.additionalProperties ??= other.additionalProperties
  }
  return result
}
