// Each refusal that the document gives to every operation of a kind is reachable at each of them: the
// request that must be refused is sent, and the answer is that one, as the document describes it.
import { judge, short } from '../lib/answers.mjs'
import { Findings, told } from '../lib/check.mjs'
import { operations } from '../lib/document.mjs'
import { good } from '../lib/good.mjs'
import { Owner } from '../lib/owner.mjs'
import { Random } from '../lib/random.mjs'
import { leave } from '../lib/seen.mjs'

const findings = new Findings()
const owner = new Owner(8, 1, told('TOKEN'))
const random = new Random(1)
const LARGE = 2 * 1024 * 1024
let sent = 0

// by status: how to change a good request, so that this alone is wrong with it
const WAYS = {
  400: request => ({ ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}noSuchParameter=1` }),
  401: request => ({ ...request, token: '' }),
  403: request => ({ ...request, token: told('TOKEN_WITHOUT_SCOPES') }),
  404: request => request,
  406: request => ({ ...request, headers: { ...request.headers, Accept: 'image/png' } }),
  413: request => ({ ...request, body: JSON.stringify({ note: 'x'.repeat(LARGE) }) }),
  414: request => ({ ...request, path: `${request.path}?q=${'x'.repeat(9000)}` }),
  431: request => ({ ...request, headers: { ...request.headers, 'X-Filler': 'x'.repeat(17_000) } }),
  415: request => ({ ...request, headers: { ...request.headers, 'Content-Type': 'application/x-www-form-urlencoded' } })
}

for (const operation of operations) {
  for (const [status, way] of Object.entries(WAYS)) {
    if (!operation.responses[status]) continue
    const request = way(good(operation, random))
    let answer
    try {
      answer = await owner.send({ ...request, stream: true })
    } catch (error) {
      findings.add(`${operation.operationId}: no answer, instead of ${status}: ${error.cause?.code ?? error.message}`, request.path)
      continue
    }
    sent++
    judge(operation, answer, findings)
    findings.check(answer.status === Number(status), `${operation.operationId}: ${answer.status} instead of ${status}`,
      `${request.method} ${request.path} ${short(request.body)} → ${short(answer.text)}`)
  }
}
leave()
findings.end(`${sent} requests that had to be refused, at ${operations.length} operations`)
