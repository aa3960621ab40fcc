import type { Ability, Role, User } from './provider'

/**
 * What the user page and the API users page need beyond the table. Loaded when one of them opens.
 * Reads are retried inside; a write is sent exactly once. All of them throw `FailureError`, whose `fieldErrors` go by
 * our names: a `ProfileField.id`, a key of `ContactValues` or `Address`, or `name`, `roleId` and `clientId`.
 */
export interface Administration {
  /** One user in full; `undefined`: no longer there, or never was. */
  record(id: string, signal: AbortSignal): Promise<UserRecord | undefined>
  /**
   * What somebody is called: one small request where `Provider.user` needs many; `undefined`: no longer there. A
   * system whose users come whole needs none of it.
   */
  readonly nameOf?: (id: string, signal: AbortSignal) => Promise<string | undefined>
  /** Can this person sign in? What the system lets us check, and what it does not. */
  signIn(user: User, signal: AbortSignal): Promise<SignInAnswer>
  readonly profile: {
    readonly fields: readonly ProfileField[]
    /** Every field is sent: one that was not touched goes back as it was read. */
    readonly save: (
      user: Pick<User, 'id'>,
    ) => Ability<(values: ProfileValues, signal: AbortSignal) => Promise<void>>
    /** What the system makes of an e-mail address; `undefined`: nothing. */
    readonly suggest: Ability<
      (email: string, signal: AbortSignal) => Promise<ProfileValues | undefined>
    >
  }
  /** `undefined`: the system has none besides the e-mail. */
  readonly contacts?: Contacts
  /** All roles with what they may do; by reason where they cannot be read. */
  readonly roles: Ability<(signal: AbortSignal) => Promise<readonly Role[]>>
  readonly moveToRole: Ability<
    (user: Pick<User, 'id'>, roleId: string, signal: AbortSignal) => Promise<void>
  >
  readonly apiUsers: Ability<ApiUserAdministration>
}

export type UserRecord = {
  readonly user: User
  /** Without any field, not even an empty one, where it could not be read. */
  readonly profile: ProfileValues
  readonly contacts: readonly Contact[]
  /** The field for which the contacts could not be read: there may be some. */
  readonly contactsUnread?: string | undefined
  readonly roleId: string | undefined
  readonly updatedBy: string | undefined
  /** "External", "SCIM" and the like: remarks an admin should know, in words. */
  readonly remarks: readonly string[]
}

export type SignInAnswer = {
  readonly can: 'yes' | 'no' | 'notYet' | 'unknown'
  /** "No. Deactivated on 3 Nov 2026." The page adds who can change it. */
  readonly answer: string
  /** Which action would change the answer, if one does. */
  readonly action: 'activate' | 'unarchive' | undefined
  readonly checked: readonly {
    readonly text: string
    readonly state: 'fine' | 'inTheWay' | 'unknown'
  }[]
  /** What the system does not show: passwords, single sign-on, last sign-in, the e-mail used to sign in. */
  readonly notShown: readonly string[]
}

export type ProfileField = {
  readonly id: string
  readonly label: string
  readonly type: 'text' | 'date' | 'choice'
  readonly maxLength: number | undefined
  /** `choice`: what is offered. A value that is not among them is kept and offered too. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** Filled by `suggest` where empty. */
  readonly suggested: boolean
}

/** By field id; `undefined` is empty. Dates are `YYYY-MM-DD`. */
export type ProfileValues = Readonly<Record<string, string | undefined>>

export type ContactKind = {
  readonly type: string
  /** "E-mail" */
  readonly label: string
  readonly subTypes: readonly { readonly value: string; readonly label: string }[]
  readonly isAddress: boolean
  /** Takes a label of the operator's own ("custom"). */
  readonly isLabelled: boolean
  /** Of the value, and of a label. */
  readonly maxLength: number
  /** Where it is an address: how long its parts may be. */
  readonly addressLimits?: Readonly<Record<keyof Address, number>>
}

export type Address = {
  readonly addressLine1: string
  readonly addressLine2: string | undefined
  readonly zipCode: string | undefined
  readonly city: string | undefined
  readonly state: string | undefined
  /** Two letters, ISO 3166-1. */
  readonly country: string | undefined
}

export type ContactValues = {
  readonly type: string
  readonly subType: string | undefined
  readonly label: string | undefined
  readonly value: string | undefined
  readonly address: Address | undefined
}

export type Contact = ContactValues & {
  readonly id: string
  /** This one is the e-mail of the users table. */
  readonly isShownEmail: boolean
}

export type Contacts = {
  readonly kinds: readonly ContactKind[]
  /** Adding, changing and removing need the same right. */
  readonly edit: (user: Pick<User, 'id'>) => Ability<ContactEditing>
}

export type ContactEditing = {
  readonly add: (values: ContactValues, signal: AbortSignal) => Promise<void>
  readonly change: (id: string, values: ContactValues, signal: AbortSignal) => Promise<void>
  readonly remove: (id: string, signal: AbortSignal) => Promise<void>
}

export type ApiUser = {
  readonly id: string
  readonly name: string
  readonly roleId: string | undefined
  /** `undefined`: roles cannot be read. */
  readonly role: string | undefined
  readonly isAdmin: boolean | undefined
  readonly clientId: string | undefined
  /** The client application's display name. */
  readonly client: string | undefined
  readonly createdAt: string | undefined
  readonly createdBy: string | undefined
  readonly updatedAt: string | undefined
}

export type ClientApplication = { readonly id: string; readonly name: string }

export type ApiUserAdministration = {
  readonly list: (signal: AbortSignal) => Promise<readonly ApiUser[]>
  readonly clients: Ability<(signal: AbortSignal) => Promise<readonly ClientApplication[]>>
  /** The role is always sent: without one the system would make an admin. */
  readonly create: Ability<
    (
      values: {
        readonly name: string
        readonly roleId: string
        readonly clientId: string | undefined
      },
      signal: AbortSignal,
    ) => Promise<ApiUser>
  >
  readonly change: Ability<
    (
      id: string,
      values: { readonly name: string; readonly roleId: string },
      signal: AbortSignal,
    ) => Promise<void>
  >
  /** The key, shown once: never stored, never logged. */
  readonly generateKey: Ability<
    (
      apiUser: { readonly id: string; readonly clientId: string },
      signal: AbortSignal,
    ) => Promise<string>
  >
}
