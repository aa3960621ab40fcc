import { type Failure, FailureError } from '../../http/failure'
import type { DirectoryUpdate, User } from '../../providers/provider'
import { columns, flags } from './crowd'

/** A provider whose answers a test gives one by one. */
export class Scripted {
  readonly columns = columns
  readonly flags = flags
  /** The readings that were begun, the first one first. */
  readonly readings: Reading[] = []
  /** Who was asked for alone, and what is answered. */
  readonly asked: string[] = []
  readonly answers = new Map<string, User | FailureError>()

  directory = (signal: AbortSignal): AsyncIterable<DirectoryUpdate> => {
    const reading = new Reading(signal)
    this.readings.push(reading)
    return reading.updates()
  }

  user = async (id: string): Promise<User | undefined> => {
    this.asked.push(id)
    const answer = this.answers.get(id)
    if (answer instanceof FailureError) throw answer
    return answer
  }

  /** The reading that was begun last. */
  get reading(): Reading {
    const last = this.readings.at(-1)
    if (!last) throw new Error('nothing is being read')
    return last
  }
}

type Step = DirectoryUpdate | 'end' | FailureError

class Reading {
  readonly signal: AbortSignal
  readonly #steps: Step[] = []
  #wake: () => void = () => {}

  constructor(signal: AbortSignal) {
    this.signal = signal
    signal.addEventListener('abort', () => this.#give(new FailureError(failure('aborted'))))
  }

  users(...users: readonly User[]) {
    return this.#give({ type: 'users', users })
  }

  update(update: DirectoryUpdate) {
    return this.#give(update)
  }

  end() {
    return this.#give('end')
  }

  fail(kind: Failure['kind']) {
    return this.#give(new FailureError(failure(kind)))
  }

  async *updates(): AsyncGenerator<DirectoryUpdate, void, undefined> {
    for (;;) {
      const step = this.#steps.shift()
      if (step === 'end') return
      if (step instanceof FailureError) throw step
      if (step) yield step
      else
        await new Promise<void>(resolve => {
          this.#wake = resolve
        })
    }
  }

  #give(step: Step) {
    this.#steps.push(step)
    this.#wake()
    return this
  }
}

export const failure = (kind: Failure['kind']): Failure => ({ kind, method: 'GET', path: '/users' })
