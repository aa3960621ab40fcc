import type { Page } from 'playwright/test'
import { choose, expect, expectStatus, rowOf, search, signIn, test } from './steps'

const name = 'Amara Okafor'
const notice = (page: Page) => page.getByText(/^1 user is active again although a receipt/)

async function deactivate(page: Page) {
  const dialog = await choose(page, 'Deactivate', name)
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-1204')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
}

test('whom a receipt says was deactivated is flagged when somebody else lets them in again', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  await deactivate(page)
  await page.keyboard.press('Escape')
  await expectStatus(page, name, 'Deactivated')
  await expect(notice(page)).toBeHidden()

  await workspace.change(name, { isDeactivated: false })
  await page.reload()
  await expect(notice(page)).toBeVisible()
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row')).toHaveCount(2)
  await expect(rowOf(page, name)).toBeFocused()
  await expect(rowOf(page, name).getByRole('rowheader')).toContainText(
    'Back: Deactivated by a receipt, active again',
  )
  // It is part of the address, and so of a link that is sent.
  await page.reload()
  await expect(rowOf(page, name)).toBeVisible()

  await page.keyboard.press('Tab')
  await page.getByRole('link', { name }).click()
  const said = page.getByText(/^Deactivated by a run on .* \(HR-1204\), and active again\.$/)
  await expect(said).toBeVisible()
  await said.getByRole('link').click()
  await expect(page.getByText(/was deactivated by this run and is active again/)).toBeVisible()
  const line = page
    .getByRole('table', { name: 'Verdicts' })
    .getByRole('row')
    .filter({ hasText: name })
  await expect(line).toContainText('Active again')
})

test('who was let in by a run of ours is not flagged', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await deactivate(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Undo…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Receipts' }).click()
  await page.getByRole('table', { name: 'Receipts' }).getByRole('link').last().click()
  await expect(page.getByRole('heading', { name: `Deactivate ${name}` })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Verdicts' })).toBeVisible()
  await expect(page.getByText(/by this run and is/)).toBeHidden()

  await page.goBack()
  await page.goBack()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await search(page, name)
  await expectStatus(page, name, 'Active')
  await expect(rowOf(page, name)).not.toContainText('Back')
  await expect(notice(page)).toBeHidden()
})

test('says when the receipts cannot be read, so that nobody takes silence for calm', async ({
  page,
  workspace,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not allowed', 'SecurityError')
    }
  })
  await signIn(page, workspace)
  await expect(
    page.getByText(/^The receipts could not be read, so nobody is flagged/),
  ).toBeVisible()
})
