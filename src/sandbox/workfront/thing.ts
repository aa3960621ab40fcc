import type { Tenant } from './tenant'

/** A time is milliseconds since the epoch; its field says that it is one. */
export type Value = string | number | boolean | undefined

export type FieldType = 'string' | 'boolean' | 'dateTime' | 'int' | 'double'

/** One object of any type, as fields and filters see it. */
export type Thing = {
  readonly type: ObjectType
  readonly id: string
  readonly value: (field: string) => Value
  /** What stands in an answer instead of the value. */
  readonly odd: (field: string) => Value
  readonly reference: (name: string) => Thing | undefined
  readonly collection: (name: string) => readonly Thing[]
}

export type ObjectType = {
  readonly objCode: string
  /** As errors and metadata name it: "User". */
  readonly name: string
  readonly fields: ReadonlyMap<string, FieldType>
  /** Name → objCode of what it refers to. */
  readonly references: ReadonlyMap<string, string>
  readonly collections: ReadonlyMap<string, string>
}

type Form<Row> = {
  readonly objCode: string
  readonly name: string
  readonly odd?: (row: Row, field: string) => Value
  readonly fields: Readonly<
    Record<string, readonly [FieldType, (row: Row, tenant: Tenant) => Value]>
  >
  readonly references?: Readonly<
    Record<string, readonly [string, (row: Row, tenant: Tenant) => Thing | undefined]>
  >
  readonly collections?: Readonly<
    Record<string, readonly [string, (row: Row, tenant: Tenant) => readonly Thing[]]>
  >
}

export type Bound<Row> = {
  readonly type: ObjectType
  readonly bind: (row: Row, tenant: Tenant) => Thing
}

/** A type, and what makes a thing of one of its rows. */
export function objectType<Row extends { readonly id: string }>(form: Form<Row>): Bound<Row> {
  const { references = {}, collections = {} } = form
  const fields: Form<Row>['fields'] = {
    ID: ['string', row => row.id],
    objCode: ['string', () => form.objCode],
    ...form.fields,
  }
  const kinds = <Kind extends string>(of: Readonly<Record<string, readonly [Kind, unknown]>>) =>
    new Map(Object.entries(of).map(([name, [kind]]) => [name, kind]))
  const type: ObjectType = {
    objCode: form.objCode,
    name: form.name,
    fields: kinds(fields),
    references: kinds(references),
    collections: kinds(collections),
  }
  // Not closures: there are a hundred thousand of them, and their references.
  class BoundThing implements Thing {
    readonly type = type
    readonly #row: Row
    readonly #tenant: Tenant

    constructor(row: Row, tenant: Tenant) {
      this.#row = row
      this.#tenant = tenant
    }
    get id(): string {
      return this.#row.id
    }
    value(name: string): Value {
      return fields[name]?.[1](this.#row, this.#tenant)
    }
    odd(name: string): Value {
      return form.odd?.(this.#row, name)
    }
    reference(name: string): Thing | undefined {
      return references[name]?.[1](this.#row, this.#tenant)
    }
    collection(name: string): readonly Thing[] {
      return collections[name]?.[1](this.#row, this.#tenant) ?? []
    }
  }
  return { type, bind: (row, tenant) => new BoundThing(row, tenant) }
}
