// The document of the topics is valid by AsyncAPI's own parser and Spectral's rules for AsyncAPI.
import { createRequire } from 'node:module'
import { Findings } from '../lib/check.mjs'
import { asyncapiText } from '../lib/topics.mjs'

const { Parser } = createRequire(import.meta.url)('@asyncapi/parser')
const findings = new Findings()
const { document, diagnostics } = await new Parser().parse(asyncapiText)
findings.check(document, 'the parser makes no document of it', '')
for (const one of diagnostics) {
  const words = `${['error', 'warning', 'information', 'hint'][one.severity]} ${one.code}: ${one.message}`
  // a remark below a warning tells of AsyncAPI 3.1, which fewer tools read
  findings.check(one.severity >= 2, words, one.path.join('/'))
}
findings.end(`AsyncAPI ${document?.version()}: ${document?.channels().length} channels, ` +
  `${document?.messages().length} messages, ${diagnostics.length} remarks`)
