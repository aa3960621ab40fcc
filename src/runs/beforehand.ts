import { type Failure, failureOf } from '../http/failure'
import type { Provider, User } from '../providers/provider'
import { type Foreseen, type Intent, type Settled, type Sight, settled } from './facts'
import { takesAccess } from './guards'
import type { Ports } from './perform'
import { worseThanForeseen } from './verdict'

/*
 * What is asked again before a write, besides the user: both may have changed by somebody else since the operator said
 * yes.
 */

type Work = {
  readonly intent: Intent
  readonly provider: Provider
  readonly ports: Pick<Ports, 'signal'>
}

/** What the operator said yes to may have grown since. Where it cannot be read again, that is no reason to stop. */
export async function moreThanForeseen({
  intent,
  provider,
  ports,
  foreseen,
}: Work & { readonly foreseen: Foreseen | undefined }): Promise<string | undefined> {
  if (!foreseen || 'reason' in provider.forecast) return undefined
  if (Object.values(foreseen.figures).every(figure => figure === null)) return undefined
  try {
    const { action, planned } = intent
    const now = await provider.forecast.run(planned, action, ports.signal, foreseen.order)
    return worseThanForeseen(foreseen, now, provider.figures)
  } catch (error) {
    failureOf(error)
    return undefined
  }
}

type OtherAdmins =
  | { readonly known: true; readonly ids: readonly string[] }
  | { readonly known: false; readonly failure: Failure }

export const cutsAdmin = ({ rules, planned }: Intent) =>
  takesAccess(rules) && planned.status === 'active' && planned.isAdmin !== false

/** Somebody else may have cut an admin since the run was planned. `undefined`: not asked, or it cannot be read. */
export async function otherAdmins({
  intent,
  provider,
  ports,
}: Work): Promise<OtherAdmins | undefined> {
  const ability = provider.admins
  if (!cutsAdmin(intent) || !ability || 'reason' in ability) return undefined
  try {
    const admins = await ability.run(ports.signal)
    return admins && { known: true, ids: admins.map(({ id }) => id) }
  } catch (error) {
    return { known: false, failure: failureOf(error) }
  }
}

export function lastAdminGuard(user: User, sight: Sight, admins: OtherAdmins): Settled | undefined {
  const seen = sight.saw === 'user' ? { after: user.status, verifiedAt: sight.at } : {}
  if (!admins.known)
    return user.isAdmin === false
      ? undefined
      : settled('failed', {
          ...seen,
          failure: admins.failure,
          reason: 'Who else is an admin could not be read, so nothing was done',
        })
  const isLast = admins.ids.includes(user.id) && admins.ids.every(id => id === user.id)
  return isLast
    ? settled('blocked', {
        ...seen,
        reason: 'The last active admin by now. Make somebody else an admin first.',
      })
    : undefined
}
