import { type Failure, failureOf } from '../http/failure'
import type { Credentials, Operator, Vendor } from '../providers/provider'
import type { Connection } from './config'
import type { Tokens } from './stored'

/** Whose tokens they are. */
export type Identity = {
  readonly operator: Operator
  readonly tokens: Tokens
  readonly vendor: Vendor
}

/** Whose token it is, within the time one waits for a sign-in. */
export async function identified(
  vendor: Vendor,
  { apiUrl }: Connection,
  credentials: Credentials,
): Promise<{ readonly operator: Operator } | { readonly failure: Failure }> {
  try {
    return { operator: await vendor.identify(apiUrl, credentials, AbortSignal.timeout(60_000)) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}
