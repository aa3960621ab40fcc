import { randomUUID } from 'node:crypto'
import {
  type APIRequestContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from 'playwright/test'

export { expect }

export type Persona = 'admin' | 'manager' | 'support' | 'apikey'

export type Fault = {
  method: string
  path: string
  kind: 'status' | 'cut' | 'lost' | 'lie' | 'slow' | 'late' | 'nonsense' | 'html'
  status?: number
  body?: unknown
  headers?: Record<string, string>
  delayMs?: number
  times?: number
  skip?: number
  userId?: string
  query?: Record<string, string>
}

/** A workspace of the sandbox that belongs to one test alone, seen from behind the API. */
export class Workspace {
  readonly name = `t-${randomUUID().slice(0, 8)}`
  readonly #request: APIRequestContext

  constructor(request: APIRequestContext) {
    this.#request = request
  }

  token(as: Persona) {
    return `sandbox-${as}-${this.name}`
  }

  async set(options: Record<string, unknown>) {
    await expect(await this.#request.put(this.#at(''), { data: options })).toBeOK()
  }

  async fault(fault: Fault) {
    await expect(await this.#request.post(this.#at('/faults'), { data: fault })).toBeOK()
  }

  /** Nothing goes wrong from now on, and what was held up goes on. */
  async clearFaults() {
    await expect(await this.#request.delete(this.#at('/faults'))).toBeOK()
  }

  async idOf(name: string): Promise<string> {
    const answer = await this.#request.get(this.#at('/users'), { params: { name } })
    const [first] = await answer.json()
    return first.id
  }

  /** The stored user and everything that was asked about them; `undefined`: there is none. */
  async truth(name: string, id?: string) {
    const answer = await this.#request.get(this.#at(`/users/${id ?? (await this.idOf(name))}`))
    return answer.status() === 404 ? undefined : await answer.json()
  }

  /** Somebody else changes a user. */
  async change(name: string, values: Record<string, unknown>) {
    const id = await this.idOf(name)
    await expect(await this.#request.patch(this.#at(`/users/${id}`), { data: values })).toBeOK()
  }

  /** What its Workfront does where that is up to the tenant. */
  async setWorkfront(options: Record<string, unknown>) {
    await expect(await this.#request.put(this.#at('/workfront'), { data: options })).toBeOK()
  }

  /** The user as Workfront has them, with what was asked about them. */
  async workfrontTruth(name: string) {
    const found = await this.#request.get(this.#at('/workfront/users'), { params: { name } })
    const [first] = await found.json()
    const answer = await this.#request.get(this.#at(`/workfront/users/${first.id}`))
    return await answer.json()
  }

  async expireTokens(options: { refreshToo?: boolean; pastedToo?: boolean } = {}) {
    await expect(await this.#request.post(this.#at('/expire-tokens'), { data: options })).toBeOK()
  }

  #at(path: string) {
    return `/sandbox/workspaces/${this.name}${path}`
  }
}

export const test = base.extend<{ workspace: Workspace }>({
  workspace: async ({ request }, use) => {
    const workspace = new Workspace(request)
    await workspace.set({ users: 300 })
    await use(workspace)
  },
})

const slowly = { timeout: 20_000 }

/** Signs in with a pasted token and waits for the users of Acme. */
export async function signIn(page: Page, workspace: Workspace, as: Persona = 'admin') {
  await signInEarly(page, workspace, as)
  await expectListRead(page)
}

/** The same, but goes on while the list may still be being read. */
export async function signInEarly(page: Page, workspace: Workspace, as: Persona = 'admin') {
  await pasteToken(page, 'Acme', 'Access token', workspace.token(as))
  await expectUsers(page)
}

/** Signs in on the way to another page than the users: their list is not read. */
export async function signInTo(
  page: Page,
  path: string,
  workspace: Workspace,
  as: Persona = 'admin',
) {
  await pasteToken(page, 'Acme', 'Access token', workspace.token(as), path)
  await expect(page).toHaveURL(path, slowly)
}

/** The same with an API key, for the users of its Workfront. */
export async function signInToWorkfront(page: Page, workspace: Workspace, as: Persona = 'admin') {
  await pasteToken(page, 'Acme Workfront', 'API key', workspace.token(as))
  await expectUsers(page)
  await expectListRead(page)
}

/** Nothing of the list is on its way any more, so what goes wrong or is changed from now on is not in it. */
export async function expectListRead(page: Page) {
  await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeEnabled(slowly)
}

async function pasteToken(page: Page, connection: string, field: string, token: string, to = '') {
  await page.goto(`/sign-in${to && `?to=${encodeURIComponent(to)}`}`)
  const card = page.getByRole('region', { name: connection, exact: true })
  await card.getByRole('button', { name: 'Use a token instead' }).click()
  await card.getByRole('textbox', { name: field }).fill(token)
  await card.getByRole('button', { name: 'Continue', exact: true }).click()
  await card.getByRole('button', { name: /^Continue as/ }).click()
}

async function expectUsers(page: Page) {
  // The app begins here, with all its code: on a slow machine that takes longer than anything it does then.
  await expect(page.getByRole('status').filter({ hasText: 'users' })).toBeVisible(slowly)
  await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible()
}

/**
 * Nothing is wider than the screen.
 * @param scrolls `within`: nor is the page longer than the screen, for what is long scrolls inside it
 */
export async function expectFits(page: Page, scrolls: 'within' | 'asWhole' = 'within') {
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight }
    })
  await expect.poll(overflow).toMatchObject(scrolls === 'within' ? { x: 0, y: 0 } : { x: 0 })
}

/** As Android's second back does, whatever the page says. */
export async function closeAsBrowser(dialog: Locator) {
  await dialog.evaluate(element => element instanceof HTMLDialogElement && element.close())
}

export async function search(page: Page, text: string) {
  await page.getByRole('searchbox', { name: 'Search users' }).fill(text)
}

export const rowOf = (page: Page, name: string) =>
  page.getByRole('grid', { name: 'Users' }).getByRole('row').filter({ hasText: name })

export async function expectStatus(page: Page, name: string, status: string) {
  await expect(rowOf(page, name).getByRole('gridcell').filter({ hasText: status })).toBeVisible()
}

export async function openMenu(page: Page, name: string) {
  await search(page, name)
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  return page.getByRole('menu')
}

/** Opens the action dialog from the row's menu. */
export async function choose(page: Page, action: string, name: string) {
  const menu = await openMenu(page, name)
  await menu.getByRole('menuitem', { name: new RegExp(`^${action}…`) }).click()
  const dialog = page.getByRole('dialog')
  // Its code may still be on its way, and a key that is pressed before is nobody's.
  await expect(dialog).toBeVisible()
  return dialog
}
