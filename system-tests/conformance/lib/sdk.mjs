// What the checks of the SDKs share: their packages, and the code that their READMEs show.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from './check.mjs'

export const project = told('PROJECT')
const folder = join(project, 'sdks/target/packages')
const marker = join(project, 'target/conformance/sdk-packages')

/** Runs a program and gives what it printed; a failure throws, and its output is in the log. */
export function run(program, args, options = {}) {
  console.log(`$ ${[program, ...args].join(' ')}`)
  const printed = execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
    env: { ...process.env, ...options.env }
  })
  process.stdout.write(printed)
  return printed
}

/** A package as ./followthrough sdks makes it; they are made once in a run. */
export function packaged(ending) {
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== told('BASE_URL')) {
    run(join(project, 'followthrough'), ['sdks'])
    mkdirSync(join(project, 'target/conformance'), { recursive: true })
    writeFileSync(marker, told('BASE_URL'))
  }
  const found = readdirSync(folder).find(name => name.endsWith(ending))
  if (!found) throw new Error(`./followthrough sdks made no ${ending}`)
  return join(folder, found)
}

/** An empty folder, as a new user has. */
export function emptyFolder(name) {
  const path = join(told('OUT'), name)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return path
}

/** The code under "The main job" in a README. */
export function mainJob(language) {
  const readme = readFileSync(join(project, 'sdks', language, 'README.md'), 'utf8')
  return /## The main job\n[\s\S]*?```\w+\n([\s\S]*?)```/.exec(readme)[1]
}

/** Where the stack is, for the main job of the owner that `number` counts, and for the scenario's. */
export function stack(number) {
  return {
    FOLLOWTHROUGH_URL: told('BASE_URL'),
    FOLLOWTHROUGH_TOKEN: told('TOKENS').split(' ')[number]
  }
}
