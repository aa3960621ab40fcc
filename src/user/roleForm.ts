import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../http/failure'
import type { Administration, UserRecord } from '../providers/administration'
import type { Role } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import { toasts } from '../ui/toasts'
import type { Ground } from './ground'
import { notSaved, type OutcomeWords, outcomeWords, savedWords } from './outcomeWords'
import { administrationQueries, type RecordAnswer, readAgain } from './queries'
import { isLastAdmin, lastAdminKeeps } from './roleRules'
import { type Outcome, settleWrite } from './saving'

/** Moves a user to another role: looked at right before, and claimed only when a read afterwards shows it. */
export function useRoleForm(
  record: UserRecord,
  administration: Administration,
  { connectionId, provider }: Ground,
  onSaved: () => void,
) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<OutcomeWords>()
  const [isSaving, setSaving] = useState(false)
  const { user, roleId: shown } = record

  const fail = (outcome: Exclude<Outcome, { readonly state: 'saved' }>) =>
    setProblem(outcomeWords(outcome, provider.name, 'change the role'))

  /** Somebody else may have been there first. */
  async function whyNotNow(now: RecordAnswer): Promise<string | undefined> {
    if (now.state === 'gone') return 'They are no longer there.'
    if (now.record.roleId !== shown)
      return `Somebody else has changed the role meanwhile: it is now ${nameInWords(now.record.user.role ?? 'not known')}.`
    if (now.record.user.isAdmin !== true) return undefined
    const query = administrationQueries.admins(connectionId, provider)
    const admins = await queries.fetchQuery({ ...query, staleTime: 0 })
    return isLastAdmin(now.record, admins) ? lastAdminKeeps : undefined
  }

  async function move(to: Role) {
    const { moveToRole } = administration
    if ('reason' in moveToRole) return setProblem(notSaved(moveToRole.reason))
    setSaving(true)
    setProblem(undefined)
    try {
      const now = await readAgain(queries, connectionId, provider, user.id)
      // A try before this one, of which nobody knew, may have been carried out.
      const isSo = hasRole(now, to)
      const reason = isSo ? undefined : await whyNotNow(now)
      if (reason !== undefined) return setProblem(notSaved(reason))
      const outcome: Outcome = isSo
        ? { state: 'saved', failure: undefined }
        : await settleWrite(
            () => moveToRole.run(user, to.id, new AbortController().signal),
            async () => hasRole(await readAgain(queries, connectionId, provider, user.id), to),
          )
      if (outcome.state !== 'saved') return fail(outcome)
      const words = `${nameInWords(user.name)} now has the role ${nameInWords(to.name)}`
      toasts.show(savedWords(words, outcome, provider.name))
      onSaved()
    } catch (error) {
      fail({ state: 'notSaved', why: 'refused', failure: failureOf(error) })
    } finally {
      setSaving(false)
    }
  }

  return { problem, isSaving, move }
}

const hasRole = (now: RecordAnswer, { id }: Role) =>
  now.state === 'found' && now.record.roleId === id
