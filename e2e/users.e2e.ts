import { readFileSync } from 'node:fs'
import papa from 'papaparse'
import type { Page } from 'playwright/test'
import { expect, openMenu, rowOf, search, signIn, test } from './steps'

const grid = (page: Page) => page.getByRole('grid', { name: 'Users' })
const names = (page: Page) => grid(page).getByRole('rowheader').locator('bdi').allTextContents()
const header = (page: Page, name: string) =>
  grid(page).getByRole('columnheader', { name, exact: true })
const headers = async (page: Page) => {
  const all = await grid(page).getByRole('columnheader').all()
  const said = await Promise.all(all.map(one => one.getAttribute('aria-label')))
  return said.filter(name => name !== null)
}
const footer = (page: Page) => page.getByRole('status').filter({ hasText: /user/ })
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search)

async function filter(page: Page, button: string, ...options: RegExp[]) {
  await page.getByRole('button', { name: button, exact: true }).click()
  const panel = page.getByRole('dialog', { name: button })
  for (const name of options) await panel.getByRole('checkbox', { name }).click()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

test.describe('finding users', () => {
  test('every word of the search must match, wherever it occurs and however it is spelt', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await search(page, 'EVENTS mar')
    await expect(rowOf(page, 'María Fernández-Castro')).toBeVisible()
    await expect(rowOf(page, 'Amara Okafor')).toBeHidden()
    await search(page, 'maria fernandez')
    await expect(footer(page)).toContainText(/^1 of 300 users match/)
    await expect(rowOf(page, 'María Fernández-Castro').locator('mark').first()).toHaveText('María')
  })

  test('a pasted id or e-mail finds exactly its owner', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await search(page, await workspace.idOf('Elif Demir'))
    await expect.poll(() => names(page)).toEqual(['Elif Demir'])
    await search(page, '<lamar@studio-halden.example>')
    await expect.poll(() => names(page)).toEqual(['Lamar Whitfield'])
  })

  test('nobody matches: the page says so and offers the way out', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await search(page, 'qqqq zzzz')
    await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(footer(page)).toContainText(/^300 users,/)
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await expect(grid(page).getByRole('row').nth(1)).toBeFocused()

    await search(page, 'Amara Okafor')
    await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter')
    await expect(grid(page).getByRole('row').nth(1)).toBeFocused()
  })

  test('filters say how many there would be, and several values of one add up', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await page.getByRole('button', { name: 'Status', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Status' })
    const archived = panel.getByRole('checkbox', { name: /^Archived/ })
    const label = panel.locator('label', { hasText: 'Archived' })
    await expect(label).toContainText(/\d+/)
    const count = Number(/\d+/.exec((await label.textContent()) ?? '')?.[0])
    expect(count).toBeGreaterThan(0)
    await archived.check()
    await expect(footer(page)).toContainText(`${count} of 300 users match`)
    await panel.getByRole('checkbox', { name: /^Invited/ }).check()
    await expect(footer(page)).not.toContainText(new RegExp(`^${count} of`))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /^Status/ })).toBeFocused()
    await expect.poll(() => query(page)).toBe('?status=archived&status=invited')
    const statuses = await grid(page).getByRole('row').allTextContents()
    expect(statuses.length).toBeGreaterThan(1)
    expect(statuses.slice(1).every(row => /Archived|Invited/.test(row))).toBe(true)
  })

  test('has no e-mail, never accepted: flags are among the filters', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await filter(page, 'More', /^Has no e-mail/)
    await expect(rowOf(page, 'Warehouse Tablet')).toContainText('no e-mail')
    await expect(rowOf(page, 'Amara Okafor')).toBeHidden()
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await expect(footer(page)).toContainText(/^300 users,/)
  })
})

test.describe('sorting and columns', () => {
  test('a click on a header sorts up, a second one down; the header says which', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await search(page, 'mar')
    await expect(footer(page)).toContainText('of 300 users match')
    await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
    const up = await names(page)
    await header(page, 'Name').click()
    await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(() => names(page)).not.toEqual(up)
    await header(page, 'Status').press('Enter')
    await expect(header(page, 'Status')).toHaveAttribute('aria-sort', 'ascending')
    await expect(header(page, 'Name')).not.toHaveAttribute('aria-sort', /./)
    await expect(grid(page).getByRole('row').nth(1)).toContainText('Invited')
    await expect.poll(() => query(page)).toContain('sort=status')
  })

  test('columns are chosen and ordered, in the address and for the next visit', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    const before = await headers(page)
    await page.getByRole('button', { name: 'Columns' }).click()
    const panel = page.getByRole('dialog', { name: 'Columns' })
    await panel.getByRole('checkbox', { name: 'Kind' }).uncheck()
    await panel.getByRole('checkbox', { name: 'Position' }).check()
    await panel.getByRole('button', { name: 'Move Status up' }).press('Enter')
    await expect(panel.getByRole('button', { name: 'Move Status up' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect
      .poll(async () => (await headers(page)).slice(0, 3))
      .toEqual(['Name', 'Status', 'E-mail'])
    const chosen = await headers(page)
    expect(chosen).not.toContain('Kind')
    expect(chosen.at(-1)).toBe('Position')

    await expect.poll(() => query(page)).toMatch(/cols=status,.*position$/)
    const sent = page.url()
    await page.goBack()
    await expect.poll(() => headers(page)).toEqual(before)
    await page.goForward()
    await expect.poll(() => headers(page)).toEqual(chosen)
    await page.goto('/acme/users')
    await expect.poll(() => headers(page)).toEqual(chosen)
    await expect.poll(() => page.url()).toBe(sent)

    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('button', { name: 'Reset columns' }).click()
    await expect.poll(() => headers(page)).toEqual(before)
  })

  test('a column is resized with the mouse and with keys, and stays so', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    const width = async (name: string) => (await header(page, name).boundingBox())?.width ?? 0
    const [email, role] = [await width('E-mail'), await width('Role')]
    const edge = page.getByRole('separator', { name: 'Width of E-mail' })
    const box = await edge.boundingBox()
    if (!box) throw new Error('the edge is not there')
    await page.mouse.move(box.x + box.width / 2, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => width('E-mail')).toBeCloseTo(email + 60, -1)
    expect(await width('Role')).toBeCloseTo(role, -1)
    await expect(header(page, 'E-mail')).not.toHaveAttribute('aria-sort', /./)

    const now = Number(await edge.getAttribute('aria-valuenow'))
    await edge.press('ArrowLeft')
    await expect(edge).toHaveAttribute('aria-valuenow', String(now - 8))
    await page.reload()
    await expect.poll(() => width('E-mail')).toBeCloseTo(now - 8, -1)
  })
})

test.describe('views and the address', () => {
  test('a built-in view shapes the list, and its name is shown while it holds', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await expect(page).toHaveTitle('Users · Acme · Rollcall')
    await page.getByRole('button', { name: 'All users' }).click()
    await page.getByRole('menuitemradio', { name: 'Deactivated' }).click()
    await expect(page.getByRole('button', { name: 'Deactivated', exact: true })).toBeVisible()
    await expect(rowOf(page, 'Elif Demir')).toBeVisible()
    await expect(rowOf(page, 'Amara Okafor')).toBeHidden()
    await filter(page, 'Team', /^Marketing/)
    await expect(page.getByRole('button', { name: 'All users' })).toBeVisible()
  })

  test('one’s own views are saved, found again, renamed and deleted', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await search(page, 'events')
    await header(page, 'Created').click()
    await page.getByRole('button', { name: 'All users' }).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save this view' })
    await expect(dialog).toContainText('The search “events” is kept with it.')
    await dialog.getByRole('textbox', { name: 'Name of the view' }).fill('Event people')
    await page.keyboard.press('Enter')
    const button = page.getByRole('button', { name: 'Event people' })
    await expect(button).toBeVisible()

    await page.goto('/acme/users')
    await page.getByRole('button', { name: 'All users' }).click()
    await page.getByRole('menuitemradio', { name: 'Event people' }).click()
    await expect(page.getByRole('searchbox')).toHaveValue('events')
    await expect(header(page, 'Created')).toHaveAttribute('aria-sort', 'ascending')

    // The name once more is how a view is changed.
    await header(page, 'Created').click()
    await page.getByRole('button', { name: 'All users' }).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    const name = dialog.getByRole('textbox', { name: 'Name of the view' })
    await name.fill('Event people')
    await expect(name).toHaveAccessibleDescription(/^It takes the place of the one/)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()

    await button.click()
    await page.getByRole('menuitem', { name: 'Rename this view…' }).click()
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Fair')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Fair' }).click()
    await page.getByRole('menuitem', { name: 'Delete this view' }).click()
    await expect(page.getByRole('button', { name: 'Fair' })).toBeHidden()
  })

  test('a view may be columns alone, and the others keep those that are usual', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await page.goto('/acme/users?cols=email,id')
    await expect(header(page, 'Id')).toBeVisible()
    await page.getByRole('button', { name: 'All users' }).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Ids')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Ids' }).click()
    await page.getByRole('menuitemradio', { name: 'Deactivated' }).click()
    await expect(header(page, 'Status')).toBeVisible()
    await expect(header(page, 'Id')).toBeHidden()
    await page.getByRole('button', { name: 'Deactivated', exact: true }).click()
    await page.getByRole('menuitemradio', { name: 'Ids' }).click()
    await expect(header(page, 'Id')).toBeVisible()
    await expect(header(page, 'Status')).toBeHidden()
  })

  test('back, forward, reload and a sent link restore the list', async ({
    page,
    workspace,
    context,
  }) => {
    await signIn(page, workspace)
    await search(page, 'mar')
    await filter(page, 'Role', /^Project lead/, /^Admin/)
    await header(page, 'E-mail').click()
    await expect.poll(() => query(page)).toBe('?q=mar&role=Admin&role=Project+lead&sort=email')
    await expect(header(page, 'E-mail')).toHaveAttribute('aria-sort', 'ascending')
    const listed = await names(page)
    expect(listed.length).toBeGreaterThan(1)

    await page.goBack()
    await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
    await page.goBack()
    await expect(
      page.getByRole('button', { name: 'Role', exact: true }),
    ).toHaveAccessibleDescription('')
    await expect(page.getByRole('searchbox')).toHaveValue('mar')
    await page.goForward()
    await expect.poll(() => query(page)).toContain('role=Project+lead')
    await page.goForward()
    await expect.poll(() => names(page)).toEqual(listed)
    await page.reload()
    await expect.poll(() => names(page)).toEqual(listed)

    // A new tab of the browser is signed in as this one when it is opened from it.
    const other = await context.newPage()
    await other.goto('/sign-in')
    await signIn(other, workspace)
    await other.goto(page.url())
    await expect.poll(() => names(other)).toEqual(listed)
  })

  test('coming back from another page finds the list where it was', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await grid(page).evaluate(element => element.scrollTo({ top: 4000 }))
    await expect.poll(() => names(page)).not.toContain('Abigail Barker')
    await expect.poll(() => grid(page).evaluate(element => element.scrollTop)).toBe(4000)
    const seen = await names(page)
    await page.getByRole('link', { name: 'Receipts' }).click()
    await expect(page.getByRole('heading', { name: 'Receipts', exact: true })).toBeVisible()
    await page.goBack()
    await expect.poll(() => grid(page).evaluate(element => element.scrollTop)).toBe(4000)
    await expect.poll(() => names(page)).toEqual(seen)
    await page.reload()
    await expect.poll(() => grid(page).evaluate(element => element.scrollTop)).toBe(4000)
    await header(page, 'Name').click()
    await expect.poll(() => grid(page).evaluate(element => element.scrollTop)).toBe(0)
  })
})

test.describe('the menu of a row', () => {
  test('says why something cannot be done, and what key does what can', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    const menu = await openMenu(page, 'Elif Demir')
    await expect(menu.getByRole('menuitem')).toContainText([
      'Activate…',
      'Deactivate…',
      'Archive…',
      'Unarchive…',
      'Delete…',
      'Copy e-mail',
      'Copy id',
      'Open in awork',
    ])
    const deactivate = menu.getByRole('menuitem', { name: 'Deactivate…' })
    await expect(deactivate).toHaveAttribute('aria-disabled', 'true')
    await expect(deactivate).toHaveAccessibleDescription('Already deactivated, on 3 Nov 2026')
    await expect(menu.getByRole('menuitem', { name: 'Activate…', exact: true })).toContainText('a')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Actions for Elif Demir' })).toBeFocused()
  })

  test('a support person reads which right is missing, for each action', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace, 'support')
    const menu = await openMenu(page, 'Amara Okafor')
    for (const name of ['Deactivate…', 'Archive…', 'Delete…'])
      await expect(menu.getByRole('menuitem', { name, exact: true })).toHaveAccessibleDescription(
        /^Needs .+\. An admin has it\.$/,
      )
  })

  test('what roles and kinds cannot be read is “not known”, with the reason at hand', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace, 'support')
    await search(page, 'Amara Okafor')
    const cell = rowOf(page, 'Amara Okafor').getByRole('gridcell').filter({ hasText: 'not known' })
    await cell.first().hover()
    await expect(page.getByRole('tooltip')).toContainText(/^(Roles|API users) cannot/)
    await expect(page.getByText(/people or API users/)).toBeVisible()
  })

  test('copies e-mail and id, and opens the user in awork', async ({
    page,
    workspace,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn(page, workspace)
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await (await openMenu(page, 'Lamar Whitfield')).getByText('Copy e-mail').click()
    await expect.poll(clipboard).toBe('lamar@studio-halden.example')
    await (await openMenu(page, 'Lamar Whitfield')).getByText('Copy id').click()
    await expect.poll(clipboard).toBe(await workspace.idOf('Lamar Whitfield'))
    const menu = await openMenu(page, 'Lamar Whitfield')
    await expect(menu.getByRole('menuitem', { name: 'Open in awork' })).toHaveAttribute(
      'href',
      /^https:\/\/.+/,
    )
  })
})

test.describe('export and odd data', () => {
  test('the CSV holds exactly what is shown, and no formula', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await search(page, 'IT acme.example')
    await header(page, 'E-mail').click()
    await header(page, 'E-mail').click()
    await expect(header(page, 'E-mail')).toHaveAttribute('aria-sort', 'descending')
    const listed = Number(await grid(page).getAttribute('aria-rowcount')) - 1
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    // Said for a few seconds only.
    await expect(page.getByText(`${listed} rows exported`)).toBeVisible()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^acme-users-\d{4}-\d\d-\d\d\.csv$/)
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const parsed = papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
    const [head, ...lines] = parsed.data
    expect(head).toEqual(await headers(page))
    expect(lines.length).toBe(listed)
    const named = lines.map(([name = '']) => name)
    expect(named.slice(0, 5)).toEqual((await names(page)).slice(0, 5))
    expect(named.filter(name => /^\s*[=+@-]/.test(name))).toEqual([])
    expect(named.some(name => name.startsWith("'=HYPERLINK("))).toBe(true)
    const emails = lines.map(([, email = '']) => email.replace(/^'/, '')).filter(Boolean)
    expect(emails).toEqual(emails.toSorted().reverse())
  })

  test('hostile names are shown as text, cut, and in full at hand', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await search(page, 'markup@')
    await expect(grid(page).getByRole('rowheader')).toContainText('<img src=x onerror=alert(1)>')
    await search(page, 'longina')
    const name = grid(page).getByRole('rowheader')
    await expect(name).toContainText('Longina xxxx')
    expect((await name.boundingBox())?.width).toBeLessThan(400)
    await name.hover()
    await expect(page.getByRole('tooltip')).toContainText('x'.repeat(900))
    await search(page, 'reversed@')
    await expect(grid(page).getByRole('rowheader').locator('bdi')).toContainText('gnp.exe')
  })

  test('a user who cannot be read is marked, with endpoint and field, and the rest works', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    const menu = await openMenu(page, 'Odd Otto')
    await expect(menu.getByRole('menuitem', { name: 'Deactivate…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'Odd Otto')).toContainText(/“status.*” in the answer of .*\/users/)
    await search(page, 'Amara Okafor')
    await expect(rowOf(page, 'Amara Okafor')).toContainText('Active')
  })
})
