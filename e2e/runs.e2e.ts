import type { BrowserContext, Page } from 'playwright/test'
import { expect, type Fault, search, signIn, signInTo, test, type Workspace } from './steps'

const table = (page: Page, name: string) => page.getByRole('table', { name })
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })

/** Selects them and begins to deactivate them. */
async function begin(page: Page, names: readonly string[]) {
  for (const name of names) {
    await search(page, name)
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  }
  await selection(page)
    .getByRole('button', { name: /^Deactivate/ })
    .click()
  const dialog = page.getByRole('dialog')
  // Its reads would end with it, and those of the run are counted from theirs.
  await expect(dialog).toContainText('selected and read again at')
  await dialog.getByRole('button', { name: `Deactivate ${names.length} users` }).click()
  return dialog
}

const hold = { kind: 'slow', delayMs: 15_000, times: 1 } as const
const read = { ...hold, method: 'GET', path: '/users/:id' } as const
const write = { ...hold, method: 'POST', path: '/users/:id/deactivate' } as const

/** What holds a run up at each of its steps, and what is known of the user by then. */
const steps: readonly {
  readonly name: string
  readonly fault: Fault
  readonly log: readonly string[]
}[] = [
  {
    name: 'reading before the write',
    // The first read is the dialog's.
    fault: { ...read, skip: 1 },
    log: ['read', 'read'],
  },
  {
    name: 'sending the write',
    fault: write,
    log: ['read', 'read', 'write:deactivate'],
  },
  {
    name: 'waiting for its answer',
    fault: { ...write, kind: 'late' },
    log: ['read', 'read', 'write:deactivate'],
  },
  {
    name: 'reading after it',
    fault: { ...read, skip: 2 },
    log: ['read', 'read', 'write:deactivate', 'read'],
  },
]

async function resumeIn(context: BrowserContext, workspace: Workspace) {
  const page = await context.newPage()
  await signInTo(page, '/receipts', workspace)
  const kept = table(page, 'Receipts').getByRole('row').nth(1)
  await expect(kept).toContainText('Interrupted')
  await kept.getByRole('link').first().click()
  await page.getByRole('button', { name: 'Resume' }).click()
  return page
}

for (const { name, fault, log } of steps)
  test(`a run whose page is killed while ${name} is resumed from its receipt`, async ({
    page,
    context,
    workspace,
  }) => {
    test.slow()
    const names = ['Amara Okafor', 'Elif Demir'] as const
    const [held, other] = names
    await workspace.change(other, { isDeactivated: false })
    await workspace.fault({ ...fault, userId: await workspace.idOf(held) })
    await signIn(page, workspace)
    await begin(page, names)
    await expect.poll(async () => (await workspace.truth(held)).log).toEqual(log)
    await page.close()

    const next = await resumeIn(context, workspace)
    const verdicts = next.getByRole('dialog').getByRole('table', { name: 'Verdicts' })
    await expect(verdicts.getByText('Done', { exact: true })).toHaveCount(names.length, {
      timeout: 30_000,
    })
    for (const one of names) {
      const truth = await workspace.truth(one)
      expect(truth.user.isDeactivated).toBe(true)
      expect(truth.log.join(' ')).not.toContain('write:deactivate write:deactivate')
    }
  })

test('a run that goes on is seen on every page, held on to, and no other tab’s', async ({
  page,
  context,
  workspace,
}) => {
  test.slow()
  await signIn(page, workspace)
  // Less than the app waits for an answer; it goes on when this test has seen everything.
  await workspace.fault({ ...write, delayMs: 25_000, times: 100 })
  const dialog = await begin(page, ['Amara Okafor', 'Dagmar Petersen', 'Marta Kowalczyk'])
  await expect(dialog.getByRole('progressbar', { name: 'Progress' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Receipts' }).first().click()
  await expect(page.getByRole('button', { name: 'Deactivating 3 users' })).toBeVisible()

  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const leaving = await asked
  expect(leaving.type()).toBe('beforeunload')
  await leaving.dismiss()

  const other = await context.newPage()
  await other.goto('/receipts')
  await table(other, 'Receipts').getByRole('link').first().click()
  await expect(other.getByText('This run is under way in another tab.')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Resume' })).toHaveCount(0)
  await workspace.clearFaults()
  await expect(page.getByText('3 users deactivated').first()).toBeVisible({ timeout: 30_000 })
})

test('who failed and who is unknown stay selected, and are read again first', async ({
  page,
  workspace,
}) => {
  test.slow()
  const [amara, dagmar, marta] = ['Amara Okafor', 'Dagmar Petersen', 'Marta Kowalczyk'] as const
  await signIn(page, workspace)
  await workspace.fault({
    ...write,
    kind: 'status',
    status: 400,
    body: { code: 'invalid-operation', description: 'Not today.' },
    userId: await workspace.idOf(marta),
  })
  const id = await workspace.idOf(dagmar)
  await workspace.fault({ ...write, kind: 'lost', userId: id })
  await workspace.fault({ ...read, kind: 'status', status: 403, times: 100, skip: 2, userId: id })
  const dialog = await begin(page, [amara, dagmar, marta])
  const rowOf = (name: string) => table(page, 'Verdicts').getByRole('row').filter({ hasText: name })
  await expect(rowOf(amara)).toContainText('Done', { timeout: 30_000 })
  await expect(rowOf(marta)).toContainText('Failed')
  await expect(rowOf(dagmar)).toContainText('Unknown')
  await workspace.clearFaults()
  await dialog.getByRole('button', { name: 'Retry failed' }).click()
  await expect(dialog).toHaveAccessibleName(`Deactivate ${marta}?`)
  await expect(dialog).toContainText('2 selected and read again at')
  await expect(table(page, 'Stay as they are')).toContainText(dagmar)
  await page.keyboard.press('Escape')
  await expect(selection(page)).toContainText('2 selected')

  await selection(page)
    .getByRole('button', { name: /^Deactivate/ })
    .click()
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(table(page, 'Verdicts').getByRole('row').filter({ hasText: marta })).toContainText(
    'Done',
  )
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(selection(page)).toBeHidden()
  expect((await workspace.truth(dagmar)).writes).toBe(1)
})

test('an old receipt is undone for chosen people, if they are still as it left them', async ({
  page,
  workspace,
}) => {
  const people = ['Amara Okafor', 'Dagmar Petersen', 'Marta Kowalczyk'] as const
  const [amara, dagmar, marta] = people
  for (const name of [amara, dagmar]) await workspace.change(name, { isDeactivated: true })
  await signIn(page, workspace)
  const items = people.map(async name => ({
    connection: 'acme',
    userId: await workspace.idOf(name),
    name,
    email: null,
    before: 'active',
    after: 'deactivated',
    verdict: 'done',
    verifiedAt: '2026-01-07T14:07:08.000Z',
    forecast: null,
    summary: null,
    reason: null,
    failure: null,
  }))
  const receipt = {
    format: 'rollcall-receipt/1',
    id: 'old',
    action: 'deactivate',
    reason: 'HR-1188',
    operator: { acme: { id: 'ada', name: 'Ada Lindqvist' } },
    connections: { acme: { name: 'Acme', provider: 'awork' } },
    startedAt: '2026-01-07T14:07:06.000Z',
    endedAt: '2026-01-07T14:07:18.000Z',
    items: await Promise.all(items),
  }
  await page.goto('/receipts')
  await page.getByLabel('Receipt files').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(receipt)),
  })
  await table(page, 'Receipts').getByRole('link').first().click()
  for (const name of [amara, marta])
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
  await page.getByRole('button', { name: 'Undo for 2 users…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(table(page, 'Stay as they are')).toContainText(marta)
  await expect(dialog.getByText(/e-mail/).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  expect((await workspace.truth(amara)).user.isDeactivated).toBe(false)
  expect((await workspace.truth(dagmar)).user.isDeactivated).toBe(true)
})
