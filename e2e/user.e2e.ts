import type { Page } from 'playwright/test'
import { barriersOn } from './barriers'
import {
  choose,
  closeAsBrowser,
  expect,
  type Persona,
  rowOf,
  search,
  signIn,
  signInTo,
  test,
  type Workspace,
} from './steps'

/** Signs in and goes to somebody's page by its address. */
async function open(page: Page, workspace: Workspace, name: string, as: Persona = 'admin') {
  await signInTo(page, `/acme/users/${await workspace.idOf(name)}`, workspace, as)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
}

const contacts = '/users/:id/contactinfo'
const unreadable = {
  kind: 'status',
  status: 401,
  method: 'GET',
  path: '/users/:id',
  body: { code: 'unauthorized' },
} as const

const signInAnswer = (page: Page) => page.getByRole('region', { name: 'Can this person sign in?' })
const factOf = (page: Page, term: string) =>
  page.getByRole('term').filter({ hasText: term }).locator('+ dd')

async function edit(page: Page) {
  await page.getByRole('button', { name: 'Edit profile' }).click()
  return page.getByRole('dialog', { name: /^Edit / })
}

test('an admin reads why somebody cannot sign in, and lets them in again', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'Elif Demir')
  const answer = signInAnswer(page)
  await expect(answer).toContainText('No. Deactivated on 3 Nov 2026. You can activate them.')
  await expect(answer.getByRole('list', { name: /^Checked at/ })).toContainText('Not archived')
  await expect(
    answer.getByRole('list', { name: 'Cannot be checked: awork does not show it' }),
  ).toContainText('Last sign-in')
  await expect(page.getByRole('button', { name: 'Deactivate…' })).toHaveAccessibleDescription(
    'Already deactivated, on 3 Nov 2026',
  )
  await page.getByRole('button', { name: 'Activate…', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Activate Elif Demir?')
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-1188')
  await dialog.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await dialog.getByRole('button', { name: 'Close' }).click()

  await expect(answer).toContainText('Yes, as far as awork shows.')
  await expect(page.getByRole('button', { name: 'Activate…', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  const receipts = page.getByRole('table', { name: 'Receipts' })
  await expect(receipts.getByRole('row').nth(1)).toContainText(/Activate.*Done.*Ada Lindqvist/)
  await expect(receipts).toContainText('HR-1188')
  await receipts.getByRole('link').click()
  await expect(page.getByRole('table', { name: 'Verdicts' })).toContainText('Elif Demir')
})

test('support staff read the answer, and which right they would need', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'Elif Demir', 'support')
  await expect(signInAnswer(page)).toContainText(
    'No. Deactivated on 3 Nov 2026. Activating them needs user-manage-config: write. An admin has it.',
  )
  await expect(
    page.getByRole('button', { name: 'Activate…', exact: true }),
  ).toHaveAccessibleDescription('Needs user-manage-config: write. An admin has it.')
  for (const name of ['Edit profile', 'Add contact'])
    await expect(page.getByRole('button', { name })).toHaveAccessibleDescription(
      'Needs user-master-data: write. An admin has it.',
    )
  await expect(page.getByRole('button', { name: 'Change role' })).toHaveAccessibleDescription(
    /Needs workspace-manage-config: write/,
  )
  await expect(factOf(page, 'Role')).toContainText('not known: Needs workspace-manage-config: read')
  await expect(factOf(page, 'Kind')).toContainText('person or API user, not known which: Needs')
  await page.getByRole('button', { name: 'Actions for elif@demir.example' }).click()
  await expect(page.getByRole('menuitem', { name: 'Change…' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('a user manager edits and acts, and cannot give roles', async ({ page, workspace }) => {
  await open(page, workspace, 'Amara Okafor', 'manager')
  await expect(page.getByRole('button', { name: 'Deactivate…' })).not.toHaveAttribute(
    'aria-disabled',
  )
  await expect(page.getByRole('button', { name: 'Archive…' })).toHaveAccessibleDescription(
    /project-manage-config: write/,
  )
  await expect(page.getByRole('button', { name: 'Change role' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  const dialog = await edit(page)
  await dialog.getByRole('textbox', { name: 'Position' }).fill('Head of content')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(factOf(page, 'Position')).toHaveText('Head of content')
})

test('saving sends what was not touched back as it is', async ({ page, workspace }) => {
  await open(page, workspace, 'Elif Demir')
  const before = (await workspace.truth('Elif Demir')).user
  const dialog = await edit(page)
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
    'Nothing is changed',
  )
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Dr')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Profile saved.')).toBeVisible()
  const after = (await workspace.truth('Elif Demir')).user
  const { updatedOn: _, updatedBy: _by, resourceVersion: _version, birthDate, ...rest } = before
  expect(after).toMatchObject({ ...rest, title: 'Dr' })
  expect(Date.parse(after.birthDate)).toBe(Date.parse(birthDate))
})

test('what two have changed is decided by the operator, what only others changed is kept', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'Amara Okafor')
  const dialog = await edit(page)
  await dialog.getByRole('textbox', { name: 'Position' }).fill('Head of content')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Dr')
  await workspace.change('Amara Okafor', { position: 'Chief editor', lastName: 'Okafor-Lund' })
  await dialog.getByRole('button', { name: 'Save' }).click()

  await expect(dialog.getByRole('alert')).toContainText('Somebody else has changed this user')
  await expect(dialog).toContainText('Changed by somebody else meanwhile, and kept: Last name.')
  expect((await workspace.truth('Amara Okafor')).user.position).toBe('Chief editor')
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
    'Choose mine or theirs first: Position',
  )
  await dialog.getByRole('radio', { name: 'Theirs: Chief editor' }).check()
  await expect(dialog.getByRole('textbox', { name: 'Position' })).toHaveValue('Chief editor')
  await dialog.getByRole('radio', { name: 'Mine: Head of content' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  expect((await workspace.truth('Amara Okafor')).user).toMatchObject({
    position: 'Head of content',
    title: 'Dr',
    lastName: 'Okafor-Lund',
  })
})

test('a save that is refused names the fields, and loses nothing', async ({ page, workspace }) => {
  await open(page, workspace, 'Amara Okafor')
  await workspace.fault({
    kind: 'status',
    method: 'PUT',
    path: '/users/:id',
    status: 400,
    times: 1,
    body: {
      code: 'validation-failed',
      description: 'The model is invalid.',
      validationErrors: [{ property: 'FirstName', message: 'No digits, please.' }],
    },
  })
  const dialog = await edit(page)
  const first = dialog.getByRole('textbox', { name: 'First name' })
  await first.fill('Amara 2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('First name: No digits, please.')
  await expect(
    dialog.getByRole('alert').getByRole('button', { name: 'Copy trace id' }),
  ).toBeVisible()
  await expect(first).toHaveAccessibleDescription('No digits, please.')
  await expect(first).toHaveValue('Amara 2')
  await first.fill('Amara Two')
  await expect(first).not.toHaveAttribute('aria-invalid')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Amara Two Okafor')
})

test('a field that is too long says so before anything is sent', async ({ page, workspace }) => {
  await open(page, workspace, 'Amara Okafor')
  const dialog = await edit(page)
  await dialog.getByRole('textbox', { name: 'Title' }).fill('x'.repeat(101))
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription(
    'At most 100 characters; these are 101.',
  )
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
    'Too long: Title',
  )
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  const { log } = await workspace.truth('Amara Okafor')
  expect(log.filter((entry: string) => entry.startsWith('write'))).toEqual([])
})

for (const { kind, shown, truth } of [
  { kind: 'lost', shown: /Profile saved: the answer was lost/, truth: 'Head of content' },
  { kind: 'cut', shown: /Not saved: the answer was lost/, truth: 'Content editor' },
  { kind: 'lie', shown: /Not saved: awork answered that it is done/, truth: 'Content editor' },
] as const) {
  test(`a save whose answer is a ${kind} one is settled by reading`, async ({
    page,
    workspace,
  }) => {
    await open(page, workspace, 'Amara Okafor')
    await workspace.fault({ kind, method: 'PUT', path: '/users/:id', times: 1 })
    const dialog = await edit(page)
    await dialog.getByRole('textbox', { name: 'Position' }).fill('Head of content')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(shown)).toBeVisible()
    expect((await workspace.truth('Amara Okafor')).user.position).toBe(truth)
    if (kind !== 'lost')
      await expect(dialog.getByRole('textbox', { name: 'Position' })).toHaveValue('Head of content')
  })
}

test('a save that cannot be read afterwards is not known, and is looked at before the next', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace, 'Amara Okafor')
  const dialog = await edit(page)
  await dialog.getByRole('textbox', { name: 'Position' }).fill('Head of content')
  await workspace.fault({ kind: 'lost', method: 'PUT', path: '/users/:id', times: 1 })
  await workspace.fault({ ...unreadable, skip: 1 })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Whether it was saved is not known', {
    timeout: 30_000,
  })
  await workspace.clearFaults()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('the profile is already so')).toBeVisible()
  const { log } = await workspace.truth('Amara Okafor')
  expect(log.filter((entry: string) => entry.startsWith('write'))).toHaveLength(1)
})

test('an expired session keeps what was entered, and the save goes on after it', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'Amara Okafor')
  const dialog = await edit(page)
  await dialog.getByRole('textbox', { name: 'Position' }).fill('Head of content')
  // A name that is still being read would ask to sign in before anything is saved.
  await expect(page.getByRole('term').filter({ hasText: /^(Created|Changed)$/ })).toHaveCount(2)
  await expect(page.getByRole('main').getByText('…', { exact: true })).toHaveCount(0)
  await workspace.expireTokens({ pastedToo: true })
  await dialog.getByRole('button', { name: 'Save' }).click()
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(again).toBeVisible()
  // The sandbox takes the pasted token again once the workspace is made afresh.
  await workspace.set({ users: 300 })
  await again.getByRole('textbox', { name: 'Access token' }).fill(workspace.token('admin'))
  await again.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByText('Profile saved.')).toBeVisible()
  expect((await workspace.truth('Amara Okafor')).user.position).toBe('Head of content')
})

test('an empty name is suggested by the e-mail, and filled in only by a press', async ({
  page,
  workspace,
}) => {
  await workspace.change('Amara Okafor', { firstName: '', lastName: '' })
  await open(page, workspace, 'amara.okafor@acme.example')
  const dialog = await edit(page)
  await expect(dialog).toContainText('Suggested by the e-mail: Amara Okafor')
  await expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveValue('')
  await dialog.getByRole('button', { name: /^Use Amara Okafor/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveValue('Amara')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible()
})

test('unsaved changes are asked about before they are lost', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await search(page, 'Amara Okafor')
  await rowOf(page, 'Amara Okafor').getByRole('link', { name: 'Amara Okafor' }).click()
  const dialog = await edit(page)
  const position = dialog.getByRole('textbox', { name: 'Position' })
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })

  await expect(position).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await edit(page)
  await position.fill('Head of content')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(position).toHaveValue('Head of content')

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(position).toHaveValue('Head of content')

  // Going back is called off, so nothing is navigated that could be waited for.
  await page.evaluate(() => history.back())
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(position).toHaveValue('Head of content')

  await closeAsBrowser(dialog)
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(position).toBeVisible()
  await expect(position).toHaveValue('Head of content')

  const asked = page.waitForEvent('dialog')
  const reloading = page.evaluate(() => location.reload())
  await (await asked).dismiss()
  await reloading
  await expect(position).toHaveValue('Head of content')

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  expect((await workspace.truth('Amara Okafor')).user.position).toBe('Content editor')
})

test('contacts are added, changed and deleted, each verified', async ({ page, workspace }) => {
  await open(page, workspace, 'Amara Okafor')
  await page.getByRole('button', { name: 'Add contact' }).click()
  const adding = page.getByRole('dialog', { name: 'Add a contact of Amara Okafor' })
  await adding.getByRole('combobox', { name: 'Kind of contact' }).selectOption('Phone')
  await adding.getByRole('combobox', { name: 'Used for' }).selectOption('Mobile')
  await adding.getByRole('button', { name: 'Add' }).click()
  await expect(adding.getByRole('textbox', { name: 'Value' })).toHaveAccessibleDescription(
    'Cannot be empty.',
  )
  await adding.getByRole('textbox', { name: 'Value' }).fill('+49 30 1234')
  await adding.getByRole('button', { name: 'Add' }).click()
  await expect(adding).toBeHidden()
  await expect(factOf(page, 'Phone, mobile')).toContainText('+49 30 1234')

  await page.getByRole('button', { name: 'Actions for +49 30 1234' }).click()
  await page.getByRole('menuitem', { name: 'Change…' }).click()
  const changing = page.getByRole('dialog', { name: 'Change a contact of Amara Okafor' })
  await changing.getByRole('textbox', { name: 'Value' }).fill('+49 30 5678')
  await changing.getByRole('button', { name: 'Save' }).click()
  await expect(factOf(page, 'Phone, mobile')).toContainText('+49 30 5678')

  await page.getByRole('button', { name: 'Actions for amara.okafor@acme.example' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const deleting = page.getByRole('dialog', { name: 'Delete E-mail, work?' })
  await expect(deleting).toContainText('It is the only one: after this there is none.')
  await deleting.getByRole('button', { name: 'Delete' }).click()
  await expect(deleting).toBeHidden()
  await expect(page.getByRole('button', { name: 'Actions for +49 30 5678' })).toBeFocused()
  await expect(page.getByText('no e-mail')).toBeVisible()
  const { userContactInfos } = (await workspace.truth('Amara Okafor')).user
  expect(userContactInfos).toMatchObject([{ type: 'phone', value: '+49 30 5678' }])
})

test('a contact of which nobody knows whether it was added is looked for before the next try', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace, 'Amara Okafor')
  await page.getByRole('button', { name: 'Add contact' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a contact of Amara Okafor' })
  await dialog.getByRole('textbox', { name: 'Value' }).fill('amara@home.example')
  await workspace.fault({ kind: 'lost', method: 'POST', path: contacts, times: 1 })
  await workspace.fault({ ...unreadable, skip: 1 })
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Whether it was saved is not known', {
    timeout: 30_000,
  })
  await workspace.clearFaults()
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(
    page.getByText('Already so: the try before this one has added the contact.'),
  ).toBeVisible()
  const { userContactInfos } = (await workspace.truth('Amara Okafor')).user
  expect(userContactInfos.map(({ value }: { value: string }) => value)).toEqual([
    'amara.okafor@acme.example',
    'amara@home.example',
  ])
})

test('a contact is deleted as it is shown, and one that is gone is already so', async ({
  page,
  request,
  workspace,
}) => {
  await open(page, workspace, 'Elif Demir')
  const { user } = await workspace.truth('Elif Demir')
  const isPrivate = ({ value }: { value: string }) => value === 'elif@demir.example'
  const { id } = user.userContactInfos.find(isPrivate)
  /** Somebody else does it to the one that is about to be deleted here. */
  const behind = async (method: 'PUT' | 'DELETE', data?: object) => {
    const url = `/sandbox/awork/api/v1/users/${user.id}/contactinfo/${id}`
    const headers = { authorization: `Bearer ${workspace.token('admin')}` }
    await expect(await request.fetch(url, { method, headers, data })).toBeOK()
  }
  await page.getByRole('button', { name: 'Actions for elif@demir.example' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete E-mail, private?' })
  await behind('PUT', { type: 'email', subType: 'private', value: 'new@demir.example' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog.getByRole('alert')).toContainText(
    'Not deleted. Somebody else has changed it meanwhile.',
  )
  await expect(dialog.getByText('new@demir.example')).toBeVisible()
  await behind('DELETE')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Already so: this contact is no longer there.')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /@demir/ })).toHaveCount(0)
})

test('an address has its own form, and the messages of awork stand at their fields', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'Amara Okafor')
  await page.getByRole('button', { name: 'Add contact' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a contact of Amara Okafor' })
  await dialog.getByRole('combobox', { name: 'Kind of contact' }).selectOption('Address')
  await dialog.getByRole('textbox', { name: 'Address, first line' }).fill('Ringweg 4')
  await dialog.getByRole('textbox', { name: 'Country' }).fill('Germany')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Country' })).toHaveAccessibleDescription(
    /Two letters, such as DE/,
  )
  await dialog.getByRole('textbox', { name: 'Country' }).fill('de')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByRole('alert')).toContainText('An address needs its first line, a city')
  await dialog.getByRole('textbox', { name: 'City' }).fill('Berlin')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(factOf(page, 'Address, work')).toContainText('Ringweg 4, Berlin, DE')
})

test('a role is changed among those with what they may do', async ({ page, workspace }) => {
  await open(page, workspace, 'Amara Okafor')
  await page.getByRole('button', { name: 'Change role' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the role of Amara Okafor' })
  await expect(dialog.getByRole('radio', { name: /^User now$/ })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'Admin' })).toHaveAccessibleDescription(
    'Everything',
  )
  await dialog.getByRole('radio', { name: 'Support' }).check()
  await dialog.getByRole('button', { name: 'Change role' }).click()
  await expect(dialog).toBeHidden()
  await expect(factOf(page, 'Role')).toHaveText('Support')
  expect((await workspace.truth('Amara Okafor')).role).toBe('Support')
})

test('a role of which nobody knows whether it was changed is looked at before the next try', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace, 'Amara Okafor')
  await page.getByRole('button', { name: 'Change role' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the role of Amara Okafor' })
  await dialog.getByRole('radio', { name: 'Support' }).check()
  await workspace.fault({ kind: 'lost', method: 'POST', path: '/roles/moveuser', times: 1 })
  await workspace.fault({ ...unreadable, skip: 1 })
  await dialog.getByRole('button', { name: 'Change role' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Whether it was saved is not known', {
    timeout: 30_000,
  })
  await workspace.clearFaults()
  await dialog.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByText('Amara Okafor now has the role Support')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(factOf(page, 'Role')).toHaveText('Support')
})

test('leaving the admin role is asked about, and the last admin keeps it', async ({
  page,
  workspace,
}) => {
  await open(page, workspace, 'Henrik Dahl')
  await page.getByRole('button', { name: 'Change role' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the role of Henrik Dahl' })
  await dialog.getByRole('radio', { name: 'Support' }).check()
  await dialog.getByRole('button', { name: 'Change role' }).click()
  const question = page.getByRole('dialog', { name: 'Take the admin role from Henrik Dahl?' })
  await expect(question).toContainText(/\d active admins remain/)
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect((await workspace.truth('Henrik Dahl')).role).toBe('Admin')

  // Meanwhile everybody else has gone.
  for (const name of ['Olga Owner', 'Ada Lindqvist'])
    await workspace.change(name, { role: 'Support' })
  await dialog.getByRole('button', { name: 'Change role' }).click()
  await question.getByRole('button', { name: 'Take the admin role' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/Not saved/)
  expect((await workspace.truth('Henrik Dahl')).role).toBe('Admin')
})

test('nobody changes their own role', async ({ page, workspace }) => {
  await open(page, workspace, 'Ada Lindqvist')
  await expect(page.getByRole('button', { name: 'Change role' })).toHaveAccessibleDescription(
    'This is you. Somebody else has to do it.',
  )
})

test('what could not be read is not called empty', async ({ page, workspace }) => {
  const id = await workspace.idOf('Amara Okafor')
  const body = { id, firstName: 'Amara', isDeactivated: false, title: 7, userContactInfos: [{}] }
  await workspace.fault({ ...unreadable, status: 200, userId: id, body })
  await signInTo(page, `/acme/users/${id}`, workspace)
  await expect(page.getByText('e-mail not known')).toBeVisible()
  await expect(factOf(page, 'Position')).toHaveText('not known')
  await expect(factOf(page, 'Teams')).toHaveText('not known')
  const reason = 'userContactInfos.0.id could not be read'
  await expect(page.getByText(`not known: ${reason}`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add contact' })).toHaveAccessibleDescription(
    reason,
  )
})

test('an address that a contact shares with another is not lost with it', async ({
  page,
  request,
  workspace,
}) => {
  const { user } = await workspace.truth('Amara Okafor')
  const added = await request.post(`/sandbox/awork/api/v1/users/${user.id}/contactinfo`, {
    headers: { authorization: `Bearer ${workspace.token('admin')}` },
    data: { type: 'email', subType: 'private', value: 'amara.okafor@acme.example' },
  })
  await expect(added).toBeOK()
  await open(page, workspace, 'Amara Okafor')
  await page.getByRole('button', { name: 'Actions for amara.okafor@acme.example' }).first().click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete E-mail, work?' })
  await expect(dialog.getByText('amara.okafor@acme.example')).toBeVisible()
  await expect(dialog).not.toContainText('after this there is none')
})

test('who is deleted is said to be gone, with the way back', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await search(page, 'Amara Okafor')
  await rowOf(page, 'Amara Okafor').getByRole('link', { name: 'Amara Okafor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions for Amara Okafor', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Type .* to confirm$/ }).fill('Amara Okafor')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Amara Okafor is no longer there' }),
  ).toBeFocused()
  await expect(page.getByRole('table', { name: 'Receipts' })).toContainText('Delete')
  await page.getByRole('link', { name: 'Show all users' }).click()
  await search(page, 'Amara Okafor')
  await expect(rowOf(page, 'Amara Okafor')).toHaveCount(0)
})

test('an id that nobody has is said to be nobody’s', async ({ page, workspace }) => {
  await signInTo(page, '/acme/users/00000000-0000-4000-8000-000000000000', workspace)
  await expect(page.getByRole('heading', { level: 1, name: 'No such user' })).toBeVisible()
  await page.getByRole('link', { name: 'Show all users' }).click()
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible()
})

test('who may not be read is said so, with the right it needs', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await workspace.fault({
    kind: 'status',
    method: 'GET',
    path: '/users/:id',
    status: 401,
    body: { code: 'unauthorized', description: 'Insufficient permissions.' },
  })
  await page.goto(`/acme/users/${await workspace.idOf('Amara Okafor')}`)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('You are not permitted to read this user.')
  await expect(alert).toContainText('user-master-data: read')
  await workspace.clearFaults()
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible()
})

test('the list is where it was when one comes back', async ({ page, workspace }) => {
  await signIn(page, workspace)
  await rowOf(page, 'Amara Okafor').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible()
  await page.goBack()
  await expect(rowOf(page, 'Amara Okafor')).toBeVisible()
})

test('the whole page from the keyboard', async ({ page, workspace }) => {
  await open(page, workspace, 'Amara Okafor')
  await page.keyboard.press('d')
  const asked = page.getByRole('dialog', { name: 'Deactivate Amara Okafor?' })
  await expect(asked).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  const button = page.getByRole('button', { name: 'Edit profile' })
  for (let presses = 0; presses < 40; presses += 1) {
    if (await button.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit Amara Okafor' })
  await expect(dialog.getByRole('textbox', { name: 'First name' })).toBeFocused()
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab')
  await expect(dialog.getByRole('textbox', { name: 'Position' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Head of content')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await expect(factOf(page, 'Position')).toHaveText('Head of content')
})

test('the page and its dialogs have no barrier that can be found, in either theme', async ({
  page,
  workspace,
}) => {
  test.slow()
  await open(page, workspace, 'Elif Demir')
  expect(await barriersOn(page), 'page').toEqual([])
  for (const [button, dialog] of [
    ['Edit profile', /^Edit /],
    ['Add contact', /^Add a contact/],
    ['Change role', /^Change the role/],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    if (button === 'Change role')
      await expect(page.getByRole('radio', { name: 'Admin' })).toBeVisible()
    expect(await barriersOn(page), button).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})

test('on a phone nothing is wider than the screen, not even a name of 1,000 letters', async ({
  page,
  request,
  workspace,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await workspace.change('Amara Okafor', { firstName: 'A'.repeat(500), lastName: '<b>‮' })
  const id = await workspace.idOf('amara.okafor')
  const added = await request.post(`/sandbox/awork/api/v1/users/${id}/contactinfo`, {
    headers: { authorization: `Bearer ${workspace.token('admin')}` },
    data: { type: 'custom', label: 'W'.repeat(1_000), value: 'M'.repeat(1_000) },
  })
  await expect(added).toBeOK()
  await signInTo(page, `/acme/users/${id}`, workspace)
  await expect(page.getByRole('heading', { level: 1, name: /^A{500}/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
  const tooWide = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, dialog[open]')].some(
        element => element.scrollWidth > element.clientWidth + 1,
      ),
    )
  expect(await tooWide()).toBe(false)
  const buttons = page.getByRole('button', { name: /^(Activate…|Actions for A)/ })
  const tops = await buttons.evaluateAll(all => all.map(each => each.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  await page.getByRole('button', { name: /^Actions for M/ }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const question = page.getByRole('dialog', { name: /^Delete W/ })
  await expect(question.getByText('M'.repeat(1_000))).toBeInViewport()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Edit profile' }).click()
  await expect(page.getByRole('dialog', { name: /^Edit / })).toBeVisible()
  expect(await tooWide()).toBe(false)
})

test('acting from the table shows on the page that is opened next', async ({ page, workspace }) => {
  await signIn(page, workspace)
  const dialog = await choose(page, 'Deactivate', 'Amara Okafor')
  await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(dialog.getByRole('table', { name: 'Verdicts' })).toContainText('Done')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await rowOf(page, 'Amara Okafor').getByRole('link', { name: 'Amara Okafor' }).click()
  await expect(signInAnswer(page)).toContainText('No. Deactivated')
  await expect(page.getByRole('table', { name: 'Receipts' })).toContainText('Deactivate')
})
