import * as z from 'zod/mini'
import { type Memory, remember } from '../../http/memory'
import { flag, parsed } from '../parsing'
import type { Operator } from '../provider'
import type { Client } from './client'

/** `undefined`: awork does not say. */
export type LoginSettings = {
  readonly password: boolean | undefined
  /** Google and Apple. */
  readonly social: boolean | undefined
  readonly singleSignOn: boolean | undefined
  readonly secondFactorRequired: boolean | undefined
  /** An identity provider adds, changes and deactivates people. */
  readonly scim: boolean | undefined
}

/** One may read one's own workspace, whoever one is. https://developers.awork.com/apiv1/workspaces */
const workspaceWire = z.object({
  allowCredentialsLogin: flag,
  allowSocialLogin: flag,
  allowSSOLogin: flag,
  requireMfa: flag,
  isScimActivated: flag,
})

export function loginSettings(client: Client, operator: Operator): Memory<LoginSettings> {
  const path = `/workspaces/${encodeURIComponent(operator.workspace.id)}`
  return remember(async signal => {
    const { value } = await client.read({ path, signal }, body =>
      parsed(workspaceWire, body, wire => ({
        password: wire.allowCredentialsLogin ?? undefined,
        social: wire.allowSocialLogin ?? undefined,
        singleSignOn: wire.allowSSOLogin ?? undefined,
        secondFactorRequired: wire.requireMfa ?? undefined,
        scim: wire.isScimActivated ?? undefined,
      })),
    )
    return value
  }, aMinute)
}

const aMinute = 60_000
