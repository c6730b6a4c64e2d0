// The document as it is served: Redocly's and Spectral's recommended rules leave no error and no
// warning. What a rule is spared has its reason in redocly.yaml or spectral.yaml.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baseUrl, Findings, told } from '../lib/check.mjs'

const findings = new Findings()
const tools = join(import.meta.dirname, '..')
const file = join(told('OUT'), 'openapi.yaml')
const response = await fetch(`${baseUrl}/openapi.yaml`)
findings.check(response.status === 200, 'the document is not served', response.status)
writeFileSync(file, await response.text())

const redocly = JSON.parse(
  run('redocly', ['lint', file, '--config', join(tools, 'redocly.yaml'), '--format', 'json']))
for (const problem of redocly.problems) {
  findings.add(`Redocly ${problem.severity} ${problem.ruleId}: ${problem.message}`,
    problem.location?.[0]?.pointer)
}
const report = join(told('OUT'), 'spectral.json')
run('spectral', ['lint', file, '--ruleset', join(tools, 'spectral.yaml'), '--format', 'json', '--output', report])
const spectral = JSON.parse(readFileSync(report, 'utf8'))
for (const problem of spectral) {
  findings.add(`Spectral ${problem.code}: ${problem.message}`, problem.path.join('/'))
}
findings.end(`Redocly ${version('@redocly/cli')} and Spectral ${version('@stoplight/spectral-cli')}: ` +
  `${redocly.problems.length} and ${spectral.length} problems`)

function run(tool, parameters) {
  const made = spawnSync(process.execPath, [join(tools, 'node_modules', '.bin', tool), ...parameters],
    { cwd: tools, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } })
  // 0: no problem; 1: some
  if (made.status > 1 || made.status === null) {
    throw new Error(`${tool} exited with ${made.status}: ${made.stderr || made.stdout}`)
  }
  return made.stdout
}

function version(name) {
  return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8')).version
}
