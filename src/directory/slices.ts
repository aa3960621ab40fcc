/** Milliseconds of work before input and paint get their turn: with what they need themselves well below 50. */
const slice = 10

/** Runs the work in short slices, a turn of the event loop between them. The work yields where it may pause. */
export async function inSlices<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  let started = performance.now()
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() - started > slice) {
      await turn()
      started = performance.now()
    }
  }
}

/** Runs the work without a pause. */
export function atOnce<Result>(work: Iterator<unknown, Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** Lets the browser handle input and paint before going on. Safari has no scheduler; a timer does, a little later. */
export function turn(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in globalThis.scheduler)
    return globalThis.scheduler.yield()
  return new Promise(resolve => setTimeout(resolve))
}
