import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import { choose, expect, expectFits, openMenu, signIn, test, type Workspace } from './steps'

const phone = { width: 360, height: 740 }

const pages: Record<string, (page: Page, workspace: Workspace) => Promise<void>> = {
  'sign-in': async page => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Use a token instead' }).first().click()
    await expect(page.getByRole('textbox', { name: 'Access token' })).toBeVisible()
  },
  'the set-up page': async page => {
    await page.goto('/setup')
    await expect(page.getByRole('heading').first()).toBeVisible()
  },
  'a failed callback': async page => {
    await page.goto('/callback?code=x&state=y')
    await expect(page.getByRole('heading').first()).toBeVisible()
  },
  users: async (page, workspace) => signIn(page, workspace),
  'a row menu': async (page, workspace) => {
    await signIn(page, workspace)
    await expect(await openMenu(page, 'Amara Okafor')).toBeVisible()
  },
  'a filter': async (page, workspace) => {
    await signIn(page, workspace)
    await page.getByRole('button', { name: /^Status/ }).click()
    await expect(page.getByRole('checkbox', { name: /^Deactivated/ })).toBeVisible()
  },
  'the columns': async (page, workspace) => {
    await signIn(page, workspace)
    await page.getByRole('button', { name: 'Columns' }).click()
    const panel = page.getByRole('dialog', { name: 'Columns' })
    await expect(panel.getByRole('checkbox').first()).toBeVisible()
  },
  'a selection': async (page, workspace) => {
    await signIn(page, workspace)
    await page
      .getByRole('checkbox', { name: /^Select / })
      .nth(1)
      .check()
    await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
  },
  'the action dialog before': async (page, workspace) => {
    await signIn(page, workspace)
    const dialog = await choose(page, 'Deactivate', 'Olga Owner')
    await expect(dialog.getByRole('link', { name: 'Marketing Sync' })).toBeVisible()
  },
  'the action dialog after': async (page, workspace) => {
    await signIn(page, workspace)
    const dialog = await choose(page, 'Deactivate', 'Olga Owner')
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await expect(dialog.getByRole('table', { name: 'Verdicts' })).toBeVisible()
  },
  receipts: async (page, workspace) => {
    await signIn(page, workspace)
    const dialog = await choose(page, 'Deactivate', 'Olga Owner')
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
    // While the run goes on there is another button to close it.
    await expect(dialog.getByRole('table', { name: 'Verdicts' })).toBeVisible()
    await page.goto('/receipts')
    await expect(page.getByRole('table', { name: 'Receipts' })).toBeVisible()
  },
  'a receipt': async (page, workspace) => {
    await signIn(page, workspace)
    const dialog = await choose(page, 'Deactivate', 'Olga Owner')
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await dialog.getByRole('button', { name: 'Open receipt' }).click()
    await expect(page.getByRole('table', { name: 'Verdicts' })).toBeVisible()
  },
  'no receipts': async page => {
    await page.goto('/receipts')
    await expect(page.getByRole('heading', { name: 'Receipts', exact: true })).toBeVisible()
  },
  'the shortcuts': async (page, workspace) => {
    await signIn(page, workspace)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  },
  'a page that does not exist': async page => {
    await page.goto('/no/such/page')
    await expect(page.getByRole('heading').first()).toBeVisible()
  },
}

for (const [name, open] of Object.entries(pages)) {
  test(`no barrier on ${name}, in either theme, and it fits a page 360 px wide`, async ({
    page,
    workspace,
  }) => {
    test.slow()
    await open(page, workspace)
    expect(await barriersOn(page)).toEqual([])
    await page.setViewportSize(phone)
    await expectFits(page, name === 'sign-in' ? 'asWhole' : 'within')
  })
}

/** What is opened in another way on a phone. */
test('filters, the menu of a row and a selection fit a page 360 px wide', async ({
  page,
  workspace,
}) => {
  await page.setViewportSize(phone)
  await signIn(page, workspace)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await expect(page.getByRole('button', { name: /^Status/ })).toBeVisible()
  await expectFits(page)
  await page.keyboard.press('Escape')
  const menu = await openMenu(page, 'Amara Okafor')
  await expect(menu).toBeVisible()
  await expectFits(page)
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Select Amara Okafor' }).check()
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
  await expectFits(page)
})
