import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import { expect, expectFits, rowOf, search, signIn, signInToWorkfront, test } from './steps'

const field = (page: Page) => page.getByRole('combobox', { name: 'Find a command' })
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })
/** The one that Enter would choose. */
const chosen = (page: Page) => page.getByRole('option', { selected: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Commands' })

async function open(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(text)
}

test('who is named is acted on with the keys alone, from wherever one is', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  await page.goto('/receipts')
  await expect(page.getByRole('heading', { name: 'No receipts yet' })).toBeVisible()
  await open(page, 'deactivate olga.owner@acme.example')
  await expect(chosen(page)).toHaveAccessibleName(/^Deactivate… Olga Owner/)
  await expect(dialog(page).getByRole('status')).toHaveText('1 command')
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: 'Deactivate Olga Owner?' })
  await asked.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  expect((await workspace.truth('Olga Owner')).user.isDeactivated).toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await open(page, 'owner olga')
  await expect(option(page, /^Open Olga Owner/)).toHaveAttribute('aria-selected', 'true')
  await expect(option(page, /^Deactivate… Olga/)).toHaveAttribute('aria-disabled', 'true')
  await expect(option(page, /^Deactivate… Olga/)).toHaveAccessibleDescription(
    /^Already deactivated/,
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Olga Owner' })).toBeVisible()
  // Whoever is open need not be named.
  await open(page, 'activ')
  await expect(chosen(page)).toHaveAccessibleName(/^Activate… Olga Owner/)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

test('acts on the selection, the focused row and another connection that is named, and says why not', async ({
  page,
  workspace,
}) => {
  await signInToWorkfront(page, workspace)
  await signIn(page, workspace)
  await open(page, 'deactivate')
  await expect(chosen(page)).toHaveAccessibleDescription(
    'Go on with a name or an e-mail, or select users first',
  )
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.type(' marta acme workfront')
  await expect(chosen(page)).toHaveAccessibleName(/^Deactivate… Marta Kowalczyk .*Acme Workfront$/)
  await page.keyboard.press('Enter')
  const elsewhere = page.getByRole('dialog', { name: 'Deactivate Marta Kowalczyk?' })
  await expect(elsewhere).toContainText('Acme Workfront')
  await page.keyboard.press('Escape')
  await expect(elsewhere).toBeHidden()

  // Of two systems it is said which, and where it can be done comes first.
  await open(page, 'deactivate elif acme')
  await expect(chosen(page)).toHaveAccessibleName(/^Deactivate… Elif Demir .* Acme Workfront$/)
  await expect(option(page, /^Deactivate… Elif Demir .* · Acme Already deactivated/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()

  await search(page, 'Marek')
  await page.keyboard.press('ArrowDown')
  await expect(rowOf(page, 'Marek Wojciechowski')).toBeFocused()
  await open(page, '')
  await expect(page.getByRole('group', { name: 'Marek Wojciechowski' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(rowOf(page, 'Marek Wojciechowski')).toBeFocused()

  for (const name of ['Amara Okafor', 'Henrik Dahl']) {
    await search(page, name)
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  }
  await open(page, 'archive sel')
  await expect(chosen(page)).toHaveAccessibleName(/^Archive… 2 selected users/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Archive 2 users?' })).toBeVisible()
})

test('goes to pages and connections, sets the theme, signs out, and finds nothing where there is nothing', async ({
  page,
  workspace,
}) => {
  test.slow()
  await signIn(page, workspace)
  await open(page, 'dark')
  await expect(chosen(page)).toHaveAccessibleName('Theme: dark')
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(dialog(page)).toBeHidden()

  await open(page, '')
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('ArrowUp')
  await expect(chosen(page)).toHaveAccessibleName(/^Sign out of Acme/)
  await page.keyboard.type('zzzz')
  await expect(option(page, /./)).toHaveCount(0)
  await expect(dialog(page).getByRole('status')).toContainText('Nothing found')
  await page.keyboard.press('Control+k')
  await expect(dialog(page)).toBeHidden()

  await page.getByRole('button', { name: 'Commands' }).click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('receipts')
  await expect(chosen(page)).toHaveAccessibleName(/Receipts/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/receipts')
  await expect(dialog(page)).toBeHidden()
  await open(page, 'nordwind')
  await expect(chosen(page)).toHaveAccessibleName(/^Sign in to Nordwind/)
  await field(page).fill('sign out')
  await expect(chosen(page)).toHaveAccessibleName(/^Sign out of Acme/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Not signed in' })).toBeVisible()
})

test('shows a view that is named', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await open(page, 'admins')
  await expect(chosen(page)).toHaveAccessibleName(/^View Admins/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Admins', exact: true })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the commands are in the menu', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await page.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('button', { name: 'Commands' }).tap()
    await field(page).fill('archive amara')
    await option(page, /^Archive… Amara Okafor/).tap()
    await expect(page.getByRole('dialog', { name: 'Archive Amara Okafor?' })).toBeVisible()
    await expectFits(page)
  })
})
