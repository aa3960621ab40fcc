import { type Listed, vendors } from '../providers/registry'
import type { VendorSetup } from '../providers/setup'

export type Guide = { readonly vendor: Listed; readonly setup: VendorSetup }

let loading: Promise<readonly Guide[]> | undefined

/** How to connect each vendor; the same promise each time, as `use` wants it. */
export function loadGuides(): Promise<readonly Guide[]> {
  loading ??= Promise.all(
    Object.values(vendors).map(async vendor => ({ vendor, setup: await vendor.setup() })),
  )
  return loading
}
