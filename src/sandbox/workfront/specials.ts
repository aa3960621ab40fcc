import type { Fault, Subject } from '../faults'
import type { SpecialRule } from '../population/special'
import type { Manners } from '../special-switch'
import { envelope } from './envelope'

const failed: Fault = {
  kind: 'status',
  status: 500,
  body: envelope('java.lang.RuntimeException', 'An unexpected error occurred.'),
}
const gone: Fault = {
  kind: 'status',
  status: 404,
  body: envelope('com.attask.common.ObjectNotFoundException', 'The user was not found.'),
}

/** What the people of `population/special.ts` do to whoever acts on them in Workfront; Odd Otto’s record is in `objects/user.ts`. */
const rules: Readonly<Record<string, readonly SpecialRule[]>> = {
  // No Retry-After: none is documented.
  rita: [
    {
      on: 'write',
      kind: 'status',
      status: 429,
      times: 2,
      body: envelope(
        'com.attask.common.TooManyRequestsException',
        'Too many concurrent API requests for the given customer.',
      ),
    },
  ],
  lars: [{ on: 'write', kind: 'lost' }],
  cora: [{ on: 'write', kind: 'cut' }],
  lena: [{ on: 'write', kind: 'lie' }],
  sam: [{ on: 'write', kind: 'slow', delayMs: 8000 }],
  sven: [{ ...failed, on: 'write' }],
  hanna: [{ ...failed, on: 'write', processed: true }],
  gina: [
    { ...gone, on: 'read' },
    { ...gone, on: 'write' },
  ],
  chai: [{ on: 'read', kind: 'change', times: 1, body: { isActive: false } }],
  // An error with the status of a success, which Adobe's own client reckons with.
  rolf: [
    {
      on: 'write',
      kind: 'status',
      status: 200,
      body: envelope(
        'com.attask.common.ValidationException',
        'This user is managed in the Adobe Admin Console and cannot be changed here.',
      ),
    },
  ],
  fay: [
    { on: 'write', kind: 'html', status: 403, headers: { 'X-Reference-Error': '18.5f3c9a17' } },
  ],
  lotte: [
    {
      on: 'activate',
      kind: 'status',
      status: 422,
      body: envelope(
        'com.attask.common.LicenseException',
        'There are no licenses of this type available.',
      ),
    },
  ],
  flora: [{ on: 'read', kind: 'html', status: 503, times: 2 }],
  uma: [{ on: 'write', kind: 'lost' }],
}

export const inWorkfront: Manners = {
  rulesOf: key => rules[key] ?? [],
  concerns: (on, subject) => {
    switch (on) {
      case 'read':
        return isRead(subject)
      case 'write':
        return isWrite(subject)
      case 'activate':
        return isWrite(subject) && subject.operation === 'activate'
      case 'tasks':
        return false
    }
  },
  unreadable: { kind: 'html', status: 502 },
}

/** Reading somebody on their own, or among those who were named; the list shows everybody. */
export function isRead({ method, userId }: Subject): boolean {
  return method === 'GET' && userId !== undefined
}

export function isWrite({ method }: Subject): boolean {
  return method !== 'GET'
}
