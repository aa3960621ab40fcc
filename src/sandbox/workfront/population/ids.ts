import type { Template } from '../../population/model'
import { uuidOf } from '../../population/seeded'

/** 32 hexadecimal digits without a prefix, always the same for the same text. */
export function guidOf(text: string): string {
  return uuidOf(text).replace(/-/g, '')
}

export function idIn(template: Template, kind: string, key: string): string {
  return guidOf(`workfront ${template} ${kind} ${key}`)
}
