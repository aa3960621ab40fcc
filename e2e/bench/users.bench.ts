import { type Page, test } from 'playwright/test'
import { build, serve } from './preview'
import { installProbe } from './probe'
import { type Figures, print } from './report'

/** What is typed, letter by letter: names, a team, a tag, an address, something rare, nothing. */
const searches = ['mar', 'anna sch', 'design', 'berlin', '@acme', '0815', 'zzz']
const quiet = 200

const measured: Figures[] = []
let app: ReturnType<typeof build>

test.describe.configure({ mode: 'serial' })
test.beforeAll(() => {
  app = build()
})
test.afterAll(() => {
  app.remove()
  print(measured)
})

for (const users of [1000, 10_000, 100_000])
  test(`the users page with ${users.toLocaleString('en')} users`, async ({ browser }) => {
    const server = await serve(app.folder, users)
    const context = await browser.newContext({ baseURL: server.url })
    await context.addInitScript(installProbe)
    try {
      measured.push({ users, ...(await measure(await context.newPage())) })
    } finally {
      await context.close()
      await server.stop()
    }
  })

async function measure(page: Page) {
  await signIn(page)
  const load = await coldLoad(page)
  const firstSort = await clicked(page, 'E-mail')
  const keys = await typed(page)
  const sorts = [
    await clicked(page, 'E-mail'),
    await clicked(page, 'Created'),
    await clicked(page, 'Teams'),
    await clicked(page, 'Status'),
    await clicked(page, 'Name'),
  ]
  const scroll = await scrolled(page)
  return { ...load, firstSort, ...keys, sorts, ...scroll, heap: await heap(page) }
}

async function signIn(page: Page) {
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

/** Signed in, but nothing in the browser's cache: what it is like in the morning. */
async function coldLoad(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  await page.reload()
  await page.waitForFunction(() => window.probe.allLoaded() !== undefined, null, {
    timeout: 300_000,
  })
  return page.evaluate(() => ({
    firstRow: window.probe.firstRow(),
    allLoaded: window.probe.allLoaded(),
    longWhileLoading: window.probe.longTasks(0),
  }))
}

/** From a click on a column's header to the last paint. */
async function clicked(page: Page, column: string) {
  const header = page.getByRole('columnheader', { name: column, exact: true })
  return during(page, () => header.click(), 600)
}

async function typed(page: Page) {
  const box = page.getByRole('searchbox', { name: 'Search users' })
  await box.click()
  const keys: number[] = []
  const since = await page.evaluate(() => performance.now())
  for (const search of searches) {
    for (const letter of [...search, 'Backspace', 'Backspace']) {
      const { paint } = await during(page, () => page.keyboard.press(letter), quiet)
      if (paint !== undefined) keys.push(paint)
    }
    await during(page, async () => box.press('ControlOrMeta+a'), quiet)
    const { paint } = await during(page, () => page.keyboard.press('Delete'), quiet)
    if (paint !== undefined) keys.push(paint)
  }
  // As fast as somebody types who does not look.
  await page.keyboard.type('anna schmidt', { delay: 40 })
  await page.evaluate(() => window.probe.settled(400))
  await box.clear()
  await page.evaluate(() => window.probe.settled(400))
  const longWhileTyping = await page.evaluate(from => window.probe.longTasks(from), since)
  return { keys, longWhileTyping }
}

/** With the wheel, three rows a frame; and by the scroll bar, so that each frame shows other rows. */
async function scrolled(page: Page) {
  const since = await page.evaluate(() => performance.now())
  const wheel = await page.evaluate(() => window.probe.scroll(120, 120))
  const longWhileScrolling = await page.evaluate(from => window.probe.longTasks(from), since)
  const jumps = await page.evaluate(() => window.probe.scroll(4000, 60))
  return { wheel, longWhileScrolling, jumps }
}

async function during(page: Page, act: () => Promise<unknown>, silence: number) {
  const since = await page.evaluate(() => {
    window.probe.arm()
    return performance.now()
  })
  await act()
  return page.evaluate(
    async ([from, pause]) => ({
      paint: await window.probe.settled(pause),
      long: window.probe.longTasks(from),
    }),
    [since, silence] as const,
  )
}

/** Megabytes that are in use after a collection, arrays outside of the heap included. */
async function heap(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage')
  return (usedSize + backingStorageSize) / 1e6
}
