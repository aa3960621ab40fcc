import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import {
  choose,
  closeAsBrowser,
  expect,
  expectFits,
  type Persona,
  signIn,
  signInTo,
  test,
  type Workspace,
} from './steps'

const table = (page: Page) => page.getByRole('table', { name: 'API users' })
const rowOf = (page: Page, name: string) => table(page).getByRole('row').filter({ hasText: name })

async function open(page: Page, workspace: Workspace, as?: Persona) {
  await signInTo(page, '/acme/api-users', workspace, as)
  await expect(page.getByRole('heading', { name: 'API users', exact: true })).toBeVisible()
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
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
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

async function menu(page: Page, name: string, entry: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${entry}…`) }).click()
  return page.getByRole('dialog').last()
}

async function fillNew(page: Page, name: string, role = 'Integration') {
  await page.getByRole('button', { name: 'Create API user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create API user' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('combobox', { name: 'Client application' }).selectOption('Zapier client')
  await dialog.getByRole('radio', { name: role, exact: true }).check()
  return dialog
}

test('creating asks for a role, says what it may do, and warns of an admin', async ({
  page,
  workspace,
}) => {
  await open(page, workspace)
  await page.getByRole('button', { name: 'Create API user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create API user' })
  await expect(dialog.getByRole('radio', { name: 'Admin' })).toBeVisible()
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription('Enter a name.')
  await expect(dialog.getByRole('radiogroup', { name: 'Role' })).toHaveAccessibleDescription(
    /without one it would become an admin/,
  )
  await expect(dialog.getByRole('radio', { name: 'Support' })).toHaveAccessibleDescription(
    /See all users/,
  )
  await dialog.getByRole('radio', { name: 'Admin' }).check()
  await expect(dialog.getByText(/may do everything in Acme/).first()).toBeInViewport()
  await name.fill('Warehouse Robot')
  await dialog.getByRole('radio', { name: 'Integration' }).check()
  await expect(dialog.getByRole('radiogroup')).not.toContainText('may do everything in Acme')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, 'Warehouse Robot')).toContainText('Integration')
  await expect(rowOf(page, 'Warehouse Robot')).toContainText('Ada Lindqvist')
  expect((await workspace.truth('Warehouse Robot')).role).toBe('Integration')
})

test('a refusal of a field stands at the field, and nothing entered is lost', async ({
  page,
  workspace,
}) => {
  await open(page, workspace)
  await workspace.fault({
    method: 'POST',
    path: '/apiusers',
    kind: 'status',
    status: 400,
    body: {
      code: 'validation-error',
      description: 'Some fields are not valid.',
      validationErrors: [{ property: 'Name', message: 'That name is taken.' }],
    },
    times: 1,
  })
  const dialog = await fillNew(page, 'Warehouse Robot')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Not saved.')
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveAccessibleDescription('That name is taken.')
  await expect(name).toHaveValue('Warehouse Robot')
  await expect(dialog.getByRole('radio', { name: 'Integration' })).toBeChecked()
  await name.fill('Warehouse Robot 2')
  await expect(name).not.toHaveAttribute('aria-invalid')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(rowOf(page, 'Warehouse Robot 2')).toBeVisible()
})

for (const [kind, words] of [
  ['lost', /API user Lost Robot created: the answer was lost/],
  ['cut', /the answer was lost, and a read afterwards shows nothing of it/],
] as const) {
  test(`creating with an answer that is ${kind} is settled by reading`, async ({
    page,
    workspace,
  }) => {
    test.slow()
    await open(page, workspace)
    await workspace.fault({ method: 'POST', path: '/apiusers', kind, times: 1 })
    const dialog = await fillNew(page, 'Lost Robot')
    await dialog.getByRole('button', { name: 'Create', exact: true }).click()
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 20_000 })
    await expect(rowOf(page, 'Lost Robot')).toHaveCount(kind === 'lost' ? 1 : 0)
  })
}

test('changing always sends the role, and shows what was saved', async ({ page, workspace }) => {
  await open(page, workspace)
  const dialog = await menu(page, 'Marketing Sync', 'Change')
  await expect(dialog.getByRole('radio', { name: 'Integration' })).toBeChecked()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Marketing Bridge')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, 'Marketing Bridge')).toContainText('Integration')
  expect((await workspace.truth('Marketing Bridge')).role).toBe('Integration')
})

test('a change by somebody else is shown before it is overwritten', async ({ page, workspace }) => {
  await open(page, workspace)
  const dialog = await menu(page, 'Marketing Sync', 'Change')
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
    'Nothing is changed',
  )
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await workspace.change('Marketing Sync', { firstName: 'Theirs' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('It is now called Theirs')
  expect(await workspace.idOf('Theirs')).toBeTruthy()
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, 'Mine')).toBeVisible()
})

test('what was entered is asked about before it is left', async ({ page, workspace }) => {
  await open(page, workspace)
  const dialog = await fillNew(page, 'Half done')
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(question).toBeHidden()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Half done')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an expired session asks to sign in over the form, and the form is saved', async ({
  page,
  workspace,
}) => {
  await open(page, workspace)
  await expect(rowOf(page, 'Zapier')).toContainText('Orphaned')
  const dialog = await fillNew(page, 'Patient Robot')
  await workspace.expireTokens({ pastedToo: true })
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Patient Robot')
  const opened = page.waitForEvent('popup')
  await again.getByRole('button', { name: 'Sign in with awork' }).click()
  const popup = await opened
  await popup.getByRole('radio', { name: 'Ada Lindqvist' }).check()
  await popup.getByRole('textbox', { name: 'Workspace' }).fill(workspace.name)
  await popup.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rowOf(page, 'Patient Robot')).toContainText('Integration')
})

test('a key works, is shown once, and is kept nowhere', async ({
  page,
  context,
  request,
  workspace,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, workspace)
  await menu(page, 'Marketing Sync', 'Generate key')
  const dialog = page.getByRole('dialog', { name: /Marketing Sync/ })
  await expect(dialog.getByText(/may do what the role Integration may do/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Generate key' }).click()
  const field = dialog.getByRole('textbox', { name: 'Key' })
  await expect(field).toHaveAttribute('readonly')
  const key = await field.inputValue()
  const me = await request.get('/sandbox/awork/api/v1/me', {
    headers: { authorization: `Bearer ${key}` },
  })
  expect(await me.json()).toMatchObject({ id: await workspace.idOf('Marketing Sync') })

  await dialog.getByRole('button', { name: 'Close' }).click()
  const question = page.getByRole('dialog', { name: 'Close without the key?' })
  await question.getByRole('button', { name: 'Back to the key' }).click()
  await closeAsBrowser(dialog)
  await question.getByRole('button', { name: 'Back to the key' }).click()
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await dialog.getByRole('button', { name: 'Copy key' }).click()
  await expect(dialog.getByRole('tooltip')).toHaveText('The browser did not allow copying')
  await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'writeText'))
  await dialog.getByRole('button', { name: 'Copy key' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(key)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  expect(page.url()).not.toContain(key)
  expect(await page.content()).not.toContain(key)
  expect(await stored(page)).not.toContain(key)
  expect(await stored(page)).toContain(workspace.token('admin'))
})

/** Everything the page keeps in the browser, as one text. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, history.state]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames) {
        kept.push(
          await new Promise((resolve, reject) => {
            const reading = database.transaction(store).objectStore(store).getAll()
            reading.onsuccess = () => resolve(reading.result)
            reading.onerror = () => reject(reading.error)
          }),
        )
      }
      database.close()
    }
    return JSON.stringify(kept)
  })
}

test('deleting names the client application, is verified, and has a receipt', async ({
  page,
  workspace,
}) => {
  await open(page, workspace)
  const id = await workspace.idOf('Marketing Sync')
  const dialog = await menu(page, 'Marketing Sync', 'Delete')
  await expect(dialog).toHaveAccessibleName('Delete Marketing Sync?')
  await expect(dialog.getByText(/belongs to the client application/)).toBeVisible()
  const verb = dialog.getByRole('button', { name: 'Delete', exact: true })
  await expect(verb).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('textbox', { name: /^Type .* to confirm$/ }).fill('Marketing Sync')
  await verb.click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  expect(await workspace.truth('', id)).toBeUndefined()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(rowOf(page, 'Marketing Sync')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Actions for Nightly Export' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: '8 API users' })).toBeVisible()
  await page.getByRole('link', { name: 'Receipts' }).click()
  await expect(page.getByRole('table', { name: 'Receipts' })).toContainText('Marketing Sync')
})

test('one that somebody else has deleted meanwhile is already so', async ({
  page,
  request,
  workspace,
}) => {
  await open(page, workspace)
  const id = await workspace.idOf('Marketing Sync')
  const dialog = await menu(page, 'Marketing Sync', 'Delete')
  await dialog.getByRole('textbox', { name: /^Type .* to confirm$/ }).fill('Marketing Sync')
  const button = dialog.getByRole('button', { name: 'Delete', exact: true })
  // The dialog has read them again, so only the look before the write can tell.
  await expect(button).toBeEnabled()
  await request.delete(`/sandbox/workspaces/${workspace.name}/users/${id}`)
  await button.click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Already so')
})

test('the forecast of a deactivation leads to the API users of that person', async ({
  page,
  workspace,
}) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Olga Owner')
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-1204')
  await dialog.getByRole('link', { name: 'Marketing Sync' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(table(page).getByRole('rowheader')).toHaveCount(1)
  await page.getByRole('button', { name: 'Created by Olga Owner, remove this filter' }).click()
  await expect(table(page).getByRole('rowheader')).toHaveCount(9)
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  const again = await choose(page, 'Deactivate', 'Olga Owner')
  await expect(again.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('HR-1204')
})

test('search, order and filter are in the address', async ({ page, workspace }) => {
  await open(page, workspace)
  await page.getByRole('searchbox', { name: 'Search API users' }).fill('weber')
  await expect(table(page).getByRole('rowheader')).toHaveText([/Nightly Export/, /Old Importer/])
  const created = table(page).getByRole('columnheader', { name: 'Created', exact: true })
  await created.getByRole('button').click()
  await expect(created).toHaveAttribute('aria-sort', 'ascending')
  await expect(table(page).getByRole('rowheader')).toHaveText([/Old Importer/, /Nightly Export/])
  await page.reload()
  await expect(table(page).getByRole('rowheader')).toHaveText([/Old Importer/, /Nightly Export/])
  await expect(page.getByRole('status').filter({ hasText: '2 of 9 API users' })).toBeVisible()
})

test('a list that cannot be read says why, and is read on request', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.fault({ method: 'GET', path: '/apiusers', kind: 'status', status: 400 })
  await page.getByRole('link', { name: 'API users' }).click()
  await expect(page.getByRole('alert')).toContainText('awork refused')
  await workspace.clearFaults()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(rowOf(page, 'Marketing Sync')).toBeVisible()
})

test('the whole job from the keyboard', async ({ page, workspace }) => {
  await open(page, workspace)
  await expect(rowOf(page, 'Zapier')).toBeVisible()
  const create = page.getByRole('button', { name: 'Create API user' })
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search API users' })).toBeFocused()
  const tabTo = async (target: ReturnType<Page['getByRole']>) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('Tab never reached it')
  }
  await tabTo(create)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Admin' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Typed Robot')
  await tabTo(page.getByRole('radio', { name: 'Admin' }))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Admin' })).not.toBeFocused()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Typed Robot')).toBeVisible()
  await expect(create).toBeFocused()
  await tabTo(page.getByRole('button', { name: 'Actions for BI Warehouse' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveAccessibleName(/Generate a key for BI Warehouse/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Actions for BI Warehouse' })).toBeFocused()
})

const scenes: Record<string, (page: Page) => Promise<unknown>> = {
  'the list': async () => undefined,
  'the form': page => fillNew(page, 'Warehouse Robot', 'Admin'),
  'a new key': async page => {
    const dialog = await menu(page, 'HR Connector', 'Generate key')
    await dialog.getByRole('button', { name: 'Generate key' }).click()
    await expect(page.getByRole('textbox', { name: 'Key' })).toBeVisible()
  },
}

test('on a phone names of 1,000 letters make nothing wider than the screen', async ({
  page,
  request,
  workspace,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await workspace.change('Elif Demir', { lastName: 'L'.repeat(1_000) })
  const long = 'W'.repeat(900)
  const post = async (path: string, data: object) => {
    const headers = { authorization: `Bearer ${workspace.token('admin')}` }
    const answer = await request.post(`/sandbox/awork/api/v1${path}`, { headers, data })
    await expect(answer).toBeOK()
    return await answer.json()
  }
  const { clientId } = await post('/clientapplications', { clientId: 'wide', displayName: long })
  const { id } = await post('/apiusers', { name: long, clientId })
  expect(id).toBeTruthy()
  await open(page, workspace)
  await expect(rowOf(page, 'Website Forms')).toContainText('Orphaned: Elif LLL')
  const tooWide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *, dialog[open], dialog[open] *')].flatMap(each => {
        const isScrolled = ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)
        return isScrolled && each.scrollWidth > each.clientWidth + 1 ? [each.className] : []
      }),
    )
  expect(await tooWide()).toEqual([])
  await menu(page, long, 'Generate key')
  await expect(page.getByRole('dialog', { name: /^Generate a key for W/ })).toBeVisible()
  expect(await tooWide()).toEqual([])
})

for (const [name, stage] of Object.entries(scenes)) {
  test(`no barrier on ${name}, in either theme, and it fits a page 360 px wide`, async ({
    page,
    workspace,
  }) => {
    test.slow()
    await open(page, workspace)
    await expect(rowOf(page, 'Zapier')).toContainText('Orphaned')
    await stage(page)
    expect(await barriersOn(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    await expectFits(page)
  })
}
