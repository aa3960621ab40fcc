import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { choose, expect, signIn, signInTo, test, type Workspace } from './steps'

/** A run of which nobody knows what came of it. */
async function unknownReceipt(workspace: Workspace, id: string) {
  return {
    format: 'rollcall-receipt/1',
    id,
    action: 'deactivate',
    reason: 'HR-1188',
    operator: { acme: { id: 'ada', name: 'Ada Lindqvist' } },
    connections: { acme: { name: 'Acme', provider: 'awork', notHandled: ['Open tasks stay.'] } },
    startedAt: '2026-11-20T14:07:06.000Z',
    endedAt: '2026-11-20T14:07:18.000Z',
    items: [
      {
        connection: 'acme',
        userId: await workspace.idOf('Elif Demir'),
        name: 'Elif Demir',
        email: null,
        before: 'active',
        after: null,
        verdict: 'unknown',
        verifiedAt: null,
        forecast: null,
        summary: null,
        reason: 'The answer was lost, and the user could not be read since',
        failure: null,
      },
    ],
  }
}

const fileOf = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})
const choosing = (page: Page) => page.getByLabel('Receipt files')
const rows = (page: Page) => page.getByRole('table', { name: 'Receipts' }).getByRole('row')

test('receipts leave this browser as one file, go, and come back', async ({ page, workspace }) => {
  await page.goto('/receipts')
  const several = [
    await unknownReceipt(workspace, 'one'),
    await unknownReceipt(workspace, 'two'),
  ] as const
  await choosing(page).setInputFiles(fileOf('several.json', several))
  await expect(page.getByRole('main').getByText('2 receipts imported.')).toBeVisible()
  await expect(rows(page)).toHaveCount(3)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export JSON' }).click()
  const exported = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  expect(exported).toHaveLength(2)
  expect(exported).toEqual(expect.arrayContaining([...several]))

  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 2 receipts?' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Delete…' }).click()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No receipts yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete…' })).toHaveAccessibleDescription(
    'No receipt is listed',
  )

  const dropped = await page.evaluateHandle(text => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'all.json', { type: 'application/json' }))
    return transfer
  }, JSON.stringify(exported))
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(rows(page)).toHaveCount(3)
})

test('what cannot be imported is named, and what is here already is left alone', async ({
  page,
  workspace,
}) => {
  await page.goto('/receipts')
  const one = await unknownReceipt(workspace, 'one')
  await choosing(page).setInputFiles(fileOf('one.json', one))
  await expect(rows(page)).toHaveCount(2)
  const main = page.getByRole('main')
  await choosing(page).setInputFiles([
    fileOf('one.json', { ...one, reason: 'Another' }),
    fileOf('odd.json', [{ ...one, id: 'odd', action: 'explode' }]),
    fileOf('notes.txt', 'Dear diary'),
  ])
  await expect(main.getByText('0 receipts imported. 1 receipt is here already.')).toBeVisible()
  await expect(main.getByText('odd.json: [0].action should be one of activate,')).toBeVisible()
  await expect(main.getByText('notes.txt: This is not JSON')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).nth(1)).toContainText('HR-1188')
})

test('a receipt reads again who is unknown, and says what was left to somebody', async ({
  page,
  workspace,
}) => {
  await page.goto('/receipts')
  await choosing(page).setInputFiles(fileOf('one.json', await unknownReceipt(workspace, 'one')))
  await rows(page).getByRole('link').click()
  const again = page.getByRole('button', { name: 'Read unknown again' })
  await expect(again).toHaveAccessibleDescription('Sign in to Acme first')
  await expect(page.getByRole('heading', { name: 'Not handled by this' })).toBeVisible()
  await expect(page.getByText('Open tasks stay.')).toBeVisible()

  await signInTo(page, '/receipts/one', workspace)
  await again.click()
  const verdicts = page.getByRole('table', { name: 'Verdicts' })
  await expect(verdicts.getByRole('row').nth(1)).toContainText(/Done.*Active.*Deactivated/)
  await expect(again).toHaveAccessibleDescription('Nobody is unknown')
  await page.reload()
  await expect(verdicts).toContainText('Done')

  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this receipt?' })
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page).toHaveURL(/\/receipts$/)
  await expect(page.getByRole('heading', { name: 'No receipts yet' })).toBeVisible()
})

test('Enter before the user has been read again says why nothing happens', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  await workspace.fault({ method: 'GET', path: '/users/:id', kind: 'slow', delayMs: 25_000 })
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).press('Enter')
  await expect(page.locator('dialog > [aria-live=polite]')).toHaveText(
    'The user is being read again',
  )
  await workspace.clearFaults()
  await expect(dialog.getByRole('button', { name: 'Deactivate', exact: true })).toBeEnabled()
  expect((await workspace.truth('Amara Okafor')).user.isDeactivated).toBe(false)
})
