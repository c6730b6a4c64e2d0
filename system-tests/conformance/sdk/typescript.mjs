// The TypeScript SDK: installed from its tarball in an empty folder, tested, compiled strictly, run against the stack.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from '../lib/check.mjs'
import { emptyFolder, mainJob, packaged, project, run, stack } from '../lib/sdk.mjs'

const tarball = packaged('.tgz')
const built = join(project, 'sdks/target/typescript')
run(told('NPM'), ['test', '--silent'], { cwd: built })

const folder = emptyFolder('typescript')
writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'new-user', private: true, type: 'module' }))
run(told('NPM'), ['install', '--no-audit', '--no-fund', '--no-save', tarball], { cwd: folder })
writeFileSync(join(folder, 'main-job.ts'), mainJob('typescript'))
copyFileSync(join(project, 'sdks/typescript/test/scenario.ts'), join(folder, 'scenario.ts'))
const compiler = join(built, 'node_modules/typescript/bin/tsc')
const types = join(built, 'node_modules/@types')
run(told('NODE'), [
  compiler, '--strict', '--noUncheckedIndexedAccess', '--target', 'ES2022', '--module', 'NodeNext',
  '--typeRoots', types, '--types', 'node', 'main-job.ts', 'scenario.ts'
], { cwd: folder })
const said = run(told('NODE'), ['main-job.js'], { cwd: folder, env: stack(2) })
if (!said.includes('hears from you in time')) throw new Error('the main job of the README did not end')
run(told('NODE'), ['scenario.js'], { cwd: folder, env: stack(3) })
