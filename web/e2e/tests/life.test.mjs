// The whole life of a case at the real server, from the application to the letter in the party's hands, by each role in the pages
// alone; on both databases. In it what a browser does to people: reloads, the way back, two tabs, a network that goes away.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { axe } from '../harness/axe.mjs'
import { listen, openBrowser } from '../harness/browser.mjs'
import { printed, shot } from '../harness/shot.mjs'
import { signIn } from '../harness/sign-in.mjs'
import { pdfOf } from '../mock-desk/pdf.mjs'
import { openOffice } from '../served/office.mjs'
import { startPostgres } from '../served/postgres.mjs'

const example = (path) => readFile(fileURLToPath(new URL(`../../../examples/${path}`, import.meta.url)), 'utf8')

test('a case from the application to the letter, on SQLite', (t) => live(t, undefined, true))
test('a case from the application to the letter, on PostgreSQL', async (t) => {
  const postgres = await startPostgres()
  try {
    await live(t, postgres.store, false)
  } finally {
    await postgres.close()
  }
})

const heading = (page, name) => page.getByRole('heading', { name }).first().waitFor()
const act = (page, name) => page.getByRole('button', { name }).first().click()
const labelled = (page, id) => page.locator(`label[for="${id}"]`)

async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.getByText('Loading…').waitFor({ state: 'hidden' })
  await page.waitForLoadState('networkidle')
}

/** A file of the server, as whoever is signed in on the page gets it. */
const fetched = (page, address) => page.evaluate(async (path) => {
  const answer = await fetch(path)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, type: answer.headers.get('content-type'), begins: String.fromCharCode(...bytes.slice(0, 5)), size: bytes.length, text: new TextDecoder().decode(bytes) }
}, address)

async function live(t, store, pictures) {
  const office = await openOffice(store)
  let browser
  try {
    const base = await office.on('2015-09-21')
    browser = await openBrowser(base)
    const accounts = {
      walt: office.addAccount('walt', 'applicant', 'Walt Invented'),
      clara: office.addAccount('clara', 'administrator', 'Clara Invented'),
      iris: office.addAccount('iris', 'intake', 'Iris Invented'),
      ann: office.addAccount('ann', 'assign', 'Ann Invented'),
      quinn: office.addAccount('quinn', 'quality', 'Quinn Invented'),
      isa: office.addAccount('isa', 'issue', 'Isa Invented'),
    }
    /** A page of its own browser, signed in. */
    const as = async (name) => {
      const page = await browser.newPage()
      await signIn(page, accounts[name])
      page.complaints.length = 0 // the answer that a code is needed
      return page
    }
    /** As it stands: nothing for axe, nothing refused; a picture at each width, and what paper makes of it. */
    const seen = async (page, name, options) => {
      await settled(page)
      await axe(page)
      if (pictures) await shot(page, `life-${name}`, options)
      if (pictures && await page.getByRole('dialog').count() === 0) assert.deepEqual(await printed(page), [], `${name} on paper`)
      assert.deepEqual(page.complaints, [], name)
    }
    const life = { office, accounts, as, seen }
    for (const [name, step] of steps) {
      let lived = false
      await t.test(name, async () => {
        await step(life)
        lived = true
      })
      if (!lived) return await browser.keepPictures('life-failed') // what comes next rests on it
    }
  } finally {
    await browser?.close()
    await office.close()
  }
}

const steps = [
  ['the worker files the application and sends the denial', filed],
  ['intake looks at it, finds it eligible and asks both sides for the records', taken],
  ['both sides send records', sent],
  ['assignment finds the reviewer', assigned],
  ['the reviewer finds first, decides, and loses nothing', reviewed],
  ['quality returns it once and passes it', passed],
  ['the reviewer signs', signed],
  ['it is issued, served and invoiced', issued],
  ['the parties see the decision, and not who decided', told],
]

async function filed(life) {
  const page = await life.as('walt')
  await settled(page)
  await life.seen(page, 'my-cases-none')
  await page.getByRole('link', { name: 'File an application' }).click()
  await life.seen(page, 'file')
  await page.getByRole('link', { name: 'Start now' }).click()
  const go = async (next) => {
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { level: 1, name: next }).waitFor()
  }
  const day = async (field, month, on, year) => {
    await page.locator(`#${field}-month`).selectOption(month)
    await page.locator(`#${field}-day`).fill(on)
    await page.locator(`#${field}-year`).fill(year)
  }
  await labelled(page, 'who-employee').click()
  await go('Your name and address')
  await page.getByLabel('Full name').fill('Ina Invented')
  await page.getByLabel('Mailing address').fill('2 Nowhere Lane\nSampleton, CA 90000')
  await page.reload() // what was typed is there
  assert.equal(await page.getByLabel('Full name').inputValue(), 'Ina Invented')
  await go('Your age and sex')
  await page.getByLabel('Age in years').fill('52')
  await labelled(page, 'sex-female').click()
  await page.goBack()
  assert.equal(await page.getByLabel('Full name').inputValue(), 'Ina Invented')
  await page.goForward()
  assert.equal(await page.getByLabel('Age in years').inputValue(), '52')
  await go('The claim')
  await page.getByLabel('Claim number').fill('INV-CLAIM-1')
  await day('injury', '03', '5', '2012')
  await go('The letter that denied the treatment')
  await day('ur_decision', '09', '11', '2015')
  await labelled(page, 'ur_served_by-mail').click()
  await go('What was denied?')
  await page.locator('#text-0').fill('Soma 350 mg #60')
  await page.locator('#reasons-0').fill('Long-term use is not recommended.')
  await page.getByRole('button', { name: 'Add another treatment' }).click()
  await page.locator('#text-1').fill('Physical therapy 2 times a week for 3 weeks, low back')
  await life.seen(page, 'file-treatments')
  await go('Who denied it?')
  await page.getByLabel('Name of the company').fill('Example Claims Inc.')
  await page.getByLabel('Address').fill('1 Invented Street, Sampleton, CA 90000')
  await go('Which doctor asked for the treatment?')
  await page.getByLabel('Name of the doctor').fill('Dr. Fictional Example')
  await page.getByLabel('Address of the practice').fill('3 Made Up Road, Sampleton, CA 90000')
  await day('request', '08', '31', '2015')
  await go('Is it urgent?')
  await labelled(page, 'priority-standard').click()
  await go('Choose what to send')
  await page.getByLabel('Choose files').setInputFiles({ name: 'denial-2015-09-11.txt', mimeType: 'text/plain', buffer: Buffer.from(await example('intake/INV-0001/records/denial-2015-09-11.txt')) })
  await life.seen(page, 'file-records')
  await go('Check your answers')
  await life.seen(page, 'file-check')
  await labelled(page, 'agree').click()
  await page.getByRole('button', { name: 'Send the application' }).click()
  await heading(page, 'Application sent')
  await heading(page, '1 record was received')
  await life.seen(page, 'file-receipt')
  life.number = await page.locator('.filing__number-given').innerText()
  await page.getByRole('link', { name: 'Go to your case' }).click()
  await page.getByText('Your application has arrived.').waitFor()
  await life.seen(page, 'party-case-new')
  await page.context().close()
}

async function taken(life) {
  await life.office.on('2015-09-24')
  const page = await life.as('iris')
  await life.seen(page, 'work-intake')
  await page.getByRole('link', { name: life.number }).click()
  await heading(page, 'What you can do now')
  await life.seen(page, 'case-intake')
  await act(page, /Find that the dispute has no application yet/)
  await act(page, 'Record it')
  await page.getByText('The case now: the application waits for a decision on eligibility.').waitFor()
  await heading(page, 'What the rules of eligibility say')
  await life.seen(page, 'case-eligibility')
  await act(page, /Decide that the application is eligible/)
  await act(page, 'Record it')
  await page.getByText('The case now: the notice of assignment has to be sent.').waitFor()
  await page.getByLabel('Account of the party').fill('clara')
  await act(page, 'Grant access')
  await page.getByText('“clara” can see this case now.').waitFor()
  await act(page, /Set down where a party is reached/)
  await page.getByLabel('Party', { exact: true }).selectOption('claims_administrator')
  await page.getByLabel('Address').fill('5 Sample Street, Exampleton, CA 90000')
  await life.seen(page, 'case-address')
  await act(page, 'Record it')
  await page.getByText('Done: set down where a party is reached or how it is served.').waitFor()
  await page.getByText('5 Sample Street').first().waitFor({ state: 'attached' }) // in the details of the party
  await act(page, /Go on in another case/)
  await life.seen(page, 'case-join')
  await page.getByLabel('The case it goes on in').fill('EX-404')
  await act(page, 'Record it')
  await page.getByText('There is no such case.').first().waitFor()
  await axe(page)
  assert.equal(page.complaints.splice(0).length, 1, 'the server’s no')
  await act(page, 'Cancel')
  await act(page, /Send a party a notice/)
  await page.getByLabel('Which notice').selectOption('noarfi')
  await life.seen(page, 'case-notice')
  await act(page, 'Send')
  await page.getByText('Done: send a party a notice.').waitFor()
  await act(page, /Send the notice of assignment/)
  await page.getByLabel('How it was sent').selectOption('mail')
  await act(page, 'Record it')
  await page.getByText('The case now: the records have to arrive.').waitFor()
  await life.seen(page, 'case-assigned')
  await page.context().close()
}

async function sent(life) {
  await life.office.on('2015-10-02')
  const clara = await life.as('clara')
  await life.seen(clara, 'my-cases')
  await clara.getByRole('link', { name: life.number }).click()
  await clara.getByText('The records are being collected.').waitFor()
  await life.seen(clara, 'party-case-records')
  await clara.getByRole('link', { name: 'Send records' }).click()
  const visit = await example('intake/INV-0001/records/pr2-2015-08-27.txt')
  await clara.getByLabel('Choose files').setInputFiles({ name: 'pr2-2015-08-27.pdf', mimeType: 'application/pdf', buffer: pdfOf([visit, therapy]) })
  await clara.getByText('2 pages').waitFor()
  await life.seen(clara, 'upload')
  await clara.getByRole('button', { name: 'Send 1 file' }).click()
  await heading(clara, '1 record was received')
  await life.seen(clara, 'upload-received')
  await clara.context().close()

  const iris = await life.as('iris')
  await iris.goto(`/cases/${life.number}`)
  await act(iris, /Receive records/)
  await iris.getByLabel('Who sent them').selectOption('employee')
  await iris.getByLabel('Files').setInputFiles({ name: 'letter of the worker.txt', mimeType: 'text/plain', buffer: Buffer.from('I took Soma only for the flare-up.\n') })
  await iris.getByText('✓ sent').waitFor()
  await act(iris, 'Receive the records')
  await iris.getByText('One record was received.').waitFor()
  await act(iris, /Find the records complete/)
  await act(iris, 'Record it')
  await iris.getByText('The case now: the case waits for an expert reviewer.').waitFor()
  await life.seen(iris, 'case-complete')
  await iris.context().close()
}

const therapy = [
  'PHYSICAL THERAPY DISCHARGE SUMMARY', 'Date: 11/20/2013', '',
  'The patient completed eight visits of physical therapy for the lumbar spine.',
  'Walking tolerance improved from 10 to 30 minutes. She returned to modified work.',
  'She was taught a home exercise program.',
].join('\n')

async function assigned(life) {
  await life.office.on('2015-10-05')
  const page = await life.as('ann')
  await life.seen(page, 'work-assign')
  await page.getByRole('link', { name: 'Reviewers', exact: true }).click()
  await life.seen(page, 'reviewers')
  await page.getByRole('link', { name: 'Assign', exact: true }).click()
  await page.getByRole('button', { name: 'Propose all' }).waitFor()
  await life.seen(page, 'assign')
  await act(page, 'Propose all')
  await page.getByRole('dialog').getByRole('button', { name: 'Propose all' }).click()
  await page.getByText('One reviewer was asked.').waitFor()
  life.reviewer = await page.getByRole('link', { name: /^r-\d+$/ }).first().innerText()
  await life.seen(page, 'assign-recorded')
  await page.getByRole('link', { name: life.reviewer }).first().click()
  await life.seen(page, 'reviewer')
  await page.goto(`/cases/${life.number}`)
  await page.getByRole('link', { name: life.reviewer }).first().waitFor()
  await life.seen(page, 'case-assign')
  await page.context().close()
  life.accounts.rita = life.office.addAccount(life.reviewer, 'review', 'Rita Invented')
}

async function reviewed(life) {
  await life.office.on('2015-10-06')
  const page = await life.as('rita')
  await life.seen(page, 'work-review')
  await page.getByRole('link', { name: life.number }).click()
  await page.getByRole('heading', { name: `You are asked to review case ${life.number}` }).waitFor()
  await life.seen(page, 'desk-offer')
  await labelled(page, 'attested').click()
  await act(page, 'Accept the case')
  await act(page, 'Prepare the draft')
  await page.getByText('Your own finding first').waitFor()
  assert.equal(await page.getByRole('heading', { name: 'The draft' }).count(), 0)
  await life.seen(page, 'desk', { fullPage: false })

  // The first item: by keys to the evidence, the own finding, the draft.
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.locator('[data-shown]').first().waitFor()
  await life.seen(page, 'desk-place', { fullPage: false })
  await labelled(page, 'own-Upheld').click()
  await act(page, 'Record my finding')
  await heading(page, 'The draft')
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.getByText('✓ accepted').first().waitFor()
  await life.seen(page, 'desk-draft', { fullPage: false })

  await labelled(page, 'decision-Upheld').click()
  const rationale = page.getByLabel('Rationale')
  await rationale.fill('Soma has been taken since November 2014, and the guideline advises against long use.')
  await saved(page)
  await page.reload()
  await settled(page)
  assert.match(await rationale.inputValue(), /^Soma has been taken/)

  // The network goes away in the middle of a sentence, and the window with it.
  await page.context().setOffline(true)
  await rationale.press('Control+End')
  await rationale.pressSequentially(' Typed on a train.')
  await page.getByText('Not saved: no connection.').waitFor()
  await axe(page)
  await page.context().setOffline(false)
  await saved(page)
  await page.context().setOffline(true)
  await rationale.pressSequentially(' And in a tunnel.')
  await page.getByText('Not saved: no connection.').waitFor()
  const again = await page.context().newPage()
  await page.close()
  await again.context().setOffline(false)
  listen(again)
  await again.goto(`/cases/${life.number}/desk`)
  await settled(again)
  await again.getByLabel('Rationale').waitFor()
  assert.match(await again.getByLabel('Rationale').inputValue(), / Typed on a train\. And in a tunnel\.$/)
  await saved(again)

  // Two tabs on one case: what each types in another field is in both; the same words are a question.
  const other = listen(await again.context().newPage())
  await other.goto(`/cases/${life.number}/desk`)
  await other.getByLabel('Rationale').waitFor()
  await again.getByLabel('Guidelines and studies').fill('MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma), Page(s): 29')
  await saved(again)
  await other.getByLabel('Rationale').fill('Of the other tab.')
  await saved(other)
  assert.match(await other.getByLabel('Guidelines and studies').inputValue(), /^MTUS Chronic Pain/)
  await again.getByLabel('Rationale').fill('Soma has been taken since November 2014, and the guideline advises against long use. Soma 350 mg #60 is not medically necessary.')
  const dialog = again.getByRole('dialog', { name: 'Another tab changed the same words' })
  await dialog.getByText('Of the other tab.').waitFor()
  await axe(again)
  await dialog.getByRole('button', { name: 'Keep what is chosen' }).click()
  await saved(again)
  await other.close()
  assert.ok(again.complaints.every((each) => /412 \(Precondition Failed\)/.test(each)), `${again.complaints}`) // the server’s no to the first of the two
  again.complaints.length = 0
  await act(again, 'Record my decision')
  await again.getByText('Recorded: Upheld').waitFor()

  // The second item: against the draft or not, with words of one's own; the way back leads to the first.
  await again.locator('body').press('2')
  await again.getByRole('heading', { level: 2, name: /Physical therapy/ }).waitFor()
  await again.goBack()
  await again.getByRole('heading', { level: 2, name: /Soma/ }).waitFor()
  assert.match(await again.getByLabel('Rationale').inputValue(), /not medically necessary\.$/)
  await again.goForward()
  await labelled(again, 'own-Overturned').click()
  await act(again, 'Record my finding')
  await heading(again, 'The draft')
  await labelled(again, 'decision-Overturned').click()
  await again.getByLabel('Rationale').fill('The flare-up is new, and an earlier course of eight visits brought a longer walking time and modified work. Six visits are medically necessary.')
  await again.getByLabel('Guidelines and studies').fill('MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine, Page(s): 98-99')
  await saved(again)
  await act(again, 'Record my decision')
  await again.getByText('Recorded: Overturned').waitFor()
  await again.getByText('2 of 2 items decided').waitFor()
  await life.seen(again, 'desk-decided', { fullPage: false })
  await submit(life, again)
  await again.context().close()
}

const saved = (page) => page.getByText(/^Saved/).first().waitFor()

async function submit(life, page) {
  await act(page, 'Submit to quality…')
  const summary = page.getByLabel('Clinical summary')
  if (!(await summary.inputValue()).trim()) await summary.fill('The worker is 52 years old and has chronic low back pain with a flare-up.')
  await life.seen(page, 'desk-submit', { fullPage: false })
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByText('the quality check reads the determination').waitFor()
}

async function passed(life) {
  const quinn = await life.as('quinn')
  await life.seen(quinn, 'work-quality')
  await quinn.getByRole('link', { name: life.number }).click()
  await heading(quinn, 'The letter')
  await life.seen(quinn, 'case-quality')
  const letter = await fetched(quinn, await quinn.getByRole('link', { name: 'Open as PDF' }).getAttribute('href'))
  assert.deepEqual([letter.status, letter.type, letter.begins], [200, 'application/pdf', '%PDF-'])
  await act(quinn, /Return it to the reviewer/)
  await quinn.getByLabel('Reason', { exact: true }).fill('Say what the second guideline asks for.')
  await act(quinn, 'Record it')
  await quinn.getByText('The case now: the expert reviewer decides.').waitFor()

  const rita = await life.as('rita')
  await rita.goto(`/cases/${life.number}/desk?item=2`)
  await rita.getByLabel('Rationale').waitFor()
  await rita.getByLabel('Rationale').press('Control+End')
  await rita.getByLabel('Rationale').pressSequentially(' The guideline allows visits with improvement.')
  await saved(rita)
  await act(rita, 'Record it again')
  await rita.getByText('What is typed differs from what is recorded.').waitFor({ state: 'hidden' })
  await submit(life, rita)
  await rita.context().close()

  await quinn.reload()
  await act(quinn, /^Pass it/)
  await act(quinn, 'Record it')
  await quinn.getByText('The case now: the determination waits for the signature.').waitFor()
  await life.seen(quinn, 'case-passed')
  await quinn.context().close()
}

async function signed(life) {
  await life.office.on('2015-10-07')
  const page = await life.as('rita')
  await page.goto(`/cases/${life.number}/desk`)
  await act(page, 'Sign…')
  await page.getByText('A signature is final.').waitFor()
  await life.seen(page, 'desk-sign', { fullPage: false })
  await page.getByLabel('Your password, once more').fill(life.accounts.rita.password)
  await page.keyboard.press('Enter')
  const link = page.getByRole('link', { name: 'The signed letter (PDF)' })
  await link.waitFor()
  await life.seen(page, 'desk-signed', { fullPage: false })
  const letter = await fetched(page, await link.getAttribute('href'))
  assert.deepEqual([letter.status, letter.type, letter.begins], [200, 'application/pdf', '%PDF-'])
  await page.context().close()
}

async function issued(life) {
  await life.office.on('2015-10-08')
  const page = await life.as('isa')
  await life.seen(page, 'work-issue')
  await page.getByRole('link', { name: life.number }).click()
  await act(page, /^Issue the determination/)
  await page.getByLabel('How it was sent').selectOption('mail')
  await act(page, 'Record it')
  await page.getByText('The case now: the determination is issued.').waitFor()
  await act(page, /^Serve the determination on a party/)
  await life.seen(page, 'case-service')
  await act(page, 'Serve the determination')
  await page.getByText('Done: serve the determination on a party.').waitFor()
  await act(page, /^Invoice the claims administrator/)
  await act(page, 'Invoice the fee')
  await page.getByText('Done: invoice the claims administrator.').waitFor()
  await life.seen(page, 'case-issued')
  await act(page, /^Correct the letter by another one beside it/)
  await act(page, 'Write the corrected letter')
  await page.getByText('Say why').first().waitFor()
  await page.getByLabel('Reason').fill('The street of the claims administrator is another one.')
  await life.seen(page, 'case-correction')
  await act(page, 'Write the corrected letter')
  await page.getByText('Done: correct the letter by another one beside it.').waitFor()
  await page.context().close()
}

async function told(life) {
  for (const name of ['walt', 'clara']) {
    const page = await life.as(name)
    await settled(page)
    await page.getByRole('link', { name: life.number }).click()
    await page.getByText('The decision was sent.').waitFor()
    await heading(page, 'The decision')
    await page.getByText('The denial stands: the treatment is not medically necessary.').waitFor()
    await page.getByText('The denial is set aside: the treatment is medically necessary.').waitFor()
    await life.seen(page, `party-case-decided-${name}`)
    const href = await page.getByRole('listitem').filter({ hasText: 'Determination' }).getByRole('link', { name: 'PDF' }).first().getAttribute('href')
    const letter = await fetched(page, href)
    assert.deepEqual([letter.status, letter.type, letter.begins], [200, 'application/pdf', '%PDF-'])
    // Neither on the page nor in anything that the party's browser gets.
    const answers = [await page.content()]
    for (const path of ['', '/events', '/acts']) answers.push((await fetched(page, `/api/cases/${life.number}${path}`)).text)
    for (const text of answers) for (const who of [life.reviewer, 'Rita', 'review:']) assert.equal(text.includes(who), false, `${name} reads ${who}`)
    assert.equal((await fetched(page, `/api/cases/${life.number}/desk`)).status, 403)
    await page.context().close()
  }
}
