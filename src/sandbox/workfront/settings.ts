import { z } from 'zod'

/** What one tenant does where Adobe's documentation leaves it open, or leaves it to the tenant. */
export const workfrontSettings = z.strictObject({
  /**
   * `kept`: whoever is activated has the access level they had. `required`: deactivating takes it, and activating without
   * another one is refused. Workfront's own dialog asks for one; what the API wants is not documented.
   */
  accessLevelOnActivation: z.enum(['kept', 'required']),
  /** Deactivating the last active System Administrator. */
  lastAdmin: z.enum(['refused', 'allowed']),
  /** Deactivating oneself. */
  oneself: z.enum(['refused', 'allowed']),
  /** Requests handled at a time; `off`: any number. */
  concurrency: z.union([z.literal('off'), z.int().min(1)]),
  /** Licences in all, by type; a type that is missing has as many as are needed. */
  licenses: z.record(z.string(), z.int().min(0)),
  /** Fields and references of a user that this tenant does not have. */
  without: z.array(z.string()),
  /** Which of the two documented answers the token endpoint gives; `Bearer` comes without a refresh token. */
  tokenType: z.enum(['sessionID', 'Bearer']),
  tokenLifetimeSeconds: z.int().min(1),
})

export type WorkfrontSettings = z.infer<typeof workfrontSettings>

export const usualSettings: WorkfrontSettings = {
  accessLevelOnActivation: 'kept',
  lastAdmin: 'refused',
  oneself: 'allowed',
  concurrency: 10,
  licenses: {},
  without: [],
  tokenType: 'sessionID',
  tokenLifetimeSeconds: 3600,
}
