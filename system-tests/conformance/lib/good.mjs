// A request that is right but for the things that it names, which are not there.
import { resolve } from './document.mjs'

const DAY = 86_400_000

export function good(operation, random) {
  const request = { method: operation.method, headers: {} }
  const token = Buffer.from(random.uuid().replaceAll('-', '')).toString('base64url').padEnd(43, 'A').slice(0, 43)
  request.path = operation.path.replace(/\{(\w+)}/g, (whole, name) => ({ number: '1', token })[name] ?? random.uuid())
  const query = operation.parameters.filter(one => one.in === 'query' && one.required)
  if (operation.requestBody) {
    const [[type, media]] = Object.entries(operation.requestBody.content)
    request.headers['Content-Type'] = type
    request.body = typeof media.example === 'string' ? media.example : JSON.stringify(media.example ?? {})
    // an example's date passes with time
    request.body = request.body.replace(/("until":)"[^"]*Z"/, `$1"${new Date(Date.now() + DAY).toISOString()}"`)
  }
  if (Object.keys(resolve(operation.responses[200])?.content ?? {}).includes('text/event-stream')) request.stream = true
  return query.length ? { ...request, path: `${request.path}?${query.map(one => `${one.name}=${resolve(one.schema).enum?.[0] ?? random.uuid()}`).join('&')}` } : request
}
