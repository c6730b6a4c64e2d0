// The Python SDK: installed from its wheel in an empty folder, tested, and run against the stack.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from '../lib/check.mjs'
import { emptyFolder, mainJob, packaged, project, run, stack } from '../lib/sdk.mjs'

const wheel = packaged('.whl')
const folder = emptyFolder('python')
run(told('PYTHON'), ['-m', 'pip', 'install', '--quiet', '--no-index', '--no-deps', '--target', folder, wheel])
const env = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' }
run(told('PYTHON'), ['-m', 'unittest', 'discover', '-s', join(project, 'sdks/python/tests'), '-p', 'test_*.py'], { env })
writeFileSync(join(folder, 'main_job.py'), mainJob('python'))
const said = run(told('PYTHON'), [join(folder, 'main_job.py')], { env: { ...env, ...stack(0) } })
if (!said.includes('hears from you in time')) throw new Error('the main job of the README did not end')
run(told('PYTHON'), [join(project, 'sdks/python/tests/scenario.py')], { env: { ...env, ...stack(1) } })
