import type { Page } from 'playwright/test'
import { choose, expect, signIn, test, type Workspace } from './steps'

const table = (page: Page) => page.getByRole('table', { name: 'API users' })
const rowOf = (page: Page, name: string) => table(page).getByRole('row').filter({ hasText: name })

async function open(page: Page, workspace: Workspace, as?: Parameters<typeof signIn>[2]) {
  await signIn(page, workspace, as)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'API users' })
    .click()
  await expect(page.getByRole('heading', { name: 'API users' })).toBeVisible()
}

test('lists API users with role, client application and creator', async ({ page, workspace }) => {
  await open(page, workspace)
  const row = rowOf(page, 'Marketing Sync')
  await expect(row).toContainText('Integration')
  await expect(row.getByRole('link', { name: 'Olga Owner' })).toBeVisible()
  await expect(rowOf(page, 'Nightly Export')).toContainText('Admin')
  await expect(rowOf(page, 'Nightly Export')).toContainText('Orphaned: Jonas Weber is archived')
  await expect(rowOf(page, 'Zapier')).toContainText('Orphaned: who created it is no longer')
  await expect(row).not.toContainText('Orphaned')
  await expect(page.getByRole('status').filter({ hasText: 'API users' })).toBeVisible()
})

test('once who created it is deactivated, an API user is marked as orphaned', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Olga Owner')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'API users' }).click()
  await expect(rowOf(page, 'Marketing Sync')).toContainText(
    'Orphaned: Olga Owner was deactivated on',
  )
  await page.getByRole('button', { name: 'Orphaned', exact: true }).first().click()
  await expect(page).toHaveURL(/is=orphaned/)
  await expect(rowOf(page, 'HR Connector')).toHaveCount(0)
  await expect(rowOf(page, 'Marketing Sync')).toBeVisible()
})

for (const as of ['manager', 'support'] as const) {
  test(`a ${as} reads which right is missing`, async ({ page, workspace }) => {
    await open(page, workspace, as)
    await expect(page.getByText('Needs workspace-manage-config: read.')).toBeVisible()
    await expect(table(page)).toHaveCount(0)
  })
}
