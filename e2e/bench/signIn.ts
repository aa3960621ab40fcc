import type { Page } from 'playwright/test'

/** As the admin of the sandbox, until everybody is listed. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  const acme = page.getByRole('region', { name: 'Acme', exact: true })
  await acme.getByRole('button', { name: 'Use a token instead' }).click()
  await acme.getByRole('textbox', { name: 'Access token' }).fill('sandbox-admin-acme')
  await acme.getByRole('button', { name: 'Continue', exact: true }).click()
  await acme.getByRole('button', { name: /^Continue as/ }).click()
  await page.waitForFunction(() => window.probe.allLoaded() !== undefined, null, {
    timeout: 300_000,
  })
}
