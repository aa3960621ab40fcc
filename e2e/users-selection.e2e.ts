import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import { expect, expectFits, rowOf, search, signIn, test } from './steps'

const grid = (page: Page) => page.getByRole('grid', { name: 'Users' })
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
const row = (page: Page, number: number) => grid(page).locator(`[aria-rowindex="${number + 1}"]`)
const nameOf = async (page: Page, number: number) =>
  (await row(page, number).getByRole('rowheader').locator('bdi').textContent()) ?? ''
const footer = (page: Page) => page.getByRole('status').filter({ hasText: /user/ })
const box = (page: Page, name: string) =>
  grid(page).getByRole('checkbox', { name: `Select ${name}`, exact: true })

test.describe('the basket', () => {
  test('survives search, filter, sort, refresh and other pages', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await search(page, 'Amara Okafor')
    await box(page, 'Amara Okafor').check()
    await search(page, 'Elif Demir')
    await box(page, 'Elif Demir').check()
    await expect(bar(page)).toContainText('2 selected, 1 not in this list')
    await grid(page).getByRole('columnheader', { name: 'E-mail' }).click()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByText(/^Since \d\d:\d\d: nothing changed/)).toBeVisible()
    await page.getByRole('link', { name: 'Receipts' }).click()
    await page.getByRole('link', { name: 'Users', exact: true }).click()
    await expect(bar(page)).toContainText('2 selected')
    await bar(page).getByRole('button', { name: 'Clear selection' }).click()
    await expect(bar(page)).toBeHidden()
  })

  test('can be reviewed, also those the list does not show', async ({ page, workspace }) => {
    await signIn(page, workspace)
    for (const name of ['Amara Okafor', 'Elif Demir', 'Jonas Weber']) {
      await search(page, name)
      await box(page, name).check()
    }
    await bar(page).getByRole('button', { name: 'Review' }).click()
    const dialog = page.getByRole('dialog', { name: '3 selected' })
    await expect(dialog).toContainText('2 of them not in this list')
    await dialog.getByRole('button', { name: 'Remove Elif Demir' }).click()
    await expect(page.getByRole('dialog', { name: '2 selected' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bar(page)).toContainText('2 selected')
    await expect(bar(page).getByRole('button', { name: 'Review' })).toBeFocused()
  })

  test('is emptied without the mouse, one by one or at once, and the focus stays at hand', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await row(page, 2).focus()
    await page.keyboard.press('Space')
    for (const _ of '123') await page.keyboard.press('Shift+ArrowDown')
    await bar(page).getByRole('button', { name: 'Review' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
    const remove = dialog.getByRole('button', { name: /^Remove / })
    const [, , next = ''] = await remove.evaluateAll(all => all.map(one => one.ariaLabel ?? ''))
    await remove.nth(1).press('Enter')
    await expect(dialog.getByRole('button', { name: next, exact: true })).toBeFocused()
    await expect(page.getByRole('tooltip')).toHaveText(next)
    await page.keyboard.press('Enter')
    await expect(remove).toHaveCount(2)
    await expect(remove.last()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(remove).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('tooltip')).toBeHidden()
    await expect(row(page, 5)).toBeFocused()

    await page.keyboard.press('Space')
    await bar(page).getByRole('button', { name: 'Clear selection' }).press('Enter')
    await expect(bar(page)).toBeHidden()
    await expect(row(page, 5)).toBeFocused()
  })

  test('shift-click takes everybody between, and gives them back', async ({ page, workspace }) => {
    await signIn(page, workspace)
    // Beside the box it is the same.
    const beside = { position: { x: 6, y: 34 } }
    await row(page, 2).getByRole('gridcell').first().click(beside)
    await row(page, 7)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('6 selected')
    await row(page, 4)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('3 selected')
    await expect(row(page, 5)).toHaveAttribute('aria-selected', 'false')

    await row(page, 9)
      .getByRole('gridcell')
      .first()
      .click({ ...beside, modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('8 selected')
    // Only rows are taken, no text.
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  })

  test('all who match are selected with one press, drawn or not', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await search(page, 'acme.example')
    await expect(footer(page)).toContainText('of 300 users match')
    const count = Number(await grid(page).getAttribute('aria-rowcount')) - 1
    expect(count).toBeGreaterThan(100)
    await row(page, 1).getByRole('checkbox').click()
    const all = grid(page).getByRole('checkbox', { name: 'Select all' })
    await expect(all).toHaveJSProperty('indeterminate', true)
    await bar(page)
      .getByRole('button', { name: `Select all ${count} matching` })
      .click()
    await expect(bar(page)).toContainText(`${count} selected`)
    await expect(all).toBeChecked()
    await all.click()
    await expect(bar(page)).toBeHidden()
  })

  test('offers the actions that are possible for somebody in it', async ({ page, workspace }) => {
    await signIn(page, workspace)
    for (const name of ['Elif Demir', 'Marek Wojciechowski']) {
      await search(page, name)
      await box(page, name).check()
    }
    const deactivate = bar(page).getByRole('button', { name: 'Deactivate…' })
    await expect(deactivate).toHaveAttribute('aria-disabled', 'true')
    await expect(deactivate).toHaveAccessibleDescription('Already deactivated, on 3 Nov 2026')
    await bar(page).getByRole('button', { name: 'Activate…', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Activate 2 users?' })).toBeVisible()
  })
})

test('who is selected is seen in high contrast too', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await page.emulateMedia({ forcedColors: 'active' })
  const checkbox = row(page, 1).getByRole('checkbox')
  await checkbox.check()
  const { check, ground } = await checkbox.evaluate(input => ({
    check: input.nextElementSibling && getComputedStyle(input.nextElementSibling).color,
    ground: getComputedStyle(input).backgroundColor,
  }))
  expect(check).not.toBe(ground)
})

test.describe('without the mouse', () => {
  test('search, go through the rows, select, act, and come back to where one was', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('mar')
    await expect(footer(page)).toContainText('of 300 users match')
    await page.keyboard.press('ArrowDown')
    await expect(row(page, 1)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(row(page, 2)).toBeFocused()
    await page.keyboard.press('Space')
    await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar(page)).toContainText('3 selected')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(bar(page)).toContainText('2 selected')
    await expect(row(page, 3)).toBeFocused()
    await bar(page).getByRole('button', { name: 'Clear selection' }).press('Enter')
    await expect(bar(page)).toBeHidden()

    await search(page, 'Amara Okafor')
    await page.keyboard.press('ArrowDown')
    await expect(rowOf(page, 'Amara Okafor')).toBeFocused()
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog', { name: 'Deactivate Amara Okafor?' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'Amara Okafor')).toBeFocused()
    await page.keyboard.press('a')
    await expect(
      page.getByText(/^Activate Amara Okafor: not possible\. Already active/),
    ).toBeVisible()
  })

  test('a row far away is drawn, scrolled to and focused; the header is one step up', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(row(page, 1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(row(page, 300)).toBeFocused()
    await expect(row(page, 300)).toBeInViewport()
    await page.keyboard.press('PageUp')
    await expect(row(page, 300)).not.toBeFocused()
    await page.keyboard.press('Home')
    await expect(row(page, 1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    const name = grid(page).getByRole('columnheader', { name: 'Name', exact: true })
    await expect(name).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(grid(page).getByRole('columnheader', { name: 'E-mail' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('separator', { name: 'Width of E-mail' })).toBeFocused()
  })

  test('inside a row the arrows go from cell to cell, up to the menu', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await search(page, 'Amara Okafor')
    await page.keyboard.press('ArrowDown')
    await expect(rowOf(page, 'Amara Okafor')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(box(page, 'Amara Okafor')).toBeFocused()
    await page.keyboard.press('End')
    const button = page.getByRole('button', { name: 'Actions for Amara Okafor' })
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    const menu = page.getByRole('menu', { name: 'Actions for Amara Okafor' })
    await expect(menu.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(rowOf(page, 'Amara Okafor')).toBeFocused()
  })

  test('Enter opens the page of the user, and going back ends in the row', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await page.getByRole('searchbox').press('ArrowDown')
    await expect(row(page, 1)).toBeFocused()
    for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press('ArrowDown')
    await expect(row(page, 41)).toBeFocused()
    await expect(row(page, 41)).toBeInViewport({ ratio: 1 })
    const name = await nameOf(page, 41)
    const grid = page.getByRole('grid', { name: 'Users' })
    const top = await grid.evaluate(element => element.scrollTop)
    expect(top).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await page.goBack()
    await expect(row(page, 41)).toBeFocused()
    await expect(row(page, 41)).toContainText(name)
    await expect.poll(() => grid.evaluate(element => element.scrollTop)).toBe(top)
  })

  test('when the focused user leaves the list, the neighbour takes over', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    await page.getByRole('button', { name: 'All users' }).click()
    await page.getByRole('menuitemradio', { name: 'Deactivated' }).click()
    await expect(footer(page)).toContainText('of 300 users match')
    await page.getByRole('searchbox').press('ArrowDown')
    await expect(row(page, 1)).toBeFocused()
    const [first, second] = [await nameOf(page, 1), await nameOf(page, 2)]
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: `Activate ${first}?` })
    await dialog.getByRole('button', { name: 'Activate', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
    await page.keyboard.press('Escape')
    await expect(rowOf(page, first)).toBeHidden()
    await expect(row(page, 1)).toContainText(second)
    await expect(row(page, 1)).toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('everything is within reach, and nothing scrolls sideways', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await expectFits(page)
    expect((await row(page, 1).boundingBox())?.height).toBe(60)

    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('checkbox', { name: /^Deactivated/ }).check()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(rowOf(page, 'Elif Demir')).toContainText('elif.demir@acme.example')
    await expect(rowOf(page, 'Amara Okafor')).toBeHidden()

    await grid(page).getByText('Elif Demir').tap()
    await expect(page.getByRole('heading', { level: 1, name: 'Elif Demir' })).toBeVisible()
    await expectFits(page)
    await page.goBack()

    await box(page, 'Elif Demir').check()
    await expect(bar(page)).toContainText('1 selected')
    await bar(page).getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Activate…', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Activate Elif Demir?' })).toBeVisible()
    await expectFits(page)
  })

  test('the bar has room for what it says of a large basket', async ({ page, workspace }) => {
    await workspace.set({ users: 1200 })
    await signIn(page, workspace)
    await row(page, 1).getByRole('checkbox').check()
    await bar(page).getByRole('button', { name: 'More actions' }).tap()
    await page.getByRole('menuitem', { name: 'Select all 1,200 matching' }).tap()
    await search(page, 'Amara Okafor')
    await expect(bar(page)).toContainText('1,199 not in this list')
    const beyond = () =>
      bar(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(await beyond()).toBe(0)
    await expect(bar(page).getByRole('button', { name: 'More actions' })).toBeInViewport({
      ratio: 1,
    })
  })

  test('views are gone to and saved from the sheet of filters', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await page.getByRole('button', { name: 'Filters' }).tap()
    const sheet = page.getByRole('dialog', { name: 'Filters' })
    await sheet.getByRole('button', { name: 'All users' }).tap()
    await expect(page.getByRole('menuitemradio', { name: 'All users' })).toBeFocused()
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('menuitemradio', { name: 'Deactivated' }).tap()
    await expect(rowOf(page, 'Elif Demir')).toBeVisible()
    await expect(rowOf(page, 'Amara Okafor')).toBeHidden()

    await sheet.getByRole('button', { name: 'Team' }).tap()
    await sheet.getByRole('checkbox', { name: /^Marketing/ }).tap()
    await sheet.getByRole('button', { name: 'All users' }).tap()
    await page.getByRole('menuitem', { name: 'Save this view…' }).tap()
    const dialog = page.getByRole('dialog', { name: 'Save this view' })
    await expect(dialog.getByRole('textbox', { name: 'Name of the view' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(sheet).toBeVisible()
    await expectFits(page)
  })

  test('Refresh stays within reach once something has changed', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await workspace.change('Amara Okafor', { position: 'Head of content' })
    const refresh = page.getByRole('button', { name: 'Refresh' })
    await refresh.tap()
    await expect(page.getByRole('button', { name: /^Since .*: 1 changed$/ })).toBeVisible()
    await expect(refresh).toBeInViewport({ ratio: 1 })
  })
})

test.describe('at 200 % zoom', () => {
  test.use({ viewport: { width: 640, height: 400 } })

  test('it is said where one is, and nothing covers what can be done', async ({
    page,
    workspace,
  }) => {
    await signIn(page, workspace)
    const connection = page.getByRole('button', { name: 'Connection: Acme' }).getByText('Acme')
    const isCut = await connection.evaluate(name => name.scrollWidth > name.clientWidth)
    expect(isCut).toBe(false)
    await row(page, 1).getByRole('checkbox').check()
    await row(page, 2).getByRole('checkbox').check()
    await expect(bar(page).getByText('2 selected')).toBeInViewport({ ratio: 1 })
    await bar(page).getByRole('button', { name: 'Deactivate…' }).click()
    await expect(page.getByRole('dialog', { name: 'Deactivate 2 users?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Receipts' }).click()
    await expect(page).toHaveURL('/receipts')
  })
})
