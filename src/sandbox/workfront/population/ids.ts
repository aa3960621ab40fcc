import type { Template } from '../../population/model'
import { uuidOf } from '../../population/seeded'

/** 32 hexadecimal digits without a prefix, always the same for the same text. */
export function guidOf(text: string): string {
  return uuidOf(text).replace(/-/g, '')
}

export function idIn(template: Template, kind: string, key: string): string {
  return guidOf(`workfront ${template} ${kind} ${key}`)
}

const known = new Map<string, string>()

/** The same for what there is little of and everybody has: groups, teams, access levels. */
export function sharedIdIn(template: Template, kind: string, key: string): string {
  const name = `${template} ${kind} ${key}`
  const id = known.get(name) ?? idIn(template, kind, key)
  known.set(name, id)
  return id
}
