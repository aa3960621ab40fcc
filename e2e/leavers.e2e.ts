import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import { expect, expectFits, signIn, signInToWorkfront, test, type Workspace } from './steps'

const six = [
  'Amara Okafor',
  'Anne Lindgren',
  'Annemarie Vogt',
  'Dagmar Petersen',
  'Ingmar Solberg',
  'Marlene Aust',
]
const mail = `From: Ben Okoro <ben.okoro@acme.example>
Subject: Leavers in November

Hi Ada,
these six leave at the end of the month:
- Amara Okafor <amara.okafor@acme.example>
- Lindgren, Anne
3. ANNEMARIE VOGT
• dagmar.petersen@acme.example; "Solberg, Ingmar" <ingmar.solberg@acme.example>
Marlene\tAust
amara.okafor@acme.example
Nobody Atall
Best regards
Olga Owner
People operations`

async function open(page: Page, workspace: Workspace, connections: 'one' | 'both' = 'both') {
  await signIn(page, workspace)
  if (connections === 'both') await signInToWorkfront(page, workspace)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'Leavers' })
    .click()
  await expect(page.getByRole('heading', { name: 'Leavers' })).toBeVisible()
}

async function find(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'People who leave' }).fill(text)
  await page.getByRole('button', { name: 'Find them' }).click()
  await expectRead(page)
}

/** Every list is through, so what is shown is what it stays. */
async function expectRead(page: Page) {
  await expect(page.getByRole('button', { name: 'Read the lists again' })).toBeEnabled()
  await expect(page.getByRole('main')).not.toContainText('The list is being read')
}

const matches = (page: Page) => page.getByRole('table', { name: 'Matches' })
const line = (page: Page, number: number) =>
  matches(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: `${number}`, exact: true }) })
const box = (page: Page, name: string, connection: string) =>
  page.getByRole('checkbox', { name: `Deactivate ${name} in ${connection}`, exact: true })
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })
const verdicts = (page: Page) => page.getByRole('table', { name: 'Verdicts' })

/** What came of a run, as its receipt says it, and what is so in both systems. */
async function receiptOf(page: Page) {
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Download JSON' }).click()
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'))
}

test('a mail of six people becomes one run in both systems, with a true verdict for each place', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace)
  await find(page, mail)
  const main = page.getByRole('main')
  await expect(main).toContainText('Not looked at, because nobody is signed in: Nordwind')
  await expect(main).toContainText('1 said more than once')
  await expect(line(page, 6).first()).toContainText('also on line 11')
  await expect(line(page, 7)).toContainText('by name')
  await expect(line(page, 4)).toContainText('names nobody')
  await expect(line(page, 12).getByText('not found')).toHaveCount(2)
  // Who wrote the mail, and to whom it may concern, is found and not ticked.
  await expect(box(page, 'Ben Okoro', 'Acme')).not.toBeChecked()
  await expect(line(page, 1)).toContainText('From the head of a mail, so not ticked')
  await expect(box(page, 'Olga Owner', 'Acme Workfront')).not.toBeChecked()
  for (const name of six) await expect(box(page, name, 'Acme')).toBeChecked()
  await expect(selection(page)).toContainText(/\d+ selected: 6 in Acme/)
  const ticked = await page.getByRole('checkbox', { checked: true }).count()
  await expect(selection(page)).toContainText(`${ticked} selected: 6 in Acme`)

  // The list outlives a look elsewhere.
  await line(page, 7).getByRole('link', { name: 'Anne Lindgren' }).first().click()
  await expect(page.getByRole('region', { name: 'Can this person sign in?' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'People who leave' })).toHaveValue(mail)

  await selection(page).getByRole('button', { name: 'Deactivate…' }).click()
  const dialog = page.getByRole('dialog')
  for (const connection of ['Acme', 'Acme Workfront'])
    await expect(
      dialog
        .getByRole('region', { name: connection, exact: true })
        .getByRole('heading', { name: 'Forecast' }),
    ).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-1204')
  await dialog.getByRole('button', { name: `Deactivate ${ticked} users` }).click()
  await expect(dialog.getByRole('heading', { name: `${ticked} users deactivated` })).toBeVisible({
    timeout: 20_000,
  })
  await expect(verdicts(page).getByRole('columnheader', { name: 'Connection' })).toBeVisible()

  const receipt = await receiptOf(page)
  expect(receipt.items).toHaveLength(ticked)
  expect(Object.keys(receipt.operator)).toEqual(['acme', 'acme-workfront'])
  for (const { connection, name, verdict } of receipt.items) {
    expect(verdict).toBe('done')
    if (connection === 'acme') expect((await workspace.truth(name)).user.isDeactivated).toBe(true)
    else expect((await workspace.workfrontTruth(name)).isActive).toBe(false)
  }
  expect((await workspace.truth('Olga Owner')).user.isDeactivated).not.toBe(true)
  await dialog.getByRole('button', { name: 'Close' }).click()
  // What is so now is what the matrix shows.
  await expect(line(page, 7)).toContainText('Deactivated')
  await expect(selection(page)).toContainText('0 selected')
})

test('with one connection cut the other is compared, acted on and on the same receipt', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace)
  await find(page, six.join(', '))
  await expect(box(page, 'Anne Lindgren', 'Acme Workfront')).toBeChecked()
  await workspace.fault({ method: 'GET', path: '/user/:id', kind: 'cut', times: 500 })
  await workspace.fault({ method: 'GET', path: '/user/search', kind: 'cut', times: 500 })
  await workspace.fault({ method: 'PUT', path: '/user/:id', kind: 'cut', times: 500 })
  await selection(page).getByRole('button', { name: 'Deactivate…' }).click()
  const dialog = page.getByRole('dialog')
  const go = dialog.getByRole('button', { name: /^Deactivate \d+ users$/ })
  await expect(go).not.toHaveAttribute('aria-disabled', 'true')
  await go.click()
  await expect(verdicts(page)).toBeVisible({ timeout: 45_000 })
  const { items } = await receiptOf(page)
  for (const { connection, name, verdict } of items) {
    if (connection === 'acme') {
      expect(verdict).toBe('done')
      expect((await workspace.truth(name)).user.isDeactivated).toBe(true)
    } else {
      expect(verdict).toBe('failed')
      expect(await workspace.workfrontTruth(name)).toMatchObject({ isActive: true, writes: 0 })
    }
  }
  await dialog.getByRole('button', { name: 'Close' }).click()

  // What cannot be read is not known; it is never said to be not there.
  await page.getByRole('button', { name: 'Read the lists again' }).click()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'People who leave' })).toHaveValue(six.join(', '))
  await page.getByRole('button', { name: 'Find them' }).click()
  const cut = page.getByRole('alert').filter({ hasText: 'Acme Workfront' })
  await expect(cut).toBeVisible({ timeout: 20_000 })
  await expect(line(page, 1).first()).toContainText('not known')
  await expect(line(page, 1).first()).toContainText('Deactivated')
  await expect(matches(page).getByText('not found')).toHaveCount(0)
  await page.getByRole('radio', { name: 'They stay' }).check()
  await page.getByRole('button', { name: 'Find who is not on it' }).click()
  const words = page.getByRole('main').getByRole('status').filter({ hasText: '1 line: ' })
  await expect(words).toContainText('Acme Workfront: who is not on the list is not known')
  await page.getByRole('radio', { name: 'They leave' }).check()
  await page.getByRole('button', { name: 'Find them' }).click()
  await workspace.clearFaults()
  await cut.getByRole('button', { name: 'Retry' }).click()
  await expectRead(page)
  await expect(matches(page)).not.toContainText('not known')
})

test('a list of those who stay shows who is not on it, and ticks nobody', async ({
  page,
  workspace,
}) => {
  await workspace.set({ users: 60 })
  await open(page, workspace)
  await page.getByRole('radio', { name: 'They stay' }).check()
  await page
    .getByRole('textbox', { name: 'People who stay' })
    .fill(
      'E-mail;Name;Manager\namara.okafor@acme.example;"Okafor, Amara";Olga Owner\n;Anne Lindgren;\n;Amarra Okafor;',
    )
  await page.keyboard.press('Control+Enter')
  await expectRead(page)
  const missing = page.getByRole('table', { name: 'Not on the list' })
  const of = (name: string) => missing.getByRole('row').filter({ hasText: name })
  await expect(of('Olga Owner')).toContainText('admin')
  await expect(of('Ada Lindqvist')).toContainText('This is you')
  await expect(of('Amara Okafor')).toHaveCount(0)
  await expect(of('Anne Lindgren')).toHaveCount(0)
  await expect(of('API user')).toHaveCount(0)
  await expect(of('Deactivated')).toHaveCount(0)
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('1 person of the list was found nowhere')
  const act = selection(page).getByRole('button', { name: 'Deactivate…' })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  // Thousands may be missing from it.
  const search = page.getByRole('searchbox', { name: 'Search Not on the list' })
  await search.fill('nobody is called that')
  await expect(page.getByRole('heading', { name: 'Nobody here is called that' })).toBeVisible()
  await search.fill('kowal MARTA')
  await expect(missing.getByRole('rowheader')).toHaveText(['Marta Kowalczyk'])
  await box(page, 'Marta Kowalczyk', 'Acme').check()
  await search.fill('olga')
  await expect(selection(page)).toContainText('1 selected: 1 in Acme')
  await act.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(verdicts(page)).toContainText('Done')
  expect((await workspace.truth('Marta Kowalczyk')).user.isDeactivated).toBe(true)
})

test('what is ticked is what goes, whichever line names them, and a guess is never ticked', async ({
  page,
  workspace,
}) => {
  await open(page, workspace)
  await find(
    page,
    'From: Ben Okoro <ben.okoro@acme.example>\n\n- Ben Okoro\n- Juergen Muessigbrodt\n\nThanks and best regards,\nCleo Marchetti',
  )
  await expect(selection(page)).toContainText('2 selected: 1 in Acme and 1 in Acme Workfront')
  await expect(box(page, 'Ben Okoro', 'Acme')).toBeChecked()
  await expect(line(page, 3)).toContainText('The same as on line 1')
  await expect(line(page, 4)).toContainText('by name, spelled otherwise')
  for (const name of ['Jürgen Müßigbrodt', 'Cleo Marchetti'])
    await expect(box(page, name, 'Acme')).not.toBeChecked()
  await box(page, 'Ben Okoro', 'Acme').uncheck()
  await expect(selection(page)).toContainText('1 selected: 1 in Acme Workfront')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'People who leave' })).toBeFocused()
})

test('a status that could not be read is claimed in neither system', async ({
  page,
  workspace,
}) => {
  await open(page, workspace)
  await find(page, 'Odd Otto')
  const otto = line(page, 1)
  await expect(otto.getByText(/^Cannot be read: /)).toHaveCount(2)
  await expect(otto.getByText(/^(Active|Deactivated)$/)).toHaveCount(0)
})

test('who wrote a mail, who is asked, and who stays is not ticked, and neither by ticking all', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'one')
  await find(
    page,
    [
      'Hi Ada, see below.',
      '1.\tFrau Dr. Amara Okafor (Marketing)',
      '2.\tHenrik Dahl (stays until May)',
      'Rückfragen an cleo.marchetti@acme.example',
      'Viele Grüße aus Berlin',
      'Olga Owner',
      '',
      'Acme GmbH',
      '12345 Berlin',
      'olga.owner@acme.example',
      'Am 19.11.2026 um 10:12 schrieb Ben Okoro <ben.okoro@acme.example>:',
      '> Marlene Aust\t30.11.2026\tAnne Lindgren',
    ].join('\n'),
  )
  const ticked = page.getByRole('checkbox', { checked: true })
  const labels = () => ticked.evaluateAll(all => all.map(one => one.getAttribute('aria-label')))
  const two = ['Deactivate Amara Okafor in Acme', 'Deactivate Marlene Aust in Acme']
  expect(await labels()).toEqual(two)
  await expect(line(page, 3)).toContainText('The line says “stays”, so not ticked')
  await selection(page)
    .getByRole('button', { name: /^Tick all/ })
    .click()
  await expect(box(page, 'Ben Okoro', 'Acme')).toBeChecked()
  await expect(box(page, 'Henrik Dahl', 'Acme')).not.toBeChecked()
  await expect(box(page, 'Cleo Marchetti', 'Acme')).not.toBeChecked()
  await box(page, 'Henrik Dahl', 'Acme').check()
  await selection(page).getByRole('button', { name: 'Untick all' }).click()
  await expect(ticked).toHaveCount(0)
  await find(page, '???\n-----')
  await expect(page.getByRole('heading', { name: 'The list names nobody' })).toBeVisible()
})

test('a list is found, told apart and acted on from the keyboard alone', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'one')
  await page.getByRole('textbox', { name: 'People who leave' }).focus()
  await page.keyboard.insertText([...six, 'Olga Owner', ...Array(6).fill('no one here')].join('\n'))
  await page.keyboard.type('\n')
  for (const name of ['Ada', 'Bea', 'Cid', 'Dov', 'Eli', 'Fay', 'Gil'])
    await page.keyboard.type(`${name} Nobody\n`)
  await page.keyboard.press('Control+Enter')
  await expectRead(page)
  const main = page.getByRole('main')
  await expect(main.getByRole('status').filter({ hasText: 'lines' })).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search Matches' })).toBeFocused()
  await page.keyboard.type('olga')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(box(page, 'Olga Owner', 'Acme')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(selection(page)).toContainText('6 selected: 6 in Acme')
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Deactivate 6 users?' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(box(page, 'Olga Owner', 'Acme')).toBeFocused()
})

test('who is not found is not called absent where the list may leave somebody out', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace, 'support')
  await page.getByRole('link', { name: 'Leavers' }).click()
  await find(page, 'Nobody Atall <nobody@acme.example>')
  await expect(line(page, 1)).toContainText('not known')
  await expect(page.getByRole('alert')).toContainText('Who is not found there may be there')
  await expect(page.getByRole('alert').getByRole('button', { name: 'Retry' })).toBeHidden()
})

test('who is meant is chosen, and nobody signed in is offered to sign in', async ({
  page,
  workspace,
}) => {
  await page.goto('/leavers')
  await expect(page.getByRole('heading', { name: 'Nobody is signed in' })).toBeVisible()
  await open(page, workspace, 'one')
  // Two people of one name, and text that would rather be markup.
  await find(page, 'Anna Schmidt\n<img src=x onerror=alert(1)> "Zed, <b>Bold</b>"')
  const choice = matches(page).getByRole('combobox', { name: 'Who is Anna Schmidt in Acme?' })
  await expect(selection(page)).toContainText('0 selected')
  await choice.selectOption({ index: 1 })
  await expect(box(page, 'Anna Schmidt', 'Acme')).toBeChecked()
  await expect(matches(page)).toContainText('chosen')
  await expect(selection(page)).toContainText('1 selected: 1 in Acme')
  await expect(matches(page).locator('img, b')).toHaveCount(0)
  await page.getByRole('link', { name: 'Sign in there too' }).click()
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fleavers/)

  // What one operator has pasted is nothing for the next.
  await page
    .getByRole('region', { name: 'Acme', exact: true })
    .getByRole('button', { name: 'Sign out' })
    .click()
  await expect(page.getByText('Signed out of Acme.')).toBeVisible()
  await signIn(page, workspace, 'manager')
  await page.goto('/leavers')
  await expect(page.getByRole('textbox', { name: 'People who leave' })).toHaveValue('')
})

test('no barrier that can be found, and nothing too wide on a phone', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace)
  await find(page, `${mail}\nAnna Schmidt`)
  expect(await barriersOn(page), 'wide').toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await barriersOn(page), 'on a phone').toEqual([])
  await expectFits(page)
  await selection(page).getByRole('button', { name: 'Deactivate…' }).click()
  await expect(page.getByRole('dialog').getByText('Forecast').first()).toBeVisible()
  expect(await barriersOn(page), 'dialog').toEqual([])
  await expectFits(page)
})
