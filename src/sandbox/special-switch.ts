import type { Fault, Subject } from './faults'
import { blindMs, type SpecialRule, specials } from './population/special'

/** How the special people go about it in one system. */
export type Manners = {
  readonly rulesOf: (key: string) => readonly SpecialRule[]
  readonly concerns: (on: SpecialRule['on'], subject: Subject) => boolean
  /** What reading Unknown Uma ends in, after a write. */
  readonly unreadable: Fault
}

/** What the special people do in one workspace: remembers how often each has done it. */
export class SpecialSwitch {
  readonly #manners: Manners
  #happened = new Map<SpecialRule, number>()
  #umaWrittenAt: number | undefined

  constructor(manners: Manners = inAwork) {
    this.#manners = manners
  }

  take(subject: Subject, key: string | undefined, now: number): Fault | undefined {
    if (key === undefined) return undefined
    const { rulesOf, concerns, unreadable } = this.#manners
    if (key === 'uma') {
      const isBlind = this.#umaWrittenAt !== undefined && now - this.#umaWrittenAt < blindMs
      if (isBlind && concerns('read', subject)) return unreadable
      if (concerns('write', subject)) this.#umaWrittenAt = now
    }
    const due = rulesOf(key).find(
      rule =>
        concerns(rule.on, subject) && this.#count(rule) < (rule.times ?? Number.POSITIVE_INFINITY),
    )
    if (due) this.#happened.set(due, this.#count(due) + 1)
    return due
  }

  #count(rule: SpecialRule): number {
    return this.#happened.get(rule) ?? 0
  }
}

/** Reading somebody on their own; the list shows everybody. */
export function isRead({ method, path }: Subject): boolean {
  return method === 'GET' && /^\/users\/[^/]+$/.test(path)
}

export function isWrite({ method }: Subject): boolean {
  return method !== 'GET'
}

const inAwork: Manners = {
  rulesOf: key => specials.find(special => special.key === key)?.rules ?? [],
  concerns: (on, subject) => {
    switch (on) {
      case 'read':
        return isRead(subject)
      case 'write':
        return isWrite(subject)
      case 'activate':
        return isWrite(subject) && subject.path.endsWith('/activate')
      case 'tasks':
        return subject.path.endsWith('/assignedtasks')
    }
  },
  unreadable: {
    kind: 'status',
    status: 503,
    body: {
      code: 'server-error',
      description: 'An unexpected error occurred.',
      link: 'https://developers.awork.com/error-handling',
    },
  },
}
