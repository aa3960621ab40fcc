import * as z from 'zod/mini'
import { flag, identity, type Parsed, parsed, text } from '../parsing'

/**
 * Only the fields we use, unknown ones ignored; what is asked for comes in `data`. A reference brings these along.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export const named = z.nullish(z.object({ ID: text, name: text }))

/**
 * Workfront's times have a colon before the milliseconds and none in the offset: `2020-05-18T17:00:00:000-0600`.
 * Whatever is no time is not known.
 */
export function instantOf(wire: string | null | undefined): string | undefined {
  if (!wire) return undefined
  const time = new Date(
    wire.replace(/(T\d\d:\d\d:\d\d):(\d{3})/, '$1.$2').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  )
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

/** Documented with and without `data` around it. */
const countWire = z.union([
  z.object({ data: z.object({ count: z.number() }) }),
  z.object({ count: z.number() }),
])

export function toCount(wire: unknown): Parsed<number> {
  return parsed(countWire, wire, answer => ('data' in answer ? answer.data.count : answer.count))
}

const sessionWire = z.object({
  data: z.object({ userID: identity, customerID: text, isAdmin: flag }),
})
export type SessionFacts = {
  readonly userId: string
  readonly customerId: string | undefined
  /** `undefined`: not told. */
  readonly isAdmin: boolean | undefined
}

export function toSession(wire: unknown): Parsed<SessionFacts> {
  return parsed(sessionWire, wire, ({ data }) => ({
    userId: data.userID,
    customerId: data.customerID || undefined,
    isAdmin: data.isAdmin ?? undefined,
  }))
}

const members = z.catch(z.nullish(z.record(z.string(), z.unknown())), undefined)
const metadataWire = z.object({
  data: z.object({ fields: z.record(z.string(), z.unknown()), references: members }),
})

/** The names of the fields and references that this tenant's version has. */
export function toFieldNames(wire: unknown): Parsed<ReadonlySet<string>> {
  return parsed(
    metadataWire,
    wire,
    ({ data }) => new Set([...Object.keys(data.fields), ...Object.keys(data.references ?? {})]),
  )
}

const levelsWire = z.object({
  data: z.array(z.object({ ID: identity, name: text, isAdmin: flag })),
})
export type Level = {
  readonly id: string
  readonly name: string
  readonly isAdmin: boolean
}

export function toLevels(wire: unknown): Parsed<readonly Level[]> {
  return parsed(levelsWire, wire, ({ data }) =>
    data
      .map(({ ID, name, isAdmin }) => ({
        id: ID,
        name: name || ID,
        isAdmin: isAdmin === true || name === 'System Administrator',
      }))
      // They come by id, and are looked for by name.
      .sort((one, other) => one.name.localeCompare(other.name)),
  )
}
