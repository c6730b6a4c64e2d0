// The pages at /docs in a real browser, on a phone and on a screen: nothing foreign, nothing broken, accessible.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { Findings, baseUrl, told } from '../lib/check.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const findings = new Findings()
const browser = await chromium.launch({
  executablePath: told('CHROMIUM'),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking']
})
const paths = ['/docs', '/docs/java', '/docs/typescript', '/docs/python', '/docs/calling', '/docs/webhooks', '/docs/events', '/docs/errors', '/docs/figures', '/docs/reference']
let looked = 0
for (const width of [390, 1280]) {
  for (const path of paths) {
    const where = `${path} at ${width}`
    const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true })
    page.on('console', message => message.type() === 'error' && findings.add('an error in the console', `${where}: ${message.text()}`))
    page.on('requestfailed', request => findings.add('a request fails', `${where}: ${request.url()}`))
    page.on('request', request => findings.check(
      /^(data|blob):/.test(request.url()) || new URL(request.url()).origin === new URL(baseUrl).origin,
      'a foreign host', `${where}: ${request.url()}`))
    await page.goto(baseUrl + path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(told('OUT'), `${path.slice(1).replace('/', '-')}-${width}.png`) })
    if (path !== '/docs/reference') {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      findings.check(wide <= width, 'wider than the screen', `${where}: ${wide}`)
      await page.evaluate(axe)
      for (const violation of (await page.evaluate(() => globalThis.axe.run())).violations) {
        findings.add(`accessibility: ${violation.id}, ${violation.help}`, `${where}: ${violation.nodes[0].html}`)
      }
    }
    looked++
    await page.close()
  }
}
const page = await browser.newPage()
await page.goto(`${baseUrl}/docs`)
await page.fill('#search', 'rotation secret')
await page.waitForSelector('#found a')
await page.press('#search', 'Enter')
await page.waitForURL('**/docs/webhooks#change-the-secret')
await browser.close()
findings.end(`${looked} pages looked at`)
