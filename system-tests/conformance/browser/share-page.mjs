// The page of a share link in a real Chromium, as a contact meets it: without JavaScript, on a phone. It promises,
// counter-proposes, declines, confirms, assesses, says no thanks and forget me; then axe looks at every kind of page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { Api } from '../lib/api.mjs'
import { Findings, baseUrl, told, until } from '../lib/check.mjs'

const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 640 }
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const out = told('OUT')
const api = new Api(told('TOKEN'))
const findings = new Findings()
const seen = { pages: 0, shots: 0 }

const browser = await chromium.launch({
  executablePath: told('CHROMIUM'),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']
})
const plain = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
const page = await plain.newPage()
watch(page)

try {
  await everythingOnce()
  await declineByKeyboard()
  await noThanks()
  await forgetMe()
  findings.check((await plain.cookies()).length === 0, 'the page sets a cookie')
} finally {
  await browser.close()
}
findings.end(`all said without JavaScript at 390 px; axe looked at ${seen.pages} pages; ${seen.shots} screenshots`)

/** From the first look to the assessment. */
async function everythingOnce() {
  const met = await meet('Ada Lovelace')
  await api.patch(`/v1/commitments/${met.yours}`, { text: 'Send the article on gears, and say which two pages matter' })
  await api.patch(`/v1/commitments/${met.shared}`, { text: 'Follow each other and answer one post' })
  await api.patch(`/v1/commitments/${met.owners}`, { text: 'Introduce you to Charles, who builds engines' })
  await api.post(`/v1/commitments/${met.owners}/promise`)
  const link = await share(met)

  await page.goto(link)
  await shot('first-look')
  await looked(link)

  await page.getByText('Suggest other words').nth(1).click()
  await inForm('wordings', met.yours).getByLabel('Your words').fill('Send two articles on gears')
  await shot('counter-proposal')
  await inForm('wordings', met.yours).getByRole('button').click()
  await hears('Your suggestion is sent')
  const wordings = (await api.get(`/v1/commitments/${met.yours}`)).wordings
  await api.post(`/v1/commitments/${met.yours}/wordings/${wordings.at(-1).number}/acceptance`)

  await page.goto(link)
  findings.check(await page.getByText('Send two articles on gears').first().isVisible(), 'the accepted words are not shown')
  await inForm('promise', met.yours).getByRole('button').click()
  await hears('Your promise is recorded')
  await inForm('promise', met.shared).getByRole('button').click()
  await hears('Your promise is recorded')
  await shot('promised')

  const delivery = inForm('delivery', met.yours)
  await delivery.getByLabel('A word with it').fill('It came to more than two')
  await delivery.getByLabel('A link that shows it').fill('www.example.org')
  await delivery.getByRole('button').click()
  findings.check(await page.getByRole('alert').getByText('begins with https://').isVisible(), 'the fault is not named at the top')
  findings.check((await delivery.getByLabel('A word with it').inputValue()) === 'It came to more than two', 'what was filled in is lost')
  await shot('a-fault')
  await page.getByRole('alert').getByRole('link').first().click()
  findings.check(page.url().endsWith(`#delivery-${met.yours}-evidence`), 'the fault does not lead to its field', page.url())
  await delivery.getByLabel('A link that shows it').fill('https://example.org/gears')
  await delivery.getByRole('button').click()
  await hears('It is recorded that you delivered')

  await inForm('confirmation', met.owners).getByRole('button').click()
  await hears('It is recorded that it arrived')
  const assessment = inForm('assessment', met.owners)
  await assessment.getByLabel('4: more than agreed').check()
  await assessment.getByLabel('A comment').fill('We met the same day')
  await shot('assessing')
  await assessment.getByRole('button').click()
  await hears('Your assessment is recorded')
  await shot('assessed')
  await looked(link)

  const theirs = await api.get(`/v1/commitments/${met.yours}`)
  findings.check(theirs.status === 'delivered' && theirs.reports.every(r => r.reportedBy === met.contact),
    'their promise and delivery are not recorded as theirs', JSON.stringify(theirs.reports))
  const owners = await api.get(`/v1/commitments/${met.owners}`)
  findings.check(owners.status === 'delivered', 'the confirmation did not record the delivery', owners.status)
  const given = await api.get(`/v1/commitments/${met.owners}/assessment`)
  findings.check(given.items.length === 1 && given.items[0].blind, 'the assessment is not there, or not blind', JSON.stringify(given))
}

/** The page can be used without a mouse: to the summary, into the field, to the button. */
async function declineByKeyboard() {
  const met = await meet('Bob')
  await api.patch(`/v1/commitments/${met.yours}`, { text: 'Write a page on bolts' })
  await page.goto(await share(met))
  for (let i = 0; i < 40 && (await focused()) !== `summary of decline-${met.yours}`; i++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Not this month')
  await shot('declining-by-keyboard')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/said=decline/)
  await hears('You declined it')
  const declined = await api.get(`/v1/commitments/${met.yours}`)
  findings.check(declined.status === 'declined', 'it is not declined', declined.status)
}

async function noThanks() {
  const met = await meet('Carol')
  await api.patch(`/v1/commitments/${met.yours}`, { text: 'Send a list of markets' })
  const link = await share(met)
  await page.goto(link)
  await page.getByRole('link', { name: 'No thanks' }).click()
  await shot('no-thanks')
  await looked(page.url())
  await page.getByRole('button', { name: 'No thanks' }).click()
  await hears('You said no thanks')
  findings.check((await page.getByRole('button').count()) === 0, 'something can still be said')
  await shot('said-no-thanks')
  await looked(link)
  findings.check((await api.get(`/v1/commitments/${met.yours}`)).status === 'declined', 'no thanks did not decline')
}

async function forgetMe() {
  const met = await meet('Dora')
  const link = await share(met)
  await page.goto(link)
  await page.getByRole('link', { name: 'Forget me' }).click()
  await page.getByRole('button', { name: 'Forget me' }).click()
  findings.check(await page.getByRole('alert').isVisible(), 'nothing asks for the tick')
  await shot('forget-me')
  await looked(page.url())
  await page.getByLabel('Yes, forget me').check()
  await page.getByRole('button', { name: 'Forget me' }).click()
  findings.check(page.url() === `${baseUrl}/s/goodbye`, 'the secret still stands in the address', page.url())
  await shot('goodbye')
  await looked(page.url())
  await page.goto(link)
  findings.check(await page.getByText('There is nothing under this link').isVisible(), 'the link still opens')
  await shot('a-dead-link')
  await looked(link)
  const removed = await until('the contact is removed', 10, async () =>
    (await api.get('/v1/contacts?removed=true')).items.find(contact => contact.id === met.contact))
  findings.check(removed !== undefined, 'the contact cannot be restored')
}

/** A contact, met an hour ago, with an open agreement. */
async function meet(name) {
  const contact = (await api.post('/v1/contacts', { name })).id
  const end = new Date(Date.now() - 3600_000)
  const meeting = await api.post('/v1/meetings', {
    kind: 'oneOnOne', status: 'held', contactIds: [contact],
    startsAt: new Date(end - 3600_000).toISOString(), endsAt: end.toISOString()
  })
  const agreement = (await api.get(`/v1/agreements?meetingId=${meeting.id}`)).items[0]
  const of = promiser => agreement.commitments.find(c => c.kind === 'individual' && c.promiser === promiser).id
  return {
    contact, agreement: agreement.id, yours: of(contact), owners: of('owner'),
    shared: agreement.commitments.find(c => c.kind === 'shared').id
  }
}

async function share(met) {
  const made = await api.post(`/v1/agreements/${met.agreement}/share-links`, { contactId: met.contact, signedAs: 'Grace Hopper' })
  findings.check(made.url === `${baseUrl}/s/${made.token}`, 'the link is not where the API is', made.url)
  return made.url
}

function inForm(act, commitment) {
  return page.locator(`#${act}-${commitment}`)
}

async function hears(words) {
  const status = page.getByRole('status')
  const heard = (await status.count()) ? await status.innerText() : '(nothing)'
  findings.check(heard.startsWith(words), `the page does not say "${words}"`, `${page.url()}: ${heard}`)
}

/** Where the keyboard is; the attributes are enough, so that no script of the page is needed. */
async function focused() {
  const summary = page.locator('summary:focus')
  if ((await summary.count()) === 0) return ''
  return `summary of ${await summary.locator('xpath=../form').getAttribute('id')}`
}

async function shot(name) {
  seen.shots++
  await page.screenshot({ path: join(out, `${String(seen.shots).padStart(2, '0')}-${name}.png`), fullPage: true })
}

/** What axe finds, with JavaScript for axe alone, and whether anything stands out at the side. */
async function looked(url) {
  for (const viewport of [PHONE, NARROW]) {
    const context = await browser.newContext({ viewport })
    const another = await context.newPage()
    watch(another)
    await another.goto(url)
    await another.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true }))
    await another.evaluate(AXE)
    const result = await another.evaluate(() => globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    }))
    for (const violation of result.violations) {
      findings.add(`axe: ${violation.id}: ${violation.help}`, violation.nodes.map(n => n.html).join('\n'))
    }
    const wide = await another.evaluate(() => document.documentElement.scrollWidth)
    findings.check(wide <= viewport.width, `it is wider than ${viewport.width} px`, `${wide} px`)
    const small = await another.evaluate(() => [...document.querySelectorAll('body *')]
      .filter(e => e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.outerHTML.slice(0, 80)))
    findings.check(small.length === 0, 'text is smaller than 16 px', small.join('\n'))
    await context.close()
    seen.pages++
  }
}

/** Nothing is loaded from elsewhere, no address is told on, and the policy forbids nothing that the page has. */
function watch(watched) {
  watched.on('request', async request => {
    findings.check(request.url().startsWith(baseUrl), 'something is loaded from elsewhere', request.url())
    const headers = await request.allHeaders().catch(() => ({}))
    findings.check(headers.referer === undefined, 'an address is told on as Referer', request.url())
  })
  watched.on('console', message => {
    const favicon = message.location().url.endsWith('/favicon.ico')
    const refused = message.text().startsWith('Failed to load resource') // of a page that answers 404 or 400
    if (message.type() === 'error' && !favicon && !refused) findings.add('the browser complains', message.text())
  })
}
