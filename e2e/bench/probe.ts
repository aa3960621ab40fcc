/** Measures inside the page. Times in milliseconds; `since` on the page's own clock. */
export type Probe = {
  /** From the start of the navigation until it was painted; `undefined`: not yet. */
  readonly firstRow: () => number | undefined
  readonly allLoaded: () => number | undefined
  /** Listens for the next input. */
  readonly arm: () => void
  /**
   * From that input to the last paint of what it changed; resolves when nothing has changed for `quiet`.
   * `undefined`: nothing has changed.
   */
  readonly settled: (quiet: number) => Promise<number | undefined>
  /** When what the selector finds has been painted, once it is there. */
  readonly drawn: (selector: string) => Promise<number>
  /** Lengths of the tasks over 50 ms since then. */
  readonly longTasks: (since: number) => readonly number[]
  /** Scrolls down by so many pixels a frame, and back up. What comes out is the time from frame to frame. */
  readonly scroll: (step: number, frames: number) => Promise<readonly number[]>
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Goes into the page before anything else, as text: it may use nothing from outside. */
export function installProbe(): void {
  const tasks: { start: number; duration: number }[] = []
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries())
      tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })

  let firstRow: number | undefined
  let allLoaded: number | undefined
  let inputAt: number | undefined
  let changedAt: number | undefined
  let paintedAt: number | undefined

  /** A frame is painted right after its callbacks; a message sent from one arrives after that. */
  const afterPaint = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => then(performance.now())
      channel.port2.postMessage(undefined)
    })

  const look = () => {
    const grid = document.querySelector('[role="grid"][aria-label="Users"]')
    if (firstRow === undefined && grid?.querySelector('[role="gridcell"]')) {
      firstRow = Number.NaN
      afterPaint(at => {
        firstRow = at
      })
    }
    const status = document.querySelector('[role="status"][aria-busy="false"]')?.textContent ?? ''
    if (allLoaded === undefined && /^[\d,.\u202f\u00a0]+ users?, /.test(status)) {
      allLoaded = Number.NaN
      afterPaint(at => {
        allLoaded = at
      })
    }
  }

  /** The list, what is in its place, or what is said of who is chosen from it. Not fields: React writes their attributes anew, also when they say the same. */
  const isShown = ({ type, target }: MutationRecord) =>
    target instanceof HTMLInputElement
      ? type !== 'attributes'
      : target.nodeName === 'MAIN' ||
        target.parentElement?.closest('[role="grid"], [role="table"], [aria-label="Selection"]')

  new MutationObserver(records => {
    look()
    if (!records.some(isShown)) return
    changedAt = performance.now()
    afterPaint(at => {
      paintedAt = at
    })
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

  for (const type of ['keydown', 'click'])
    addEventListener(
      type,
      event => {
        inputAt ??= event.timeStamp
      },
      { capture: true },
    )

  const known = (time: number | undefined) =>
    time === undefined || Number.isNaN(time) ? undefined : time

  window.probe = {
    firstRow: () => known(firstRow),
    allLoaded: () => known(allLoaded),
    arm: () => {
      inputAt = undefined
      changedAt = undefined
      paintedAt = undefined
    },
    settled: quiet =>
      new Promise(resolve => {
        const started = performance.now()
        const check = () => {
          const now = performance.now()
          const isQuiet = now - (changedAt ?? started) > quiet
          if (!isQuiet || (changedAt !== undefined && paintedAt === undefined))
            setTimeout(check, 20)
          else
            resolve(
              inputAt === undefined || paintedAt === undefined ? undefined : paintedAt - inputAt,
            )
        }
        check()
      }),
    drawn: selector =>
      new Promise(resolve => {
        const check = () =>
          document.querySelector(selector) ? afterPaint(resolve) : setTimeout(check, 4)
        check()
      }),
    longTasks: since => tasks.filter(({ start }) => start >= since).map(({ duration }) => duration),
    scroll: (step, frames) =>
      new Promise(resolve => {
        const grid = document.querySelector('[role="grid"][aria-label="Users"]')
        const times: number[] = []
        let last: number | undefined
        const frame = (now: number) => {
          if (last !== undefined) times.push(now - last)
          last = now
          grid?.scrollBy(0, times.length < frames / 2 ? step : -step)
          if (times.length < frames) requestAnimationFrame(frame)
          else resolve(times)
        }
        requestAnimationFrame(frame)
      }),
  }
}
