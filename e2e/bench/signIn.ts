import type { Page } from 'playwright/test'

const fields = { Acme: 'Access token', 'Acme Workfront': 'API key' } as const

/** As the admin of the sandbox, until everybody of Acme is listed. */
export async function signIn(page: Page): Promise<void> {
  await signInTo(page, 'Acme')
  await page.waitForFunction(() => window.probe.allLoaded() !== undefined, null, {
    timeout: 300_000,
  })
}

/** The same, until the page of its users is there. */
export async function signInTo(page: Page, connection: keyof typeof fields): Promise<void> {
  await page.goto('/sign-in')
  const card = page.getByRole('region', { name: connection, exact: true })
  await card.getByRole('button', { name: 'Use a token instead' }).click()
  await card.getByRole('textbox', { name: fields[connection] }).fill('sandbox-admin-acme')
  await card.getByRole('button', { name: 'Continue', exact: true }).click()
  await card.getByRole('button', { name: /^Continue as/ }).click()
  await page.getByRole('heading', { name: 'Users' }).waitFor()
}
