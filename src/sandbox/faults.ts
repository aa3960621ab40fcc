import { z } from 'zod'

/**
 * What can be made to go wrong with a request:
 *
 * - `status`: this answer instead of the real one (`processed`: after the request did its work)
 * - `html`: an HTML page instead of JSON, 200 unless `status` says otherwise
 * - `nonsense`: the request does its work, the answer is JSON of a wrong form
 * - `cut`: the connection is cut before the request does anything
 * - `lost`: the request does its work, then the connection is cut
 * - `lie`: the right answer, but nothing has happened
 * - `slow`: waits `delayMs`, then does its work · `late`: does its work, waits, then answers
 * - `change`: before the request is handled, somebody else changes the user concerned (`body` as in PATCH users)
 */
export const faultKinds = [
  'status',
  'html',
  'nonsense',
  'cut',
  'lost',
  'lie',
  'slow',
  'late',
  'change',
] as const

export const systems = ['awork', 'workfront'] as const

export const faultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /** Both if missing. */
  system: z.enum(systems).optional(),
  /** Any if missing. */
  method: z.string().optional(),
  /** Such as `/users/:id/deactivate` or `/user/:id`, below the API's base; any if missing. */
  path: z.string().startsWith('/').optional(),
  /** Only requests about this user. */
  userId: z.string().optional(),
  /** Only requests with these query parameters. */
  query: z.record(z.string(), z.string()).optional(),
  status: z.int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  processed: z.boolean().optional(),
  delayMs: z.number().min(0).optional(),
  /** How often it happens; always if missing. */
  times: z.int().min(1).optional(),
  /** How many matching requests pass before it happens. */
  skip: z.int().min(0).optional(),
})

export type Fault = z.infer<typeof faultSchema>

/** What a fault looks at. */
export type Subject = {
  readonly system: (typeof systems)[number]
  readonly method: string
  readonly path: string
  /** Where the path does not say it: `activate`. */
  readonly operation?: string | undefined
  readonly query: URLSearchParams
  readonly userId: string | undefined
}

/** The fault switch of one workspace: remembers how often each fault has happened. */
export class FaultSwitch {
  #faults: { readonly fault: Fault; skip: number; times: number }[] = []
  readonly #held = new Set<() => void>()

  add(fault: Fault): void {
    this.#faults.push({
      fault,
      skip: fault.skip ?? 0,
      times: fault.times ?? Number.POSITIVE_INFINITY,
    })
  }

  /** Nothing goes wrong from now on, and what is held up goes on. */
  clear(): void {
    this.#faults = []
    for (const letGo of this.#held) letGo()
  }

  /** Until `delay` is over, or the faults are cleared. */
  hold(delay: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const letGo = () => {
        this.#held.delete(letGo)
        resolve()
      }
      this.#held.add(letGo)
      delay.then(letGo, reject)
    })
  }

  /** The first fault that is due for this request, and counts it. */
  take(subject: Subject): Fault | undefined {
    for (const entry of this.#faults) {
      if (entry.times < 1 || !concerns(entry.fault, subject)) continue
      if (entry.skip > 0) {
        entry.skip -= 1
        continue
      }
      entry.times -= 1
      return entry.fault
    }
    return undefined
  }
}

function concerns(fault: Fault, subject: Subject): boolean {
  return (
    (!fault.system || fault.system === subject.system) &&
    (!fault.method || fault.method.toUpperCase() === subject.method) &&
    (!fault.path || isLike(fault.path, subject.path)) &&
    (!fault.userId || fault.userId === subject.userId) &&
    Object.entries(fault.query ?? {}).every(([name, value]) => subject.query.get(name) === value)
  )
}

function isLike(pattern: string, path: string): boolean {
  const parts = path.split('/')
  const wanted = pattern.split('/')
  return (
    wanted.length === parts.length &&
    wanted.every(
      (part, n) => part.startsWith(':') || part.toLowerCase() === parts[n]?.toLowerCase(),
    )
  )
}
