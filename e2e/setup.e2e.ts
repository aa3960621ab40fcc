import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import { expect, expectFits, signIn, test } from './steps'

/** The servers besides the usual one, by how far their ports are from its own: see playwright.config.ts. */
const servers = { trouble: 1, wrong: 2, missing: 3 } as const

/** An address on one of them. */
function at(server: keyof typeof servers, path: string, baseURL: string | undefined): string {
  const url = new URL(path, baseURL)
  url.port = String(Number(url.port) + servers[server])
  return url.href
}

const regionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

const unreachable = 'awork could not be reached from this page.'

async function useToken(page: Page, connection: string, token: string) {
  const card = regionOf(page, connection)
  await card.getByRole('button', { name: 'Use a token instead' }).click()
  await card.getByRole('textbox', { name: 'Access token' }).fill(token)
  await card.getByRole('button', { name: 'Continue', exact: true }).click()
}

test.describe('the set-up page', () => {
  test('needs no sign-in and says how every connection is configured', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Connect another system' }).click()
    await expect(page.getByRole('heading', { name: 'Set-up', exact: true })).toBeVisible()
    const acme = regionOf(page, 'Acme')
    await expect(acme).toContainText('acme')
    await expect(acme).toContainText('/sandbox/awork/api/v1')
    await expect(acme.getByRole('definition').last()).toHaveText('set')
    await expect(regionOf(page, 'Nordwind').getByRole('definition').last()).toHaveText('not set')
  })

  test('shows the policy that its own server sends', async ({ page, baseURL }) => {
    const answer = await page.goto(at('trouble', '/setup', baseURL))
    const sent = answer?.headers()['content-security-policy'] ?? ''
    expect(sent).toContain("connect-src 'self' http://127.0.0.1:9;")
    await expect(page.getByText(`Content-Security-Policy: ${sent}`, { exact: true })).toBeVisible()
  })

  test('finds out that an API answers, with one request and no token', async ({
    page,
    baseURL,
  }) => {
    await page.goto(at('trouble', '/setup', baseURL))
    const check = page.getByRole('button', { name: 'Check Acme' })
    await expect(check).toBeVisible()
    const asked: string[] = []
    page.on('request', request => {
      if (request.resourceType() !== 'fetch') return
      asked.push(`${request.method()} ${request.url()} ${request.headers()['authorization']}`)
    })
    await check.click()
    await expect(regionOf(page, 'Acme').getByRole('status')).toContainText(
      'It can be reached: the answer was 401.',
    )
    expect(asked).toEqual([`GET ${at('trouble', '/sandbox/awork/api/v1/me', baseURL)} undefined`])
  })

  test('finds out that nothing answers, and leads to what to do about CORS', async ({
    page,
    baseURL,
  }) => {
    await page.goto(at('trouble', '/setup', baseURL))
    await page.getByRole('button', { name: 'Check Nowhere' }).click()
    const result = regionOf(page, 'Nowhere').getByRole('alert')
    await expect(result).toContainText(unreachable)
    await expect(result).toContainText('(CORS)')
    await result.getByRole('link', { name: 'What to do about CORS' }).click()
    await expect(page.getByRole('heading', { name: /CORS/ })).toBeInViewport()
    await expect(page.getByText(/proxy_pass https:\/\/api\.awork\.com\/;/)).toBeVisible()
    await expect(result).toBeAttached()
  })

  test('gives the redirect URI and the example to copy', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.goto('/setup')
    await page.getByRole('button', { name: 'Copy the redirect URI for awork' }).click()
    await expect.poll(copied).toBe(`${baseURL}/callback`)
    await page.getByRole('button', { name: 'Copy: /config.json for awork', exact: true }).click()
    await expect.poll(copied).toContain('connections')
    expect(JSON.parse(await copied())).toMatchObject({
      connections: [{ provider: 'awork', apiUrl: 'https://api.awork.com/api/v1' }],
    })
  })
})

test.describe('an API that cannot be reached is said to be, with a link to the set-up page:', () => {
  async function expectLink(page: Page) {
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Set-up and CORS' }).click()
    const setup = await opened
    await expect(setup.getByRole('heading', { name: 'Set-up', exact: true })).toBeVisible()
  }

  test('at sign-in', async ({ page, baseURL }) => {
    test.slow()
    await page.goto(at('trouble', '/sign-in', baseURL))
    await useToken(page, 'Nowhere', 'any')
    const alert = regionOf(page, 'Nowhere').getByRole('alert')
    await expect(alert).toContainText(unreachable.slice(0, -1), { timeout: 40_000 })
    await expect(alert).toContainText('(CORS)')
    await expectLink(page)
    await expect(alert).toBeVisible()
  })

  test('where the users should be, and they come when it can be', async ({ page, workspace }) => {
    test.slow()
    await workspace.fault({ method: 'GET', path: '/users', kind: 'cut' })
    await page.goto('/sign-in')
    await useToken(page, 'Acme', workspace.token('admin'))
    await page.getByRole('button', { name: /^Continue as/ }).click()
    await expect(page.getByRole('heading', { name: unreachable })).toBeVisible({ timeout: 40_000 })
    await expectLink(page)
    await workspace.clearFaults()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(1)).toBeVisible()
  })

  test('over a list that was read before, which stays', async ({ page, workspace }) => {
    test.slow()
    await signIn(page, workspace)
    await workspace.fault({ method: 'GET', path: '/users', kind: 'cut' })
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('alert')).toContainText(unreachable, { timeout: 40_000 })
    await expectLink(page)
    await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(1)).toBeVisible()
  })
})

test('who is not led to the consent page, or comes back from it, can sign in again', async ({
  page,
  request,
  baseURL,
}) => {
  // Nothing comes, so the browser leaves the page as it is: as when it is stopped, or brings the page back as it was.
  const data = { method: 'GET', path: '/accounts/authorize', kind: 'status', status: 204, times: 1 }
  const faults = at('trouble', '/sandbox/workspaces/acme/faults', baseURL)
  await expect(await request.post(faults, { data })).toBeOK()
  await page.goto(at('trouble', '/sign-in', baseURL))
  const signIn = regionOf(page, 'Acme').getByRole('button', { name: 'Sign in with awork' })
  const answered = page.waitForResponse(answer => answer.url().includes('/accounts/authorize'))
  await signIn.click()
  expect((await answered).status()).toBe(204)
  await signIn.click()
  await expect(page.getByRole('heading', { name: 'Rollcall wants to act for you' })).toBeVisible()
})

test.describe('a config that cannot be used', () => {
  test('is said to be wrong in which field, and what that should be', async ({ page, baseURL }) => {
    await page.goto(at('wrong', '/acme/users', baseURL))
    await expect(page.getByRole('heading', { name: 'Rollcall is not set up yet' })).toBeVisible()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('connections[0].apiUrl is "api.awork.com"')
    await expect(alert).toContainText('It should be an https address')
    await expect(page.getByText('"provider": "awork"')).toBeVisible()
    await expect(page.getByText('"apiUrl": "/workfront/attask/api/v21.0"')).toBeVisible()
  })

  test('is said to be missing where it is', async ({ page, baseURL }) => {
    await page.goto(at('missing', '/', baseURL))
    await expect(page.getByRole('alert')).toContainText(
      '/config.json is not there (the server answered 404). It should be served next to this page',
    )
  })

  test('leads to the set-up page, which is there all the same', async ({ page, baseURL }) => {
    await page.goto(at('wrong', '/', baseURL))
    await page.getByRole('link', { name: 'How to set it up' }).click()
    await expect(page.getByRole('heading', { name: 'Connect awork' })).toBeVisible()
    await page.getByRole('link', { name: 'What is wrong with it' }).click()
    await expect(page.getByRole('alert')).toContainText('connections[0].apiUrl')
  })
})

const pages = {
  'the set-up page': async (page: Page, baseURL: string | undefined) => {
    await page.goto(at('trouble', '/setup', baseURL))
    for (const name of ['Acme', 'Nowhere']) {
      await page.getByRole('button', { name: `Check ${name}` }).click()
      await expect(regionOf(page, name)).toContainText('reached')
    }
  },
  'the set-up page without a config': async (page: Page, baseURL: string | undefined) => {
    await page.goto(at('wrong', '/setup', baseURL))
    await expect(page.getByText('None yet')).toBeVisible()
  },
  'the page about a wrong config': async (page: Page, baseURL: string | undefined) => {
    await page.goto(at('wrong', '/', baseURL))
    await expect(page.getByRole('alert')).toBeVisible()
  },
}

for (const [name, open] of Object.entries(pages)) {
  test(`no barrier on ${name}, in either theme, and it fits a page 360 px wide`, async ({
    page,
    baseURL,
  }) => {
    test.slow()
    await open(page, baseURL)
    expect(await barriersOn(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    await expectFits(page, 'asWhole')
  })
}

test('a browser that keeps nothing is said to, with what to do', async ({ page }) => {
  // As a browser does where cookies and site data are blocked.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  await page.goto('/sign-in')
  await expect(page.getByText('This browser lets Rollcall keep nothing')).toBeVisible()
  await expect(page.getByText(/^Allow cookies and site data/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
})
