import type { Fault, Subject } from './faults'
import { blindMs, type SpecialRule, specials } from './population/special'

const unreadable: Fault = {
  kind: 'status',
  status: 503,
  body: {
    code: 'server-error',
    description: 'An unexpected error occurred.',
    link: 'https://developers.awork.com/error-handling',
  },
}

/** What the special people do in one workspace: remembers how often each has done it. */
export class SpecialSwitch {
  #happened = new Map<SpecialRule, number>()
  #umaWrittenAt: number | undefined

  take(subject: Subject, key: string | undefined, now: number): Fault | undefined {
    if (key === undefined) return undefined
    if (key === 'uma') {
      if (isRead(subject) && this.#umaWrittenAt !== undefined && now - this.#umaWrittenAt < blindMs)
        return unreadable
      if (isWrite(subject)) this.#umaWrittenAt = now
    }
    const rules = specials.find(special => special.key === key)?.rules ?? []
    const due = rules.find(
      rule =>
        concerns(rule, subject) && this.#count(rule) < (rule.times ?? Number.POSITIVE_INFINITY),
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

function concerns({ on }: SpecialRule, subject: Subject): boolean {
  switch (on) {
    case 'read':
      return isRead(subject)
    case 'write':
      return isWrite(subject)
    case 'activate':
      return isWrite(subject) && subject.path.endsWith('/activate')
  }
}
