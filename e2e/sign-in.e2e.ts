import type { Page } from 'playwright/test'
import {
  choose,
  closeAsBrowser,
  expect,
  expectListRead,
  search,
  signIn,
  test,
  type Workspace,
} from './steps'

const cardOf = (page: Page, connection = 'Acme') =>
  page.getByRole('region', { name: connection, exact: true })

/** Presses “Sign in with awork” and comes to the consent page. */
async function askConsent(page: Page, connection = 'Acme') {
  await cardOf(page, connection).getByRole('button', { name: 'Sign in with awork' }).click()
  await expect(page.getByRole('heading', { name: 'Rollcall wants to act for you' })).toBeVisible()
}

async function consent(page: Page, workspace: Workspace, who = 'Ada Lindqvist') {
  await page.getByRole('radio', { name: who }).check()
  await page.getByRole('textbox', { name: 'Workspace' }).fill(workspace.name)
  await page.getByRole('button', { name: 'Allow' }).click()
}

async function signInWithOAuth(page: Page, workspace: Workspace, who?: string) {
  await page.goto('/sign-in')
  await askConsent(page)
  await consent(page, workspace, who)
  await expectUsers(page)
  await expectListRead(page)
}

async function expectUsers(page: Page) {
  const firstRow = page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(1)
  // The app begins here, with all its code: on a slow machine that takes longer than anything it does then.
  await expect(firstRow).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible()
}

/** Has the page ask awork for something, unless it has done so by itself and already says what came of it. */
async function readAgain(page: Page) {
  const refresh = page.getByRole('button', { name: 'Refresh' })
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(refresh.or(dialog).first()).toBeVisible()
  if (await dialog.isHidden()) await refresh.click({ timeout: 2_000 }).catch(() => undefined)
}

async function expectProblem(page: Page, words: string | RegExp) {
  await expect(page.getByRole('heading', { name: 'Not signed in' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(words)
  expect(new URL(page.url()).search).toBe('')
}

/** How often the page has asked for tokens. */
function tokenRequests(...pages: readonly Page[]) {
  const asked: string[] = []
  for (const page of pages) {
    page.on('request', request => {
      if (request.url().endsWith('/accounts/token')) asked.push(request.url())
    })
  }
  return asked
}

/** What the browser's “Duplicate tab” does: a tab that starts with a copy of this one's storage. */
async function duplicate(page: Page) {
  const opened = page.waitForEvent('popup')
  await page.evaluate(() => void window.open(window.location.href))
  return await opened
}

const keptTokens = (page: Page) =>
  page.evaluate(() =>
    Object.entries({ ...sessionStorage, ...localStorage }).filter(([, value]) =>
      /access|eyJ|sandbox-/.test(value),
    ),
  )

for (const [who, isAdmin] of [
  ['Ada Lindqvist', true],
  ['Ben Okoro', false],
  ['Cleo Marchetti', false],
] as const) {
  test(`${who} signs in with awork and sees the users`, async ({ page, workspace }) => {
    await signInWithOAuth(page, workspace, who)
    expect(new URL(page.url()).pathname).toBe('/acme/users')
    await page.getByRole('button', { name: 'Menu' }).click()
    const menu = page.getByRole('dialog', { name: 'Menu' })
    await expect(menu).toContainText(who)
    await expect(menu.getByText('admin')).toHaveCount(isAdmin ? 1 : 0)
  })
}

test.describe('a sign-in that fails ends in words and a way on:', () => {
  test('consent denied', async ({ page, workspace }) => {
    await page.goto('/sign-in')
    await askConsent(page)
    await page.getByRole('button', { name: 'Deny' }).click()
    await expectProblem(page, 'The consent was declined at awork')
    await page.getByRole('button', { name: 'Try again' }).click()
    await consent(page, workspace)
    await expectUsers(page)
  })

  test('a state that nobody gave out', async ({ page }) => {
    await page.goto('/callback?code=stolen&state=made-up')
    await expectProblem(page, 'This answer belongs to another sign-in')
    await page.getByRole('link', { name: 'Back to sign-in' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  test('no state at all', async ({ page }) => {
    await page.goto('/callback?code=stolen')
    await expectProblem(page, 'This answer belongs to no sign-in')
  })

  test('an answer that was used before', async ({ page, workspace }) => {
    const answers: string[] = []
    page.on('request', request => {
      if (request.isNavigationRequest() && request.url().includes('/callback?'))
        answers.push(request.url())
    })
    await signInWithOAuth(page, workspace)
    await page.goto(answers[0] ?? '')
    await expectProblem(page, 'This answer was used before')
    await page.reload()
    await expectProblem(page, 'There is nothing to finish here')
    await page.goto('/')
    await expectUsers(page)
  })

  test('a code that has expired', async ({ page, workspace }) => {
    await workspace.fault({
      method: 'POST',
      path: '/accounts/token',
      kind: 'status',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'The code has expired.' },
      times: 1,
    })
    await page.goto('/sign-in')
    await askConsent(page)
    await consent(page, workspace)
    await expectProblem(page, 'The sign-in took too long')
    await page.getByRole('button', { name: 'Try again' }).click()
    await consent(page, workspace)
    await expectUsers(page)
  })

  for (const [name, fault, words] of [
    ['a page', { kind: 'html' }, 'gave an answer that makes no sense'],
    ['nonsense', { kind: 'nonsense' }, 'gave an answer that makes no sense'],
    ['empty', { kind: 'status', status: 204 }, 'gave an answer that makes no sense'],
    ['cut', { kind: 'cut' }, 'could not be reached from this page'],
  ] as const) {
    test(`a token endpoint whose answer is ${name}`, async ({ page, workspace }) => {
      await workspace.fault({ method: 'POST', path: '/accounts/token', times: 1, ...fault })
      await page.goto('/sign-in')
      await askConsent(page)
      await consent(page, workspace)
      await expectProblem(page, words)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    })
  }

  test('a token endpoint that refuses in the words of awork’s API', async ({ page, workspace }) => {
    await workspace.fault({
      method: 'POST',
      path: '/accounts/token',
      kind: 'status',
      status: 400,
      body: { code: 'invalid-operation', description: 'Not from this network.', link: '' },
      times: 1,
    })
    await page.goto('/sign-in')
    await askConsent(page)
    await consent(page, workspace)
    await expectProblem(page, 'awork says: “Not from this network.”')
    await expect(page.getByRole('button', { name: 'Copy trace id' })).toBeVisible()
    await expect(page.getByRole('link', { name: /Set-up and CORS/ })).toBeVisible()
  })

  test('a token endpoint that takes its time says so on the page meanwhile', async ({
    page,
    workspace,
  }) => {
    await workspace.fault({
      method: 'POST',
      path: '/accounts/token',
      kind: 'slow',
      delayMs: 25_000,
      times: 1,
    })
    await page.goto('/sign-in')
    await askConsent(page)
    await consent(page, workspace)
    await expect(page.getByRole('status').filter({ hasText: 'Signing you in' })).toBeVisible()
    await workspace.clearFaults()
    await expectUsers(page)
  })

  test('a token that nobody accepts', async ({ page, workspace }) => {
    await page.goto('/sign-in')
    const acme = cardOf(page)
    await acme.getByRole('button', { name: 'Use a token instead' }).click()
    await acme.getByRole('textbox', { name: 'Access token' }).fill('mistyped')
    await acme.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(acme.getByRole('alert')).toContainText('awork does not accept this token')
    await acme.getByRole('textbox', { name: 'Access token' }).fill(workspace.token('admin'))
    await acme.getByRole('button', { name: 'Continue', exact: true }).click()
    await acme.getByRole('button', { name: 'Continue as Ada Lindqvist' }).click()
    await expectUsers(page)
  })
})

test('a connection without a client id registers one, and keeps it', async ({
  page,
  workspace,
}) => {
  const clientId = () => new URL(page.url()).searchParams.get('client_id')
  await page.goto('/sign-in')
  await askConsent(page, 'Nordwind')
  const registered = clientId()
  expect(registered).toMatch(/^dcr_/)
  await consent(page, workspace)
  await expectUsers(page)
  expect(new URL(page.url()).pathname).toBe('/nordwind/users')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await askConsent(page, 'Nordwind')
  expect(clientId()).toBe(registered)
})

test('a pasted token says whose it is before going on', async ({ page, workspace }) => {
  await page.goto('/sign-in')
  const acme = cardOf(page)
  await acme.getByRole('button', { name: 'Use a token instead' }).click()
  await acme.getByRole('textbox', { name: 'Access token' }).fill(workspace.token('manager'))
  await page.keyboard.press('Enter')
  await expect(acme).toContainText('Ben Okoro')
  await expect(acme.getByRole('button', { name: 'Continue as Ben Okoro' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectUsers(page)
})

test('an API key says that the API user will be recorded', async ({ page, workspace }) => {
  await page.goto('/sign-in')
  const acme = cardOf(page)
  await acme.getByRole('button', { name: 'Use a token instead' }).click()
  await acme.getByRole('textbox', { name: 'Access token' }).fill(workspace.token('apikey'))
  await acme.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(acme).toContainText(
    /will be recorded in awork as done by the API user .+, not by you/,
  )
  await expect(acme.getByRole('button', { name: /^Continue as/ })).toBeVisible()
})

test('two connections are signed in at once, and one is left without the other', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  await page.getByRole('button', { name: 'Connection: Acme' }).click()
  await page.getByRole('link', { name: /Nordwind/ }).click()
  await askConsent(page, 'Nordwind')
  await consent(page, workspace, 'Ben Okoro')
  await expectUsers(page)
  await page.getByRole('button', { name: 'Connection: Nordwind' }).click()
  await expect(page.getByRole('link', { name: 'Nordwind Ben Okoro' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Acme Ada Lindqvist' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out of Nordwind' }).click()
  await expect(page.getByText('Signed out of Nordwind.')).toBeVisible()
  await cardOf(page).getByRole('link', { name: 'Open' }).click()
  await expectUsers(page)
  await expect(page.getByRole('button', { name: 'Connection: Acme' })).toBeVisible()
})

test('signing out everywhere leaves nobody signed in', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await page.goto('/sign-in')
  await askConsent(page, 'Nordwind')
  await consent(page, workspace)
  await expectUsers(page)
  await page.getByRole('button', { name: 'Connection: Nordwind' }).click()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('Signed out of Acme.')).toBeVisible()
  await expect(page.getByText('Signed out of Nordwind.')).toBeVisible()
  expect(await keptTokens(page)).toEqual([])
})

test('signing in leads to where one was going', async ({ page, workspace }) => {
  await page.goto('/acme/users?status=deactivated')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await askConsent(page)
  await consent(page, workspace)
  await expectUsers(page)
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
    '/acme/users?status=deactivated',
  )
})

test('a return address of somebody else’s leads nowhere', async ({ page, workspace }) => {
  await page.goto('/sign-in?to=//evil.example/acme')
  await askConsent(page)
  await consent(page, workspace)
  await expectUsers(page)
  expect(new URL(page.url()).pathname).toBe('/acme/users')
})

test('neither a code nor a token stays in the address or beyond the tab', async ({
  page,
  workspace,
  context,
}) => {
  await signInWithOAuth(page, workspace)
  expect(page.url()).not.toMatch(/code|state|token/)
  await page.goBack()
  expect(page.url()).not.toContain('code=')
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await keptTokens(other)).toEqual([])
})

test('a reload needs no new sign-in', async ({ page, workspace }) => {
  await signInWithOAuth(page, workspace)
  const asked = tokenRequests(page)
  await page.reload()
  await expectUsers(page)
  expect(asked).toEqual([])
})

test('an expired token is renewed unseen, once for all who need it', async ({
  page,
  workspace,
}) => {
  await signInWithOAuth(page, workspace)
  const asked = tokenRequests(page)
  await workspace.expireTokens()
  await page.reload()
  await expectUsers(page)
  await expectListRead(page)
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(asked).toHaveLength(1)
})

test('duplicated tabs renew once, and both go on', async ({ page, workspace }) => {
  await signInWithOAuth(page, workspace)
  const copy = await duplicate(page)
  await expectUsers(copy)
  await expectListRead(copy)
  const asked = tokenRequests(page, copy)
  for (const count of [1, 2]) {
    await workspace.expireTokens()
    await Promise.all([readAgain(page), readAgain(copy)])
    await expect.poll(() => asked).toHaveLength(count)
    await Promise.all([page.reload(), copy.reload()])
    await Promise.all([expectUsers(page), expectUsers(copy)])
    await Promise.all([expectListRead(page), expectListRead(copy)])
    expect(asked).toHaveLength(count)
  }
})

test('signing out in one tab ends its duplicate', async ({ page, workspace }) => {
  await signInWithOAuth(page, workspace)
  const copy = await duplicate(page)
  await expectUsers(copy)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(copy.getByText('Signed out of Acme, in another tab.')).toBeVisible()
  expect(await keptTokens(copy)).toEqual([])
})

test.describe('a session that cannot be renewed', () => {
  test('is signed in again over the page, which stays as it is', async ({ page, workspace }) => {
    await signInWithOAuth(page, workspace)
    await search(page, 'Olga')
    await workspace.expireTokens({ refreshToo: true })
    await readAgain(page)
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await expect(dialog).toContainText('Ada Lindqvist')
    await closeAsBrowser(dialog)
    await expect(dialog).toContainText('Ada Lindqvist')

    const opened = page.waitForEvent('popup')
    await dialog.getByRole('button', { name: 'Sign in with awork' }).click()
    const popup = await opened
    await consent(popup, workspace)
    await expect(dialog).toBeHidden()
    await expect.poll(() => popup.isClosed()).toBe(true)
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toHaveValue('Olga')
    await expect(page.getByRole('grid').getByText('Olga Owner')).toBeVisible()
    await page.reload()
    await expectUsers(page)
  })

  test('is signed in again over an action that is under way, which then goes on', async ({
    page,
    workspace,
  }) => {
    await signInWithOAuth(page, workspace)
    const action = await choose(page, 'Deactivate', 'Amara Okafor')
    const deactivate = action.getByRole('button', { name: 'Deactivate', exact: true })
    await expect(deactivate).toBeEnabled()
    // A read that is still on its way would ask to sign in before the button is pressed.
    await expect(action).toContainText('Read again at')
    await expect(action.getByText('reading', { exact: true })).toHaveCount(0)
    await workspace.expireTokens({ refreshToo: true })
    await deactivate.click()
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    const opened = page.waitForEvent('popup')
    await dialog.getByRole('button', { name: 'Sign in with awork' }).click()
    await consent(await opened, workspace)
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
    expect((await workspace.truth('Amara Okafor')).writes).toBe(1)
  })

  test('refuses somebody else, and lets the operator sign out', async ({ page, workspace }) => {
    await signInWithOAuth(page, workspace)
    await workspace.expireTokens({ refreshToo: true })
    await readAgain(page)
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    const opened = page.waitForEvent('popup')
    await dialog.getByRole('button', { name: 'Sign in with awork' }).click()
    await consent(await opened, workspace, 'Ben Okoro')
    await expect(dialog.getByRole('alert')).toContainText(
      'You signed in as Ben Okoro, but this page was opened by Ada Lindqvist',
    )
    await page.keyboard.press('Escape')
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  test('takes a pasted token too', async ({ page, workspace }) => {
    await signInWithOAuth(page, workspace)
    await workspace.expireTokens({ refreshToo: true })
    await readAgain(page)
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await dialog.getByRole('button', { name: 'Use a token instead' }).click()
    await dialog.getByRole('textbox', { name: 'Access token' }).fill(workspace.token('admin'))
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  })

  test('because awork cannot be reached is renewed when it can', async ({ page, workspace }) => {
    test.slow()
    await signInWithOAuth(page, workspace)
    await workspace.expireTokens()
    await workspace.fault({ method: 'POST', path: '/accounts/token', kind: 'cut' })
    await page.reload()
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await expect(dialog).toContainText('awork could not be reached', { timeout: 40_000 })
    await workspace.clearFaults()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog).toBeHidden()
    await expectUsers(page)
  })
})

test.describe('signing out', () => {
  const tokenOf = (page: Page) =>
    page.evaluate(() => JSON.parse(sessionStorage['rollcall.session.acme']).tokens.access)

  async function signOut(page: Page) {
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
  }

  test('ends the grant at awork and clears everything', async ({ page, workspace, request }) => {
    await signInWithOAuth(page, workspace)
    const headers = { authorization: `Bearer ${await tokenOf(page)}` }
    expect((await request.get('/sandbox/awork/api/v1/me', { headers })).status()).toBe(200)
    await signOut(page)
    await expect(page.getByText('awork has ended Rollcall’s access')).toBeVisible()
    expect((await request.get('/sandbox/awork/api/v1/me', { headers })).status()).toBe(401)
    expect(await keptTokens(page)).toEqual([])
    await page.goto('/acme/users')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  test('says when the grant could not be ended', async ({ page, workspace }) => {
    await signInWithOAuth(page, workspace)
    await workspace.fault({
      method: 'DELETE',
      path: '/accounts/me/authorizedclients/:id',
      kind: 'status',
      status: 500,
    })
    await signOut(page)
    await expect(page.getByText('awork could not be told (it answered 500)')).toBeVisible()
    expect(await keptTokens(page)).toEqual([])
  })

  test('of a pasted token says that there is nothing to end', async ({ page, workspace }) => {
    await signIn(page, workspace)
    await signOut(page)
    await expect(page.getByText('A pasted token or API key can be taken back')).toBeVisible()
  })
})

test('the whole way in and out works from the keyboard', async ({ page, workspace }) => {
  const tabTo = async (name: string | RegExp) => {
    const target = page.getByRole('button', { name })
    for (let presses = 0; presses < 15; presses += 1) {
      await page.keyboard.press('Tab')
      if (await target.evaluateAll(all => all.some(each => each === document.activeElement))) return
    }
    throw new Error(`Tab does not lead to ${name}`)
  }
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await tabTo('Use a token instead')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Access token' })).toBeFocused()
  await page.keyboard.type(workspace.token('support'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Continue as Cleo Marchetti' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectUsers(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await tabTo('Menu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
  await tabTo('Sign out')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Signed out of Acme.')).toBeVisible()
})

test('an address of no connection, and one of no page, lead on', async ({ page, workspace }) => {
  await page.goto('/elsewhere/users')
  await expect(page.getByRole('heading', { name: 'There is no such connection' })).toBeVisible()
  await signIn(page, workspace)
  await page.goto('/acme/nothing')
  await page.getByRole('link', { name: 'Go to the users' }).click()
  await expectUsers(page)
})

test('the sandbox says that it is one, and leads to what it is', async ({ page, workspace }) => {
  await signIn(page, workspace)
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'What it is' }).click()
  await expect((await opened).getByRole('heading', { name: 'People who make' })).toBeVisible()
})

test('the theme follows the choice and outlives a reload', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
