import type { Failure } from '../http/failure'
import type { Administration } from './administration'

/** PRODUCT words. `undefined` is unknown or absent; `null` exists only on the wire. Times are ISO 8601 UTC. */

export const statuses = ['invited', 'active', 'deactivated', 'archived', 'pendingApproval'] as const
export const kinds = ['person', 'apiUser', 'external', 'agent'] as const
export const actions = ['activate', 'deactivate', 'archive', 'unarchive', 'delete'] as const

export type Status = (typeof statuses)[number]
export type Kind = (typeof kinds)[number]
export type Action = (typeof actions)[number]

export type User = {
  readonly id: string
  /** Never empty: first and last name, else the e-mail, else the id. */
  readonly name: string
  /** For sentences: "Olga can no longer sign in." `undefined`: the system knows none, use the name. */
  readonly firstName?: string | undefined
  /** The e-mail shown in the table; `undefined`: has none. */
  readonly email: string | undefined
  /** All of the user's e-mail addresses, the shown one first. */
  readonly emails: readonly string[]
  readonly status: Status
  readonly kind: Kind
  readonly position: string | undefined
  /** `undefined`: not read yet or not readable; see `Directory.parts.roles`. */
  readonly role: string | undefined
  /** `undefined`: not known. */
  readonly isAdmin: boolean | undefined
  readonly teams: readonly string[]
  readonly tags: readonly string[]
  readonly createdAt: string | undefined
  readonly createdBy: string | undefined
  readonly updatedAt: string | undefined
  readonly deactivatedAt: string | undefined
  /** The system will deactivate them by itself then: active, until that day. */
  readonly deactivatesAt?: string | undefined
  /** What only this vendor has, by the id of the column that shows it. */
  readonly details?: Readonly<Record<string, readonly string[]>> | undefined
  /** Milliseconds since the epoch at which this answer was read: of two answers the later one holds. */
  readonly readAt: number
  /** The answer was not as documented: what is shown is what could be read, and no action is offered. */
  readonly unreadable: { readonly endpoint: string; readonly field: string } | undefined
}

export type Operator = {
  /** The user id of who is signed in. */
  readonly id: string
  readonly name: string
  readonly email: string | undefined
  readonly workspace: {
    readonly id: string
    readonly name: string
    readonly url: string | undefined
  }
  readonly isAdmin: boolean
  /** The vendor's names of the rights the operator has, e.g. `user-manage-config:write`. Empty for an admin. */
  readonly rights: readonly string[]
  /** Why the rights could not be read; then `rights` is empty and nothing that needs one is offered. */
  readonly rightsUnknown?: string | undefined
  /** An API key acts as its own machine account: actions are recorded as it. */
  readonly isApiUser: boolean
}

export type Role = {
  readonly id: string
  readonly name: string
  readonly isAdmin: boolean
  /** What it may do, in words, one line each; `undefined`: cannot be read. */
  readonly permissions: readonly string[] | undefined
  /** Why nobody else can be given it: it is archived. `undefined`: it can be given. */
  readonly unavailable?: string | undefined
}

/** A figure is read, or it is not known and says why. Never a zero for unknown. */
export type Figure =
  | {
      readonly known: true
      readonly value: number
      readonly atLeast?: true
      readonly names?: readonly string[]
      /** What stands beside the figure where there are no names: "in 4 projects". */
      readonly detail?: string
      /** Where they can be looked at: the page of API users. */
      readonly seenAt?: 'apiUsers'
    }
  | { readonly known: false; readonly reason: string }

/** By figure key (`Provider.figures` has the labels), e.g. `openTasks`. */
export type Forecast = Readonly<Record<string, Figure>>

/** Who goes in the same run, by user id, with their place in it: what two leave behind together counts for the later. */
export type RunOrder = ReadonlyMap<string, number>

/** What the API reports after an action, by figure key, e.g. `privateProjectsDeleted`. */
export type Summary = Readonly<Record<string, number>>

/** What can be done is its implementation, or the reason it cannot: the two can never disagree. */
export type Ability<Run> = { readonly run: Run } | { readonly reason: string }

/** One step of a directory being read. */
export type DirectoryUpdate =
  /** New users, or newer answers for users already given (by id). */
  | { readonly type: 'users'; readonly users: readonly User[] }
  /** The API told how many there are in all. Often it does not. */
  | { readonly type: 'total'; readonly total: number }
  /** A part of each user that comes from another endpoint. */
  | { readonly type: 'part'; readonly part: Part; readonly state: PartState }
  /** Users that could not be read: what is missing, in words ("page 3"). The rest goes on. */
  | { readonly type: 'missing'; readonly what: string; readonly failure: Failure }

/**
 * `roles` fills `role` and `isAdmin`; `machines` fills `kind: 'apiUser'`; `field:…` one column that not every tenant of
 * the vendor has. `everybody` is unknown where the system leaves out without a word whom the operator may not see.
 */
export type Part = 'roles' | 'machines' | 'everybody' | `field:${string}`
export type PartState =
  | { readonly state: 'loading' }
  | { readonly state: 'known' }
  /** `what`: what is not told about the users, in words; it is said above the list, where no column says it. */
  | { readonly state: 'unknown'; readonly reason: string; readonly what?: string }

/**
 * A column of the users table. Whatever a vendor calls them, these ids are the same for all: `name`, `email`, `status`,
 * `role`, `position`, `created`, `deactivated`, `deactivates` and `id`; the user page shows the others by their headers.
 */
export type Column = {
  /** Stable: it is in URLs and preferences. */
  readonly id: string
  readonly header: string
  readonly type: 'text' | 'list' | 'date' | 'status' | 'kind'
  /** What is shown, sorted by, searched and exported. Lists in their own order; dates ISO. */
  readonly values: (user: User) => readonly string[]
  /** Width in px before the operator resizes it. */
  readonly width: number
  /** Shown before the operator chooses. */
  readonly shown: boolean
  /** Is part of what the search box looks at. */
  readonly searched: boolean
  /** Offered as a filter button with this label ("Team" for the column "Teams"). */
  readonly filter?: string
  /** Comes from another endpoint than the users: shows as loading or not known by that part's state. */
  readonly part?: Part
}

/** A yes/no filter next to the column filters, e.g. "has no e-mail". */
export type Flag = {
  readonly id: string
  readonly label: string
  readonly test: (user: User) => boolean
}

/** A saved view that comes built in. `search` is a query string of the users page, without `?`. */
export type BuiltInView = { readonly id: string; readonly name: string; readonly search: string }

export type ActionRules = {
  readonly from: readonly Status[]
  /** Why not from another status, where there is more to say than from which it is possible. */
  readonly notFrom?: Partial<Readonly<Record<Status, string>>>
  /** `gone`: a read after it must not find the user. */
  readonly to: Status | 'gone'
  /** Other statuses that also show it worked: who never accepted an invitation is invited again after `activate`. */
  readonly toAlso?: readonly Status[]
  /** Why it is not certain that the operator may, where the system does not tell: "Only trying tells." */
  readonly uncertain?: string
  /** What the API itself does about the last admin, where it is documented: "awork itself refuses to deactivate the last one." */
  readonly lastAdmin?: string
  /**
   * Why the operator may not do it to this user, where that depends on who it is: then it is this, not the ability's
   * reason, that counts. `undefined`: they may, unless the ability says otherwise.
   */
  readonly reasonFor?: (user: User) => string | undefined
  /** The sentences under "What will happen", true for this provider. */
  readonly consequences: (user: User) => readonly string[]
  /** What there is to say of all of them together, e.g. what differs from one to the next. */
  readonly consequencesOfAll?: (users: readonly User[]) => readonly string[]
  /** What the vendor says to look after first, and what this action leaves as it is. Listed before, and on the receipt. */
  readonly notHandled?: readonly string[]
  /** Sentences that are true once it is done: "The licence is free for somebody else." */
  readonly afterwards?: readonly string[]
  /** Something that can be chosen with it, once for everybody in a run. */
  readonly choice?: ActionChoice
  /** The action that takes it back, with what it does not bring back. */
  readonly undo: { readonly action: Action; readonly limits: string } | { readonly reason: string }
}

/** Optional always: nothing is sent where nothing is chosen. */
export type ActionChoice = {
  /** "Access level" */
  readonly label: string
  /** When it is needed, and what comes of leaving it out. */
  readonly hint: string
  /** What choosing nothing means: "As it was". */
  readonly none: string
  readonly load: (signal: AbortSignal) => Promise<readonly Choice[]>
}
export type Choice = { readonly id: string; readonly name: string }

export interface Provider {
  readonly id: string
  /** The vendor's name as it is written, e.g. "awork". */
  readonly name: string
  readonly operator: Operator
  readonly columns: readonly Column[]
  readonly flags: readonly Flag[]
  readonly views: readonly BuiltInView[]
  /** Statuses and kinds this system has. */
  readonly statuses: readonly Status[]
  readonly kinds: readonly Kind[]
  /** Labels of forecast and summary figures, in the order they are shown. */
  readonly figures: readonly FigureLabel[]
  readonly rules: Readonly<Record<Action, ActionRules>>
  /** At most this many writes a second and requests at once: half of what the vendor allows, it is shared. */
  readonly pace: { readonly perSecond: number; readonly atOnce: number }

  /** Everybody, page by page, first page first. Throws only when the first page cannot be read. */
  directory(signal: AbortSignal): AsyncIterable<DirectoryUpdate>
  /** One user, with role and kind; `undefined`: no longer there. Reads are retried inside. */
  user(id: string, signal: AbortSignal): Promise<User | undefined>
  /**
   * The active admins who are people, read now; by reason where roles cannot be read. Asked right before an admin
   * is cut, because somebody else may have cut another one since the list was read. `undefined`: it can never be read
   * here, and is guarded as where there is no such ability: not at all.
   */
  admins?: Ability<
    (signal: AbortSignal) => Promise<readonly Pick<User, 'id' | 'name'>[] | undefined>
  >
  /** Where this user is in the vendor's own UI; `undefined`: not known. */
  userUrl(user: User): string | undefined
  /** What the action will break. Read again right before the write: lists in it may be up to a minute old. */
  forecast: Ability<
    (
      user: Pick<User, 'id'>,
      action: Action,
      signal: AbortSignal,
      order?: RunOrder,
    ) => Promise<Forecast>
  >
  /**
   * A write: sent exactly once, never retried. `undefined`: the API reports nothing. Once `until` is aborted it is not
   * sent any more, and fails as `aborted`; under way it goes on.
   * `choice` is the id of what was chosen with it (`ActionRules.choice`).
   */
  actions: Readonly<
    Record<
      Action,
      Ability<(user: User, until: AbortSignal, choice?: string) => Promise<Summary | undefined>>
    >
  >
  /** The user page and the API users page; by reason where the system offers neither. Loaded when needed. */
  readonly administration: Ability<() => Promise<Administration>>
  /** Why there is no page for API users; `undefined`: there is one. */
  readonly noApiUsers?: string | undefined
  /** Ends the grant at the vendor; by reason where there is nothing to end (a pasted token). */
  revoke: Ability<(signal: AbortSignal) => Promise<void>>
}

export type FigureLabel = {
  readonly key: string
  /** "Open tasks assigned" */
  readonly label: string
  /** "Open tasks" */
  readonly short: string
  /** What a count of it is a count of: "open task", "open tasks". */
  readonly counted?: readonly [one: string, many: string]
  /** A forecast figure, a summary figure, or both under one key. */
  readonly when: 'before' | 'after'
  /** The run itself may add to it, so that more than was foreseen is no reason to stop. */
  readonly growsInRun?: true
  /** For an `after` figure: the `before` figure it is shown next to. */
  readonly forecastKey?: string
}

/** What a provider gets of the session: a token when it asks, a newer one when the API said the last is no good. */
export type Credentials = {
  /** The token to send. */
  readonly token: () => string
  /** How it was come by: some vendors take a pasted key in another header than a token of OAuth. */
  readonly means: () => 'oauth' | 'pasted'
  /**
   * A token that is not `stale`. Refreshes once, whoever asks; where that is not possible it waits until the
   * operator has signed in again. Rejects with a `FailureError` of kind `expired` when the operator gives up.
   */
  readonly renew: (stale: string) => Promise<string>
}

/** One vendor, before anybody is signed in. `registry.ts` lists them. */
export interface Vendor {
  readonly id: string
  readonly name: string
  /** Label of the field for a pasted token: "Access token" or "API key". */
  readonly tokenLabel: string
  /** The same as `Provider.figures`: receipts are read while nobody is signed in, too. */
  readonly figures?: readonly FigureLabel[]
  /** OAuth endpoints where the config does not name them; absolute, or relative to the page. */
  oauthEndpoints(apiUrl: string): {
    authorizeUrl: string
    tokenUrl: string
    registrationUrl: string | undefined
  }
  readonly scope: string
  /** Where a token endpoint calls its tokens something else than "Bearer": in lower case. */
  readonly tokenTypes?: readonly Lowercase<string>[]
  /** The token endpoint wants the redirect URI also when a token is renewed, which OAuth does not ask for. */
  readonly renewsWithRedirectUri?: boolean
  /** Whose token it is: checked with as few calls as the vendor allows. */
  identify(apiUrl: string, credentials: Credentials, signal: AbortSignal): Promise<Operator>
  /**
   * Pure: makes no call. `clientId` is there when signed in by OAuth. `siteUrl`: where the operator visits the vendor,
   * as far as the config tells: it may be another place than the one that is called.
   */
  connect(
    connection: {
      readonly apiUrl: string
      readonly clientId: string | undefined
      readonly siteUrl?: string | undefined
    },
    credentials: Credentials,
    operator: Operator,
  ): Provider
}
