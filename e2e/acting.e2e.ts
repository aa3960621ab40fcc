import { readFileSync } from 'node:fs'
import { choose, expect, expectStatus, openMenu, rowOf, search, signIn, test } from './steps'

test('deactivating shows what it does before, and what awork reported after', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Olga Owner')
  await expect(dialog).toHaveAccessibleName('Deactivate Olga Owner?')
  await expect(dialog.getByText('Olga can no longer sign in.')).toBeVisible()
  await expect(dialog.getByText('Private, hidden from you')).toBeVisible()
  await expect(dialog.getByText('not known').first()).toBeVisible()
  await expect(dialog.getByText(/Olga is one of \d+ active admins/)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-1204')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()

  const verdicts = dialog.getByRole('table', { name: 'Verdicts' })
  await expect(verdicts.getByRole('row').filter({ hasText: 'Olga Owner' })).toContainText('Done')
  await expect(dialog.getByText('Private projects deleted')).toBeVisible()
  expect((await workspace.truth('Olga Owner')).user.isDeactivated).toBe(true)

  await dialog.getByRole('button', { name: 'Close' }).click()
  await expectStatus(page, 'Olga Owner', 'Deactivated')
})

test('the receipt says what happened and can be taken along', async ({ page, workspace }) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-1204')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await dialog.getByRole('button', { name: 'Open receipt' }).click()

  await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Amara Okafor')
  await expect(page.getByText('HR-1204').first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download JSON' }).click()
  const receipt = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  expect(receipt).toMatchObject({
    format: 'rollcall-receipt/1',
    action: 'deactivate',
    reason: 'HR-1204',
    items: [{ name: 'Amara Okafor', before: 'active', after: 'deactivated', verdict: 'done' }],
  })
  expect(JSON.stringify(receipt)).not.toContain(workspace.token('admin'))

  await page.reload()
  await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await page.getByRole('link', { name: 'Receipts' }).first().click()
  await expect(page.getByRole('table', { name: 'Receipts' }).getByRole('row').nth(1)).toContainText(
    'Deactivate',
  )
})

test('undo activates the person again and says what it cannot bring back', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await dialog.getByRole('button', { name: 'Undo…' }).click()
  const undo = page.getByRole('dialog', { name: 'Activate Amara Okafor?' })
  await expect(undo.getByText(/come back is not known/)).toBeVisible()
  await undo.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  expect((await workspace.truth('Amara Okafor')).user.isDeactivated).toBe(false)
})

for (const [action, before, done] of [
  ['Archive', {}, 'Archived'],
  ['Unarchive', { isArchived: true }, 'Active'],
  ['Delete', {}, undefined],
] as const) {
  test(`${action.toLowerCase()} is verified by reading again`, async ({ page, workspace }) => {
    await workspace.change('Amara Okafor', before)
    await signIn(page, workspace)
    const dialog = await choose(page, action, 'Amara Okafor')
    if (action === 'Delete')
      await dialog.getByRole('textbox', { name: /^Type .* to confirm$/ }).fill('Amara Okafor')
    await dialog.getByRole('button', { name: action, exact: true }).click()
    await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
    await dialog.getByRole('button', { name: 'Close' }).click()
    if (done) await expectStatus(page, 'Amara Okafor', done)
    else await expect(rowOf(page, 'Amara Okafor')).toHaveCount(0)
  })
}

test('a run that a reload cut short is resumed from its receipt, and writes nothing twice', async ({
  page,
  workspace,
}) => {
  await workspace.fault({
    method: 'POST',
    path: '/users/:id/deactivate',
    kind: 'late',
    delayMs: 20_000,
    times: 1,
  })
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect
    .poll(async () => (await workspace.truth('Amara Okafor')).user.isDeactivated)
    .toBe(true)
  page.on('dialog', leaving => leaving.accept())
  await page.reload()
  await expect(page.getByText(/^The run of .* was interrupted\./)).toBeVisible()
  await page.getByRole('link', { name: 'Open its receipt' }).click()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText(
    'Interrupted before the answer, seen deactivated afterwards',
  )
  const { log } = await workspace.truth('Amara Okafor')
  expect(log.filter((entry: string) => entry.startsWith('write'))).toHaveLength(1)
})

/** People who read as what they are: whatever the API does, the verdict is true or it is Unknown. */
const people = [
  { name: 'Lost-answer Lars', verdict: 'Done', words: /answer lost/i, deactivated: true },
  { name: 'Half-done Hanna', verdict: 'Done', words: /failed with 500, seen/, deactivated: true },
  { name: 'Cut-off Cora', verdict: 'Failed', words: /answer was lost/, deactivated: false },
  { name: 'Lying Lena', verdict: 'Failed', words: /reading again/i, deactivated: false },
  { name: 'Server-error Sven', verdict: 'Failed', words: /trace/i, deactivated: false },
  { name: 'Refused Rolf', verdict: 'Failed', words: /trace/i, deactivated: false },
  { name: 'Forbidden Fay', verdict: 'Failed', words: /trace/i, deactivated: false },
  { name: 'Rate-limited Rita', verdict: 'Done', words: /./, deactivated: true },
  { name: 'Slow Sam', verdict: 'Done', words: /./, deactivated: true },
  { name: 'Flaky Flora', verdict: 'Done', words: /./, deactivated: true },
  {
    name: 'Busy Bea',
    verdict: 'Skipped',
    words: /Changed in between: 5 open tasks \(0 foreseen\)/,
    deactivated: false,
  },
  { name: 'Unknown Uma', verdict: 'Unknown', words: /could not be read/, deactivated: true },
] as const

for (const { name, verdict, words, deactivated } of people) {
  test(`${name}: the verdict is ${verdict}`, async ({ page, workspace }) => {
    test.slow()
    await signIn(page, workspace)
    const dialog = await choose(page, 'Deactivate', name)
    // Only who has read the forecast can be surprised by what has grown since.
    const tasks = dialog.getByRole('row').filter({ hasText: 'Open tasks' })
    await expect(tasks).toContainText(/(read|not known)$/)
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
    const row = dialog
      .getByRole('table', { name: 'Verdicts' })
      .getByRole('row')
      .filter({ hasText: name })
    await expect(row).toContainText(verdict, { timeout: 45_000 })
    await expect(row).toContainText(words)
    const truth = await workspace.truth(name)
    expect(truth.user.isDeactivated).toBe(deactivated)
    const writes = truth.log.filter((entry: string) => entry.startsWith('write')).length
    if (name !== 'Rate-limited Rita') expect(writes).toBe(verdict === 'Skipped' ? 0 : 1)
    if (verdict !== 'Unknown') return
    await dialog.getByRole('button', { name: 'Open receipt' }).click()
    await expect(page.getByRole('button', { name: 'Read unknown again' })).toBeVisible()
  })
}

test('somebody who is gone is said to be gone, and the row goes', async ({ page, workspace }) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Gone Gina')
  await expect(dialog.getByText(/no longer there/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Gone Gina')).toHaveCount(0)
})

test('somebody changed since the list was read is not touched', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.change('Amara Okafor', { isArchived: true })
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await expect(dialog.getByText(/Archived/).first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Deactivate', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  const truth = await workspace.truth('Amara Okafor')
  expect(truth.log.filter((entry: string) => entry.startsWith('write'))).toEqual([])
})

test('nobody removes themselves', async ({ page, workspace }) => {
  await signIn(page, workspace)
  const menu = await openMenu(page, 'Ada Lindqvist')
  const deactivate = menu.getByRole('menuitem', { name: /^Deactivate…/ })
  await expect(deactivate).toHaveAttribute('aria-disabled', 'true')
  await expect(deactivate).toContainText('This is you. Somebody else has to do it.')
})

test('nobody removes the last admin', async ({ page, workspace }) => {
  for (const name of ['Olga Owner', 'Henrik Dahl'])
    await workspace.change(name, { isDeactivated: true })
  await signIn(page, workspace, 'apikey')
  const menu = await openMenu(page, 'Ada Lindqvist')
  for (const action of ['Deactivate', 'Archive', 'Delete']) {
    const item = menu.getByRole('menuitem', { name: new RegExp(`^${action}…`) })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toContainText('The last active admin. Make somebody else an admin first.')
  }
})

test('who lacks a right reads which one, and that an admin has it', async ({ page, workspace }) => {
  await signIn(page, workspace, 'support')
  const menu = await openMenu(page, 'Amara Okafor')
  const deactivate = menu.getByRole('menuitem', { name: /^Deactivate…/ })
  await expect(deactivate).toHaveAttribute('aria-disabled', 'true')
  await expect(deactivate).toContainText('user-manage-config')
  await expect(deactivate).toContainText('An admin has it.')
})

test('the whole job from the keyboard, from sign-in to a verified deactivation', async ({
  page,
  workspace,
}) => {
  await page.goto('/sign-in')
  const acme = page.getByRole('region', { name: 'Acme', exact: true })
  await expect(acme).toBeVisible()
  const tabTo = async (name: string | RegExp, role: 'button' | 'textbox') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
    for (let presses = 0; presses < 30; presses += 1) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${name}`)
  }
  await tabTo('Use a token instead', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Access token' })).toBeVisible()
  await tabTo('Access token', 'textbox')
  await page.keyboard.type(workspace.token('admin'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Continue as/ })).toBeVisible()
  await tabTo(/^Continue as/, 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused()
  await page.keyboard.type('amara okafor')
  await expect(rowOf(page, 'Amara Okafor')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(rowOf(page, 'Amara Okafor')).toBeFocused()
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Deactivate Amara Okafor?' })
  await expect(dialog.getByRole('textbox', { name: 'Reason or ticket' })).toBeFocused()
  await page.keyboard.type('HR-1204')
  // Not before the user has been read again; what is typed meanwhile stays.
  await expect(dialog.getByRole('button', { name: 'Deactivate', exact: true })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectStatus(page, 'Amara Okafor', 'Deactivated')
})

test('the search keeps its text when a dialog opens and closes', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await search(page, 'Amara Okafor')
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('searchbox', { name: 'Search users' })).toHaveValue('Amara Okafor')
})
