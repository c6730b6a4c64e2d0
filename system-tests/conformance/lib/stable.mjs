// Makes a real answer an example: the same facts, but of a made-up day and with made-up ids, so that
// the document does not change with each run and shows nothing that was ever a secret.
import { baseUrl } from './check.mjs'
import { shortened } from './fields.mjs'

const DAY = 86_400_000
const MINUTE = 60_000
const NOON = Date.UTC(2026, 2, 2, 12)
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const INSTANT = /(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)/g
const DATE = /(?<![\d-])\d{4}-\d\d-\d\d(?![\dT-])/g
const SECRET = /whsec_[A-Za-z0-9+/=_-]+/g
const TOKEN = /(?<![\w-])[A-Za-z0-9_-]{43}(?![\w-])/g
const CURSOR = /(?<="nextCursor":")[^"]*/g
const LOCAL = /http:\/\/127\.0\.0\.1:\d+/g

/** The answer as an example; of a list's items those that show all of its fields. */
export function stable(json, schema) {
  const ids = new Map()
  const shift = NOON - Date.now()
  const minutes = Math.round(shift / MINUTE) * MINUTE
  const days = Math.round(shift / DAY) * DAY
  const id = (found, version) => {
    if (!ids.has(found)) ids.set(found, `0199a000-0000-${version}000-8000-${String(ids.size + 1).padStart(12, '0')}`)
    return ids.get(found)
  }
  // what a clock shows anywhere moves by as much as the instant does
  const instant = (_, local, zone) => new Date(Date.parse(`${local}Z`) + minutes).toISOString().slice(0, local.length) + zone
  const text = JSON.stringify(shortened(json, schema))
    .replace(UUID, id)
    .replace(INSTANT, instant)
    .replace(DATE, date => new Date(Date.parse(date) + days).toISOString().slice(0, 10))
    .replace(SECRET, `whsec_${Buffer.from('an example, not a secret').toString('base64')}`)
    .replace(TOKEN, 'example-token-of-43-characters-not-a-secret')
    .replace(CURSOR, 'bm90LWEtcmVhbC1jdXJzb3I')
    .replaceAll(baseUrl, 'https://api.example.org')
    .replace(LOCAL, 'https://crm.example.org')
  return JSON.parse(text)
}
