import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import {
  choose,
  expect,
  expectFits,
  expectStatus,
  openMenu,
  rowOf,
  search,
  signIn,
  signInToWorkfront,
  test,
} from './steps'

const verb = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })
const verdicts = (page: Page) => page.getByRole('table', { name: 'Verdicts' })

/** What Workfront has beside users; a person of both systems. */
const amara = 'Amara Okafor'

test('signing in with Workfront leads over its own page to its users', async ({ page }) => {
  await page.goto('/sign-in')
  await page
    .getByRole('region', { name: 'Acme Workfront' })
    .getByRole('button', { name: 'Sign in with Workfront' })
    .click()
  await page.waitForURL(/\/integrations\/oauth2\/authorize/)
  expect(new URL(page.url()).port).not.toBe(new URL(test.info().project.use.baseURL ?? '').port)
  await page.getByRole('button', { name: /Allow/ }).first().click()
  await expect(page).toHaveURL(/\/acme-workfront\/users/)
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Access level' })).toBeVisible()
  // Neither the token nor the code stays in an address.
  expect(page.url()).not.toMatch(/code=|token/i)
})

test('find the user, set them inactive, see it answered; and take it back', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace)
  const dialog = await choose(page, 'Deactivate', amara)
  await expect(dialog).toContainText('become free for somebody else')
  await expect(dialog.getByRole('row', { name: /Open tasks assigned/ })).toContainText('read')
  await expect(dialog).toContainText('Not handled by this')
  await expect(dialog).toContainText('stay assigned. Reassign them.')
  await verb(page, 'Deactivate').click()
  await expect(verdicts(page)).toContainText('Done')
  await expect(dialog).toContainText('The licence is free for somebody else.')
  await expect(dialog).toContainText('Adobe Admin Console')
  expect(await workspace.workfrontTruth(amara)).toMatchObject({ isActive: false, writes: 1 })
  await page.getByRole('button', { name: 'Undo…' }).click()
  await verb(page, 'Activate').click()
  await expect(verdicts(page)).toContainText('Done')
  await page.keyboard.press('Escape')
  await expectStatus(page, amara, 'Active')
  expect(await workspace.workfrontTruth(amara)).toMatchObject({ isActive: true, writes: 2 })
})

test('of many, who leaves most behind comes first, with the name in full', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace)
  for (const name of ['Henrik Dahl', 'Dagmar Petersen']) {
    await search(page, name)
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  }
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: /^Deactivate/ }).click()
  const lines = page.getByRole('dialog').getByRole('table', { name: 'Worst first' })
  const [first, second] = [lines.getByRole('row').nth(1), lines.getByRole('row').nth(2)]
  // Five projects against two; Henrik has more approvals.
  await expect(first).toContainText('Dagmar Petersen')
  await expect(second).toContainText('Henrik Dahl')
  const cut = first
    .getByRole('rowheader')
    .locator('*')
    .evaluateAll(parts => parts.filter(part => part.scrollWidth > part.clientWidth + 1).length)
  expect(await cut).toBe(0)
})

test('a tenant that wants an access level gets the one that is chosen', async ({
  page,
  workspace,
}) => {
  await workspace.setWorkfront({ accessLevelOnActivation: 'required' })
  await signInToWorkfront(page, workspace)
  await choose(page, 'Deactivate', amara)
  await verb(page, 'Deactivate').click()
  await expect(verdicts(page)).toContainText('Done')
  await page.keyboard.press('Escape')
  const dialog = await choose(page, 'Activate', amara)
  await verb(page, 'Activate').click()
  // Nothing chosen: what Workfront says is shown, and nothing has changed.
  await expect(verdicts(page)).toContainText('Failed')
  expect((await workspace.workfrontTruth(amara)).isActive).toBe(false)
  await page.keyboard.press('Escape')
  await choose(page, 'Activate', amara)
  await dialog.getByLabel('Access level').selectOption({ label: 'Light' })
  await verb(page, 'Activate').click()
  await expect(verdicts(page)).toContainText('Done')
  expect(await workspace.workfrontTruth(amara)).toMatchObject({
    isActive: true,
    accessLevel: 'Light',
  })
})

test('what Workfront does not offer stays in the menu, with the reason', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace)
  const menu = await openMenu(page, amara)
  for (const [name, reason] of [
    ['Archive', 'Workfront has no archive'],
    ['Unarchive', 'Workfront has no archive'],
    ['Delete', 'Adobe Admin Console'],
  ] as const) {
    const item = menu.getByRole('menuitem', { name: new RegExp(`^${name}…`) })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toContainText(reason)
  }
  await expect(menu.getByRole('menuitem', { name: 'Open in Workfront' })).toBeVisible()
})

test('the list stays in its place while it is searched', async ({ page, workspace }) => {
  await signInToWorkfront(page, workspace)
  const top = async () => (await page.getByRole('grid', { name: 'Users' }).boundingBox())?.y
  const before = await top()
  await search(page, amara)
  await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeVisible()
  expect(await top()).toBe(before)
})

test('views ask what Workfront admins ask, and statuses are its own', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace)
  const count = page.getByRole('status').filter({ hasText: /users/ })
  let shown = 'All users'
  for (const view of ['No sign-in for 90 days', 'Deactivation scheduled', 'Pending approval']) {
    await page.getByRole('button', { name: shown, exact: true }).click()
    await page.getByRole('menuitemradio', { name: view }).click()
    shown = view
    await expect(count).toContainText(/[1-9][0-9]* of 3?[0-9]+ users match/)
  }
  await expect(
    page.getByRole('grid', { name: 'Users' }).getByText('Pending approval').first(),
  ).toBeVisible()
  const menu = await openMenu(page, 'Annemarie Vogt')
  await expect(menu.getByRole('menuitem', { name: /^Activate…/ })).toContainText(
    'an administrator has to approve them in Workfront',
  )
  await expect(menu.getByRole('menuitem', { name: /^Deactivate…/ })).toContainText('reject')
})

test('two systems side by side: one press, or two keys', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await signInToWorkfront(page, workspace)
  await page.getByRole('navigation', { name: 'Other connections' }).getByText('Acme').click()
  await expect(page).toHaveURL(/\/acme\/users/)
  await expect(page.getByRole('columnheader', { name: 'Role' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('2')
  await expect(page).toHaveURL(/\/acme-workfront\/users/)
  await expect(page.getByRole('columnheader', { name: 'Access level' })).toBeVisible()
})

test('who may only read learns it from the refusal, with what is missing', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace, 'support')
  const dialog = await choose(page, 'Deactivate', amara)
  await expect(dialog).toContainText('User Admin')
  await verb(page, 'Deactivate').click()
  await expect(verdicts(page)).toContainText('Failed')
  await expect(dialog).toContainText('System Administrator')
  expect(await workspace.workfrontTruth(amara)).toMatchObject({ isActive: true })
})

const writes = [
  { who: amara, answer: { kind: 'lost' }, verdict: 'Done' },
  { who: 'Dagmar Petersen', answer: { kind: 'lie' }, verdict: 'Failed' },
  { who: 'Tamara Lindholm', answer: { kind: 'html', status: 502 }, verdict: 'Failed' },
  {
    who: 'Elif Demir',
    answer: { kind: 'status', status: 200, body: { error: { message: 'No.' } } },
    verdict: 'Failed',
  },
] as const

test('a write whose answer is lost, a lie, a page or an error with 200 is settled by reading', async ({
  page,
  workspace,
}) => {
  test.slow()
  await signInToWorkfront(page, workspace)
  for (const { who, answer, verdict } of writes) {
    await workspace.fault({ method: 'PUT', path: '/user/:id', times: 1, ...answer })
    const dialog = await choose(page, 'Deactivate', who)
    await verb(page, 'Deactivate').click()
    await expect(verdicts(page), who).toContainText(verdict)
    expect((await workspace.workfrontTruth(who)).isActive, who).toBe(verdict !== 'Done')
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(dialog).toBeHidden()
  }
})

test('a version that is gone is said to be gone, with what to do', async ({ page, workspace }) => {
  await signInToWorkfront(page, workspace)
  await workspace.fault({
    method: 'GET',
    path: '/user/search',
    kind: 'status',
    status: 410,
    body: { error: { message: 'no longer available in this API version' } },
  })
  await page.reload()
  await expect(page.getByRole('main')).toContainText(
    'version v21.0, which Workfront no longer offers',
  )
  await expect(page.getByRole('main').getByRole('button', { name: 'Retry' })).toBeVisible()
})

test('the user page answers whether they can sign in, with what Workfront has', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace)
  await search(page, amara)
  await rowOf(page, amara).getByRole('link').click()
  const answer = page.getByRole('region', { name: 'Can this person sign in?' })
  await expect(answer).toContainText('Yes')
  await expect(answer).toContainText('Adobe Admin Console')
  await expect(page.getByRole('heading', { name: 'Contact' })).toBeHidden()
  await page.getByRole('button', { name: 'Edit profile' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Head of rollcalls')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Head of rollcalls')).toBeVisible()
  await page.goto('/acme-workfront/api-users')
  await expect(page.getByRole('main')).toContainText('Workfront')
  await expect(page.getByRole('table')).toBeHidden()
  await page.getByRole('link', { name: 'Show all users' }).click()
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible()
})

test('no barrier that can be found, and nothing too wide on a phone', async ({
  page,
  workspace,
}) => {
  test.slow()
  await signInToWorkfront(page, workspace)
  expect(await barriersOn(page), 'users').toEqual([])
  const dialog = await choose(page, 'Deactivate', amara)
  await expect(verb(page, 'Deactivate')).toBeEnabled()
  expect(await barriersOn(page), 'dialog').toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  await expectFits(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await rowOf(page, amara).getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Can this person sign in?' })).toContainText('Yes')
  await expectFits(page)
  expect(await barriersOn(page), 'user').toEqual([])
})
