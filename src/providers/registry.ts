import type { Vendor } from './provider'
import type { VendorSetup } from './setup'

/** What is known of a vendor before anybody signs in; the rest is loaded when somebody does. */
export type Listed = Pick<Vendor, 'id' | 'name' | 'tokenLabel'> & {
  readonly load: () => Promise<Vendor>
  /** How to connect it, for the set-up page. */
  readonly setup: () => Promise<VendorSetup>
}

/** By the `provider` of a connection in the config. */
export const vendors: Readonly<Record<string, Listed>> = {
  awork: {
    id: 'awork',
    name: 'awork',
    tokenLabel: 'Access token',
    load: async () => (await import('./awork/awork')).awork,
    setup: async () => (await import('./awork/setup')).setup,
  },
  workfront: {
    id: 'workfront',
    name: 'Workfront',
    tokenLabel: 'API key',
    load: async () => (await import('./workfront/workfront')).workfront,
    setup: async () => (await import('./workfront/setup')).setup,
  },
}

export function vendorOf(id: string): Listed | undefined {
  return Object.hasOwn(vendors, id) ? vendors[id] : undefined
}
