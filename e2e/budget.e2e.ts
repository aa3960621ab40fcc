import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright/test'
import { expect, signIn, test } from './steps'

const kB = 1000

/** What a server that compresses would send. */
async function sizeOf(page: Page, urls: readonly string[]) {
  const sizes = await Promise.all(
    urls.map(async url => {
      const body = await (await page.request.get(url)).body()
      return gzipSync(body, { level: 9 }).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the sign-in page needs at most 110 kB of JavaScript', async ({ page }) => {
  const urls = new Set<string>()
  page.on('request', request => {
    if (request.resourceType() === 'script') urls.add(request.url())
  })
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const size = await sizeOf(page, [...urls])
  test.info().annotations.push({ type: 'kB gzip', description: String(size / kB) })
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(110 * kB)
})

test('the first user row needs at most 140 kB of JavaScript', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[role=rowheader]')) return
      observer.disconnect()
      performance.mark('first row')
    }).observe(document, { childList: true, subtree: true })
  })
  // Where the first answer takes longer than the page has patience for, the rest of the code is fetched beside it.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeVisible()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    const urls = await page.evaluate(() => {
      const at = performance.getEntriesByName('first row')[0]?.startTime ?? 0
      return performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime < at)
        .map(({ name }) => name)
    })
    const size = await sizeOf(page, urls)
    test.info().annotations.push({ type: 'kB gzip', description: String(size / kB) })
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(140 * kB)
  }).toPass({ timeout: 30_000 })
})

test('all JavaScript together is at most 320 kB', () => {
  const dist = new URL('../dist/assets/', import.meta.url)
  const scripts = readdirSync(dist).filter(file => file.endsWith('.js'))
  const size = scripts.reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length,
    0,
  )
  test.info().annotations.push({ type: 'kB gzip', description: String(size / kB) })
  expect(scripts.length).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(320 * kB)
})
