import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import { choose, expect, expectFits, openMenu, signIn, test } from './steps'

const phone = { width: 360, height: 740 }
const wide = { width: 1280, height: 800 }

/** What axe finds in either theme, and whether it fits a phone as it stands there. */
async function expectForAll(page: Page, where: string, scrolls?: 'within' | 'asWhole') {
  expect(await barriersOn(page), where).toEqual([])
  await page.setViewportSize(phone)
  await expectFits(page, scrolls)
  await page.setViewportSize(wide)
}

const publicPages = {
  'the sign-in page': async page => {
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
  'no receipts': async page => {
    await page.goto('/receipts')
    await expect(page.getByRole('heading', { name: 'Receipts', exact: true })).toBeVisible()
  },
  'a page that does not exist': async page => {
    await page.goto('/no/such/page')
    await expect(page.getByRole('heading').first()).toBeVisible()
  },
} as const satisfies Record<string, (page: Page) => Promise<void>>

for (const [name, open] of Object.entries(publicPages)) {
  test(`no barrier on ${name}, in either theme, and it fits a page 360 px wide`, async ({
    page,
  }) => {
    test.slow()
    await open(page)
    await expectForAll(page, name, name === 'the sign-in page' ? 'asWhole' : 'within')
  })
}

test('no barrier on the users page and what opens over it, and it fits a page 360 px wide', async ({
  page,
  workspace,
}) => {
  test.slow()
  await signIn(page, workspace)
  await expectForAll(page, 'users')

  await page.getByRole('button', { name: /^Status/ }).click()
  await expect(page.getByRole('checkbox', { name: /^Deactivated/ })).toBeVisible()
  expect(await barriersOn(page), 'a filter').toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Columns' }).click()
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await expect(columns.getByRole('checkbox').first()).toBeVisible()
  expect(await barriersOn(page), 'the columns').toEqual([])
  await page.keyboard.press('Escape')

  const menu = await openMenu(page, 'Amara Okafor')
  await expect(menu).toBeVisible()
  expect(await barriersOn(page), 'the menu of a row').toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('checkbox', { name: 'Select Amara Okafor' }).check()
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
  await expectForAll(page, 'a selection')

  await page.getByRole('grid', { name: 'Users' }).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectForAll(page, 'the shortcuts')
})

test('no barrier before an action, after it and on its receipt, and all fits a page 360 px wide', async ({
  page,
  workspace,
}) => {
  test.slow()
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Olga Owner')
  await expect(dialog.getByRole('link', { name: 'Marketing Sync' })).toBeVisible()
  await expectForAll(page, 'before')

  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toBeVisible()
  await expectForAll(page, 'after')

  await dialog.getByRole('button', { name: 'Open receipt' }).click()
  await expect(page.getByRole('heading', { name: 'Deactivate Olga Owner' })).toBeVisible()
  await expectForAll(page, 'the receipt')

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').click()
  await expect(page.getByRole('table', { name: 'Receipts' })).toBeVisible()
  await expectForAll(page, 'receipts')
})

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
