// The Java SDK: its jar beside Jackson in an empty folder, compiled against for Java 17, run against the stack.
import { readdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from '../lib/check.mjs'
import { emptyFolder, mainJob, packaged, project, run, stack } from '../lib/sdk.mjs'

const jar = packaged('sdk-0.1.0.jar')
packaged('-sources.jar')
packaged('-javadoc.jar')
const lib = join(project, 'sdks/target/lib')
const needs = [...readFileSync(packaged('.pom'), 'utf8').matchAll(/<artifactId>(jackson-[\w-]+)<\/artifactId>\s*<version>([\d.]+)</g)]
if (needs.length !== 2 || needs.some(([, name, version]) => !readdirSync(lib).includes(`${name}-${version}.jar`))) {
  throw new Error(`the published POM names other versions than were tested: ${needs.map(one => one[0])}`)
}
const classPath = [jar, ...readdirSync(lib).map(name => join(lib, name))].join(':')
const folder = emptyFolder('java')
writeFileSync(join(folder, 'MainJob.java'), mainJob('java'))
copyFileSync(join(project, 'sdks/java/Scenario.java'), join(folder, 'Scenario.java'))
const bin = name => join(told('JAVA_HOME'), 'bin', name)
run(bin('javac'), ['--release', '17', '-cp', classPath, 'MainJob.java', 'Scenario.java'], { cwd: folder })
const java = (name, env) => run(bin('java'), ['-cp', `${classPath}:.`, name], { cwd: folder, env })
if (!java('MainJob', stack(4)).includes('hears from you in time')) {
  throw new Error('the main job of the README did not end')
}
java('Scenario', stack(5))
