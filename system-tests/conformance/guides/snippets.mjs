// Every shell snippet of the guides and of the README's main job, run as it stands against the stack.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Findings, baseUrl, told } from '../lib/check.mjs'

const findings = new Findings()
const tokens = told('TOKENS').split(' ')
let count = 0

/** The shell blocks of a Markdown text, in order. */
function blocks(markdown) {
  return [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)].map(match => match[1])
}

/** Runs them in one shell and gives what they printed, block by block. */
function run(where, all, environment) {
  const end = '--- end of a snippet ---'
  const script = all.map(block => `${block}\necho; echo '${end}'`).join('\n')
  let printed
  try {
    printed = execFileSync('bash', ['-euo', 'pipefail', '-c', script], {
      encoding: 'utf8',
      cwd: told('OUT'),
      env: { ...process.env, ...environment }
    })
  } catch (failure) {
    findings.add(`${where}: a snippet fails`, `${failure.stdout}\n${failure.stderr}`)
    return []
  }
  count += all.length
  return printed.split(end).map(part => part.trim())
}

const guides = ['start', 'calling', 'webhooks', 'events', 'errors']
const texts = guides.map(name => readFileSync(join(told('PROJECT'), 'docs/guides', `${name}.md`), 'utf8'))
const all = texts.flatMap(blocks)
const refusals = blocks(texts.at(-1)).length
const printed = run('guides', all, { API: baseUrl, TOKEN: tokens[6] })
printed.slice(0, all.length - refusals).forEach((part, index) =>
  findings.check(!/"type":"\/problems\//.test(part), 'guides: a snippet is refused', `${all[index]}\n${part}`)
)
printed.slice(all.length - refusals, all.length).forEach(part =>
  findings.check(/"pointer":"\/name"/.test(part) && /"pointer":"\/phone"/.test(part), 'errors: it names no field', part)
)
findings.check(printed.some(part => part.includes('"status":"delivered"')), 'start: nothing is delivered', printed.join('\n'))
findings.check(printed.some(part => part.includes('event: commitment.delivered')), 'events: the stream tells nothing', '')

// the README names ids by words; each comes from the answer before
const readme = readFileSync(join(told('PROJECT'), 'README.md'), 'utf8')
const [prelude, ...steps] = blocks(readme.split('## The main job')[1].split('\n## ')[0])
const ids = {}
for (const step of steps) {
  const script = step.replaceAll(/(CONTACT|MEETING|COMMITMENT)_ID/g, word => ids[word])
  const start = prelude.replace(/^API=.*$/m, `API=${baseUrl}`).replace(/^TOKEN=.*$/m, `TOKEN=${tokens[7]}`)
  const [said] = run('README', [`${start}\n${script}`], {})
  findings.check(said && !/"type":"\/problems\//.test(said), 'README: a step is refused', `${script}\n${said}`)
  const answer = said?.startsWith('{') && !said.includes('}\n{') && !said.includes('}{') ? JSON.parse(said) : undefined
  if (step.includes('/v1/contacts')) ids.CONTACT_ID = answer?.id
  if (step.includes('/v1/meetings')) ids.MEETING_ID = answer?.id
  const mine = answer?.items?.[0]?.commitments?.find(one => one.promiser === 'owner')
  if (mine) ids.COMMITMENT_ID = mine.id
}
findings.check(ids.COMMITMENT_ID, 'README: the main job does not get to its commitment', JSON.stringify(ids))
findings.end(`${count} snippets run`)
