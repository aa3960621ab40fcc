import type { Fault } from '../faults'
import type { Draft } from './draft'

/** `on`: which requests about this person go wrong; reads are `GET /users/{id}`, `tasks` is awork's list of theirs. */
export type SpecialRule = Fault & { readonly on: 'read' | 'write' | 'activate' | 'tasks' }

export type Special = {
  readonly key: string
  readonly first: string
  readonly last: string
  /** For the page about the sandbox. */
  readonly shows: string
  readonly rules: readonly SpecialRule[]
  readonly history?: Pick<Draft, 'deactivated'>
}

/** How long Unknown Uma cannot be read after a write, in milliseconds. */
export const blindMs = 60_000

const error = (code: string, description: string, more: object = {}) => ({
  code,
  description,
  link: 'https://developers.awork.com/error-handling',
  ...more,
})
const serverError = error('server-error', 'An unexpected error occurred.')

/** People who read as what they are and reach every failure. */
export const specials: readonly Special[] = [
  {
    key: 'rita',
    first: 'Rate-limited',
    last: 'Rita',
    shows:
      'The first two writes are turned away with 429 and “ratelimit-reset: 1”; the third works.',
    rules: [
      {
        on: 'write',
        kind: 'status',
        status: 429,
        times: 2,
        headers: { 'ratelimit-reset': '1', 'ratelimit-remaining': '0' },
        body: { message: 'API rate limit exceeded' },
      },
    ],
  },
  {
    key: 'lars',
    first: 'Lost-answer',
    last: 'Lars',
    shows: 'A write is carried out, then the connection is cut: the answer never arrives.',
    rules: [{ on: 'write', kind: 'lost' }],
  },
  {
    key: 'cora',
    first: 'Cut-off',
    last: 'Cora',
    shows: 'The connection is cut before a write does anything.',
    rules: [{ on: 'write', kind: 'cut' }],
  },
  {
    key: 'lena',
    first: 'Lying',
    last: 'Lena',
    shows: 'A write is answered as done, but nothing has changed.',
    rules: [{ on: 'write', kind: 'lie' }],
  },
  {
    key: 'otto',
    first: 'Odd',
    last: 'Otto',
    shows: 'His record is not as documented: “status” is the text "yes".',
    rules: [],
  },
  {
    key: 'sam',
    first: 'Slow',
    last: 'Sam',
    shows: 'A write takes 8 seconds, then works.',
    rules: [{ on: 'write', kind: 'slow', delayMs: 8000 }],
  },
  {
    key: 'sven',
    first: 'Server-error',
    last: 'Sven',
    shows: 'A write ends in a 500 and does nothing.',
    rules: [{ on: 'write', kind: 'status', status: 500, body: serverError }],
  },
  {
    key: 'hanna',
    first: 'Half-done',
    last: 'Hanna',
    shows: 'A write ends in a 500, but it was carried out.',
    rules: [{ on: 'write', kind: 'status', status: 500, processed: true, body: serverError }],
  },
  {
    key: 'gina',
    first: 'Gone',
    last: 'Gina',
    shows: 'She is in the list, but reading or changing her answers 404.',
    rules: [
      {
        on: 'read',
        kind: 'status',
        status: 404,
        body: error('not-found', 'The user was not found.'),
      },
      {
        on: 'write',
        kind: 'status',
        status: 404,
        body: error('not-found', 'The user was not found.'),
      },
    ],
  },
  {
    key: 'chai',
    first: 'Changing',
    last: 'Chai',
    shows:
      'Somebody else deactivates them between the list and the first time they are read on their own.',
    rules: [{ on: 'read', kind: 'change', times: 1, body: { isDeactivated: true } }],
  },
  {
    key: 'bea',
    first: 'Busy',
    last: 'Bea',
    shows:
      'The first time her tasks are asked for she has none; by the next time somebody has given her five. In awork.',
    rules: [{ on: 'tasks', kind: 'status', status: 200, times: 1, body: [] }],
  },
  {
    key: 'rolf',
    first: 'Refused',
    last: 'Rolf',
    shows: 'A write is refused with the API’s own reason and validation errors.',
    rules: [
      {
        on: 'write',
        kind: 'status',
        status: 400,
        body: error(
          'validation-failed',
          'The model sent in the request is invalid. See the validation errors for details.',
          {
            validationErrors: [
              {
                property: 'UserId',
                message: '‘User’ is managed by your identity provider and cannot be changed here.',
              },
            ],
          },
        ),
      },
    ],
  },
  {
    key: 'fay',
    first: 'Forbidden',
    last: 'Fay',
    shows: 'A write is blocked at the edge: 403 with “X-Edge-Ref” and a page instead of JSON.',
    rules: [{ on: 'write', kind: 'html', status: 403, headers: { 'X-Edge-Ref': 'edge-5f3c9a17' } }],
  },
  {
    key: 'lotte',
    first: 'Last-seat',
    last: 'Lotte',
    shows: 'She is deactivated, and there is no seat to activate her: 400 “insufficient-seats”.',
    rules: [
      {
        on: 'activate',
        kind: 'status',
        status: 400,
        body: error(
          'insufficient-seats',
          'There are not enough remaining seats while trying to invite or activate users.',
        ),
      },
    ],
    history: { deactivated: '2026-10-12' },
  },
  {
    key: 'flora',
    first: 'Flaky',
    last: 'Flora',
    shows: 'The first two reads of her fail with 503, then all is fine.',
    rules: [{ on: 'read', kind: 'status', status: 503, times: 2, body: serverError }],
  },
  {
    key: 'uma',
    first: 'Unknown',
    last: 'Uma',
    shows:
      'The answer to a write is lost, and for 60 seconds she cannot be read either: nobody knows.',
    rules: [{ on: 'write', kind: 'lost' }],
  },
]

export const specialDrafts: readonly Draft[] = specials.map(({ key, first, last, history }, n) => ({
  first,
  last,
  special: key,
  email: `${first}.${last}@acme.example`.toLowerCase(),
  teams: ['IT'],
  created: `2025-0${1 + (n % 9)}-1${n % 8}`,
  ...history,
}))
