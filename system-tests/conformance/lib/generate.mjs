// Requests from the document's schemas: good ones, and good ones with something broken.
import { resolve } from './document.mjs'
import { NASTY } from './random.mjs'

const DAY = 86_400_000
const SAMPLES = [
  [/@/, random => `a${random.int(1, 500)}@example.org`],
  [/extEXT/, random => `+49 30 ${random.int(100000, 999999)}`],
  [/\[0-2\]\[0-9\]:/, random => `${String(random.int(0, 23)).padStart(2, '0')}:${random.pick(['00', '30', '59'])}`],
  [/https?/, random => `https://example.org/${random.int(1, 500)}`],
  [/hH/, random => `https://example.org/${random.int(1, 500)}`],
  [/^\^\(\?:\[A-Z\]\{2\}\)\$$/, random => random.pick(['DE', 'FR', 'NL'])],
  [/A-Za-z0-9-/, random => `idea-${random.int(1, 9)}`]
]

/**
 * Makes values for one owner: `ids` gives those of things that are there, by the name of the field;
 * every text ends with the owner's `marker`.
 */
export class Generator {
  constructor(random, ids, marker) {
    this.random = random
    this.ids = ids
    this.marker = marker
  }

  /** A value that the schema allows. */
  value(given, name = '', depth = 0) {
    const random = this.random
    const schema = { ...resolve(given), ...(given?.$ref ? {} : given) }
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return this.value(random.pick(choices), name, depth)
    if (schema.enum) return random.pick(schema.enum)
    if (schema.examples?.length && random.chance(0.4) && schema.format !== 'date-time') return random.pick(schema.examples)
    const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat()
    const type = types.length > 1 && random.chance(0.8) ? types.find(one => one !== 'null') : random.pick(types)
    switch (type) {
      case 'null': return null
      case 'boolean': return random.chance(0.5)
      case 'integer': return random.int(schema.minimum ?? 0, Math.min(schema.maximum ?? 50, (schema.minimum ?? 0) + 500))
      case 'number': return random.next() * (schema.maximum ?? 10)
      case 'array': return this.#array(schema, name, depth)
      case 'object': return this.#object(schema, name, depth)
      default: return this.#string(schema, name)
    }
  }

  #array(schema, name, depth) {
    const least = schema.minItems ?? 0
    const length = this.random.int(least, Math.max(least, Math.min(schema.maxItems ?? 3, 3)))
    return Array.from({ length }, () => this.value(schema.items ?? {}, name, depth + 1))
  }

  #object(schema, name, depth) {
    const result = {}
    const optional = depth > 3 ? 0.1 : this.random.pick([0.15, 0.4, 0.8])
    for (const [key, part] of Object.entries(schema.properties ?? {})) {
      if (schema.required?.includes(key) || this.random.chance(optional)) result[key] = this.value(part, key, depth + 1)
    }
    if (typeof schema.additionalProperties === 'object') {
      for (let i = this.random.int(0, 2); i > 0; i--) result[`X-Key-${i}`] = this.value(schema.additionalProperties, '', depth + 1)
    }
    return result
  }

  #string(schema, name) {
    const random = this.random
    if (schema.format === 'uuid') return this.ids(name)
    if (schema.format === 'date-time') return this.instant()
    if (schema.format === 'date') return this.instant().slice(0, 10)
    const sample = schema.pattern && SAMPLES.find(([pattern]) => pattern.test(schema.pattern))
    if (sample) return sample[1](random)
    if (/zone/i.test(name)) return random.pick(['Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Kathmandu'])
    if (/^(by|reportedBy|attestedBy|promiser|receiver|from)$/.test(name)) {
      return random.chance(0.4) ? 'owner' : this.ids('contactId')
    }
    if (/before$/i.test(name)) return random.pick(['PT24H', 'PT2H', 'PT168H'])
    return random.words(this.marker, schema.maxLength ?? 200)
  }

  instant() {
    const random = this.random
    const days = random.pick([-400, -30, -6, -3, -1, -0.1, -0.01, 0.01, 1, 5, 20])
    return new Date(Math.floor((Date.now() + days * DAY * random.next()) / 1000) * 1000).toISOString().replace('.000', '')
  }

  /** The value with one thing broken, somewhere. */
  broken(value) {
    const places = []
    const walk = (node, parent, key) => {
      places.push([parent, key])
      if (node && typeof node === 'object') Object.keys(node).forEach(one => walk(node[one], node, one))
    }
    const root = { root: structuredClone(value) }
    walk(root.root, root, 'root')
    const [parent, key] = this.random.pick(places)
    const old = parent[key]
    switch (this.random.int(0, 7)) {
      case 0: delete parent[key]; break
      case 1: parent[key] = null; break
      case 2: parent[key] = this.random.pick(NASTY); break
      case 3: parent[key] = this.random.pick([0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, true, [], {}, [[[]]], [null]]); break
      case 4: if (old && typeof old === 'object' && !Array.isArray(old)) old.unknownField = 1; else parent[key] = [old]; break
      case 5: parent[key] = Array.from({ length: 250 }, () => old); break
      case 6: parent[key] = typeof old === 'string' ? old + this.random.pick(NASTY) : String(old); break
      default: parent[this.random.pick(NASTY) || 'empty'] = old
    }
    return root.root
  }
}
