import type { Page } from 'playwright/test'
import { expect, search, signIn, test, type Workspace } from './steps'

const people = [
  'Amara Okafor',
  'Dagmar Petersen',
  'Henrik Dahl',
  'Marta Kowalczyk',
  'Olga Owner',
  'Tamara Lindholm',
]

/** A run that is held up, until the faults are cleared, and out of sight. */
async function beginRun(page: Page, workspace: Workspace) {
  await signIn(page, workspace)
  for (const name of people) {
    await search(page, name)
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  }
  await workspace.fault({
    method: 'POST',
    path: '/users/:id/deactivate',
    kind: 'slow',
    // Less than the app waits for an answer.
    delayMs: 25_000,
  })
  const selection = page.getByRole('region', { name: 'Selection' })
  await selection.getByRole('button', { name: /^Deactivate/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Deactivate 6 users' }).click()
  await expect(dialog.getByRole('progressbar', { name: 'Progress' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Deactivating 6 users' })).toBeVisible()
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  return page.getByRole('dialog', { name: 'Sign out of Acme?' })
}

test.describe('signing out while a run goes on', () => {
  test('asks first, and goes on with the run when cancelled', async ({ page, workspace }) => {
    test.slow()
    await beginRun(page, workspace)
    const dialog = await signOut(page)
    await expect(dialog).toContainText(
      /^.*[1-6] of 6 users (is|are) not done yet\. Sign out stops the run after the ones under way\./,
    )
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused()
    await workspace.clearFaults()
    await expect(page.getByText('6 users deactivated').first()).toBeVisible({ timeout: 30_000 })
  })

  test('finishes the ones under way, and nobody after them', async ({ page, workspace }) => {
    test.slow()
    await beginRun(page, workspace)
    const dialog = await signOut(page)
    await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
    await expect(dialog).toContainText('Finishing the users under way')
    await workspace.clearFaults()
    await expect(page.getByText('Signed out of Acme.')).toBeVisible({ timeout: 20_000 })

    await page.goto('/receipts')
    await page.getByRole('table', { name: 'Receipts' }).getByRole('link').click()
    const verdicts = page.getByRole('table', { name: 'Verdicts' })
    await expect(verdicts.getByRole('row')).toHaveCount(people.length + 1)
    await expect(verdicts.getByText('Unknown')).toHaveCount(0)
    let done = 0
    for (const name of people) {
      const { isDeactivated } = (await workspace.truth(name)).user
      const row = verdicts.getByRole('row').filter({ hasText: name })
      await expect(row).toContainText(isDeactivated ? 'Done' : 'Skipped')
      if (isDeactivated) done += 1
    }
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(people.length)
  })

  test('asks on the sign-in page too, and can be insisted on', async ({ page, workspace }) => {
    test.slow()
    await beginRun(page, workspace)
    await page.getByRole('button', { name: 'Connection: Acme' }).click()
    await page.getByRole('link', { name: /Nordwind/ }).click()
    await page
      .getByRole('region', { name: 'Acme', exact: true })
      .getByRole('button', { name: 'Sign out' })
      .click()
    const dialog = page.getByRole('dialog', { name: 'Sign out of Acme?' })
    await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
    await dialog.getByRole('button', { name: 'Sign out now' }).click()
    await expect(page.getByText('Signed out of Acme.')).toBeVisible()
    await expect(dialog).toBeHidden()
  })
})

test('whoever signs in next meets nothing of the run before', async ({ page, workspace }) => {
  test.slow()
  await beginRun(page, workspace)
  const dialog = await signOut(page)
  await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
  await workspace.clearFaults()
  await expect(page.getByText('Signed out of Acme.')).toBeVisible({ timeout: 20_000 })
  const acme = page.getByRole('region', { name: 'Acme', exact: true })
  await acme.getByRole('button', { name: 'Use a token instead' }).click()
  await acme.getByRole('textbox', { name: 'Access token' }).fill(workspace.token('manager'))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Continue as Ben Okoro' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'users' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toHaveCount(0)
  await expect(page.getByText(/of 6 users deactivated/)).toHaveCount(0)
})

test('signing out asks nothing once the run has ended', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await search(page, 'Amara Okafor')
  await page.getByRole('checkbox', { name: 'Select Amara Okafor', exact: true }).check()
  await page
    .getByRole('region', { name: 'Selection' })
    .getByRole('button', { name: /^Deactivate/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await signOut(page)
  await expect(page.getByText('Signed out of Acme.')).toBeVisible()
})
