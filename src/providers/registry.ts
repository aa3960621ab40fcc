import { awork } from './awork/awork'
import type { Vendor } from './provider'

/** By the `provider` of a connection in the config. */
export const vendors: Readonly<Record<string, Vendor>> = { [awork.id]: awork }

export function vendorOf(id: string): Vendor | undefined {
  return Object.hasOwn(vendors, id) ? vendors[id] : undefined
}
