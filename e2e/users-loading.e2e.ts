import type { Page } from 'playwright/test'
import { expect, rowOf, search, signIn, signInEarly, test } from './steps'

const footer = (page: Page) => page.getByRole('status').filter({ hasText: /user/ })
const refused = (description: string) => ({
  code: 'validation-failed',
  description,
})

test('rows are there after the first page, and the footer says how far it is', async ({
  page,
  workspace,
}) => {
  await workspace.set({ users: 2340 })
  await workspace.fault({
    method: 'GET',
    path: '/users',
    query: { page: '2' },
    kind: 'slow',
    delayMs: 25_000,
  })
  await signInEarly(page, workspace)
  await expect(footer(page)).toContainText(/users so far/)
  await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(5)).toBeVisible()
  await workspace.clearFaults()
  await expect(footer(page)).toContainText(/^2,340 users, \d\d:\d\d$/)
  await expect(page.getByText('2,316 people · 12 external · 9 API users · 3 agents')).toBeVisible()
})

test('a page that fails leaves the others, says what is missing, and Retry brings it', async ({
  page,
  workspace,
}) => {
  await workspace.set({ users: 2340 })
  await workspace.fault({
    method: 'GET',
    path: '/users',
    query: { page: '2' },
    kind: 'status',
    status: 400,
    body: refused('Page 2 is not today.'),
  })
  await signIn(page, workspace)
  const notice = page.getByRole('alert').filter({ hasText: 'Missing from this list' })
  await expect(notice).toContainText('page 2')
  await expect(notice).toContainText('“Page 2 is not today.”')
  await expect(footer(page)).toContainText(/users, not all of them, \d\d:\d\d$/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/-incomplete\.csv$/)

  await workspace.clearFaults()
  await notice.getByRole('button', { name: 'Retry' }).click()
  await expect(notice).toBeHidden()
  await expect(footer(page)).toContainText(/^2,340 users, /)
  await expect(page.getByText(/^Since \d\d:\d\d: [\d,]+ that had been missing$/)).toBeVisible()
})

test('nothing could be read: words, the trace id, and Retry', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.fault({
    method: 'GET',
    path: '/users',
    kind: 'status',
    status: 400,
    body: refused('The list is closed.'),
  })
  await page.reload()
  const problem = page.getByRole('alert').filter({ hasText: 'The list is closed.' })
  await expect(problem).toContainText('awork refused')
  await expect(problem).toContainText(/trace \w{8}/)
  await workspace.clearFaults()
  await problem.getByRole('button', { name: 'Retry' }).click()
  await expect(footer(page)).toContainText(/^300 users, /)
})

test('when awork asks to wait, the page says so and goes on by itself', async ({
  page,
  workspace,
}) => {
  await workspace.set({ users: 2340 })
  await workspace.fault({
    method: 'GET',
    path: '/users',
    query: { page: '2' },
    kind: 'status',
    status: 429,
    headers: { 'ratelimit-reset': '6', 'ratelimit-remaining': '0' },
    times: 1,
  })
  await signInEarly(page, workspace)
  await expect(page.getByText(/awork asks us to wait.*going on in \d+ s/)).toBeVisible()
  await expect(footer(page)).toContainText(/^2,340 users, /, { timeout: 20_000 })
  await expect(page.getByText('awork asks us to wait')).toBeHidden()
})

test('the first page may have to wait too', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.fault({
    method: 'GET',
    path: '/users',
    kind: 'status',
    status: 429,
    headers: { 'ratelimit-reset': '6', 'ratelimit-remaining': '0' },
    times: 1,
  })
  await page.reload()
  await expect(page.getByText('awork asks us to wait')).toBeVisible()
  await expect(footer(page)).toContainText(/^300 users, /, { timeout: 20_000 })
})

test('a refresh keeps the list and shows what changed', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.change('Amara Okafor', { isDeactivated: true })
  await page.getByRole('button', { name: 'Refresh' }).click()
  const changes = page.getByRole('button', { name: /^Since \d\d:\d\d: 1 changed$/ })
  await changes.click()
  const panel = page.getByRole('dialog', { name: 'Changes' })
  await expect(panel).toContainText('Amara Okafor')
  await expect(panel).toContainText('Status: Active → Deactivated')
  await panel.getByRole('button', { name: 'Amara Okafor' }).click()
  await expect(rowOf(page, 'Amara Okafor')).toContainText('Deactivated')
  await expect(rowOf(page, 'Amara Okafor')).toContainText('Changed')
})

test('a refresh that fails leaves the list as it was and says so', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.fault({
    method: 'GET',
    path: '/users',
    kind: 'status',
    status: 400,
    body: refused('Not now.'),
  })
  await page.getByRole('button', { name: 'Refresh' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'could not be read again' })
  await expect(notice).toContainText('“Not now.”')
  await search(page, 'Amara Okafor')
  await expect(rowOf(page, 'Amara Okafor')).toBeVisible()
})
