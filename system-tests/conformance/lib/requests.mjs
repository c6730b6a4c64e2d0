// Requests of an owner: good ones, and rough ones with something wrong in the address, headers or body.
import { told } from './check.mjs'
import { resolve } from './document.mjs'
import { NASTY } from './random.mjs'

/**
 * A request of the operation by the owner; a good one, or now and then (never if it must be `good`) a
 * rough one. Webhook endpoints are at `hooksUrl`.
 */
export function make(owner, operation, good, hooksUrl) {
  const random = owner.random
  const rough = !good && random.chance(0.25)
  const request = { method: operation.method, headers: {}, allowed: !rough }
  request.path = operation.path.replace(/\{(\w+)}/g, (whole, name, at) => {
    const parameter = operation.parameters.find(one => one.in === 'path' && one.name === name)
    if (rough && random.chance(0.3)) return encodeURIComponent(random.pick(NASTY).toWellFormed().slice(0, 400) || 'x')
    if (resolve(parameter.schema).type === 'integer') return String(random.int(1, 3))
    return owner.id(name === 'id' ? operation.path.slice(0, at).split('/').at(-2) : name)
  })
  const query = new URLSearchParams()
  for (const parameter of operation.parameters.filter(one => one.in === 'query')) {
    if (!parameter.required && !random.chance(0.25)) continue
    if (parameter.name === 'cursor' && !rough) continue // a cursor comes from a list: see pages
    const value = owner.generator.value(parameter.schema, parameter.name)
    for (const item of [value].flat()) {
      query.append(parameter.name, rough && random.chance(0.4) ? random.pick(NASTY).toWellFormed().slice(0, 1000) : String(item))
    }
  }
  if (rough && random.chance(0.1)) query.append('unknown', '1')
  if ([...query].length) request.path += `?${query}`
  headers(owner, operation, request, rough)
  if (operation.requestBody) body(owner, operation, request, rough, hooksUrl)
  request.stream = Object.keys(resolve(operation.responses[200])?.content ?? {}).includes('text/event-stream')
  return request
}

function headers(owner, operation, request, rough) {
  const random = owner.random
  if (operation.method === 'POST' && random.chance(0.6)) request.headers['Idempotency-Key'] = random.uuid()
  if (['PATCH', 'PUT', 'DELETE'].includes(operation.method) && random.chance(0.3)) {
    request.headers['If-Match'] = owner.etag(request.path) ?? '"0"'
  }
  if (!rough) return
  switch (random.int(0, 9)) {
    case 0: request.token = ''; break
    case 1: request.token = told('TOKEN_WITHOUT_SCOPES'); break
    case 2: request.token = `${owner.token.slice(0, -3)}AAA`; break
    case 3: request.headers.Accept = random.pick(['text/html', 'application/xml', 'image/png, */*;q=0', '*/*', 'application/problem+json']); break
    case 4: request.headers['If-Match'] = random.pick(['*', 'W/"1"', 'x', '""', '"1","2"']); break
    case 5: if (operation.method === 'POST') request.headers['Idempotency-Key'] = random.pick(['', '"q"', 'x'.repeat(255), 'x'.repeat(300), 'a b']); break
    case 6: request.headers['Followthrough-Position'] = random.pick(['contacts.1', 'contacts.1', random.chance(0.2) ? 'contacts.99999999' : 'commitments.1', 'x', 'contacts', '', 'nobody.1', 'contacts.-1']); break
    case 7: request.headers['X-Request-Id'] = random.pick(['abc', 'x'.repeat(500), '"']); break
    case 8: request.headers['If-None-Match'] = random.pick(['*', 'x', '"1"']); break
    default: request.headers.traceparent = random.pick(['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'x'])
  }
}

function body(owner, operation, request, rough, hooksUrl) {
  const random = owner.random
  const [type, media] = random.pick(Object.entries(operation.requestBody.content))
  request.headers['Content-Type'] = type
  if (!operation.requestBody.required && random.chance(0.4)) {
    delete request.headers['Content-Type']
    return
  }
  if (!/json$/.test(type)) {
    request.body = rough ? random.pick(NASTY).toWellFormed() : media.example ?? ''
    return
  }
  let value = owner.generator.value(media.schema)
  if (media.example && random.chance(0.5)) value = named(owner, { ...media.example, ...(random.chance(0.3) ? value : {}) })
  steady(owner, operation, value, hooksUrl)
  if (rough && random.chance(0.8)) value = owner.generator.broken(value)
  else if (rough) {
    request.body = random.pick(['', '{', 'null', '[]', '"x"', '{"a":1,"a":2}', '['.repeat(2000), '{"name":"\\ud800"}', '\u0000', 'true', '{"name": 1e99999}'])
    if (random.chance(0.3)) request.headers['Content-Type'] = random.pick(['text/plain', 'application/x-www-form-urlencoded', 'x', type + '; charset=latin1'])
    return
  }
  request.body = value === undefined ? '' : JSON.stringify(value)
  if (value?.everything) request.body = '{"everything": false}'
}

/** The document's example with this owner's ids in place of its own. */
function named(owner, value, name = '') {
  if (Array.isArray(value)) return value.map(item => named(owner, item, name))
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(owner, item, key)]))
  }
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? owner.id(name) : value
}

/** What would end the run, or send it elsewhere: erasing all, endpoints on other hosts; and times that fit. */
function steady(owner, operation, value, hooksUrl) {
  if (operation.operationId === 'eraseData') delete value.everything
  if (/Webhook/.test(operation.operationId) && value.url) value.url = hooksUrl
  if (operation.operationId === 'createMeeting') {
    const end = Date.parse(owner.generator.instant())
    value.startsAt = new Date(end - 3600_000).toISOString()
    value.endsAt = new Date(end).toISOString()
    if (end < Date.now() && owner.random.chance(0.7)) value.status = 'held'
  }
}
