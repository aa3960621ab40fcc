import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../http/failure'
import type {
  Administration,
  ProfileField,
  ProfileValues,
  UserRecord,
} from '../providers/administration'
import { toasts } from '../ui/toasts'
import type { Ground } from './ground'
import { type Conflict, differences, filled, mergeProfile } from './merge'
import { notSaved, type OutcomeWords, outcomeWords, savedWords } from './outcomeWords'
import { readAgain } from './queries'
import { type Outcome, settleWrite } from './saving'

type Choice = 'mine' | 'theirs'
type Write = (values: ProfileValues, signal: AbortSignal) => Promise<void>

/** What stands in the form of a profile, what is in its way, and how it is saved. */
export function useProfileForm(
  record: UserRecord,
  administration: Administration,
  ground: Ground,
  onSaved: () => void,
) {
  const queries = useQueryClient()
  const { connectionId, provider } = ground
  const { user } = record
  const { fields } = administration.profile
  /** As it was when it was read last before the operator wrote in it. */
  const [base, setBase] = useState(record.profile)
  const [values, setValues] = useState(record.profile)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [kept, setKept] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<OutcomeWords>()
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({})
  const [isSaving, setSaving] = useState(false)

  const changed = differences(base, values)
  const errors = { ...refusals, ...tooLong(fields, values) }

  function change(field: string, value: string) {
    setValues(now => ({ ...now, [field]: value }))
    setRefusals(({ [field]: _, ...others }) => others)
    if (conflicts.some(conflict => conflict.field === field))
      setChoices(now => ({ ...now, [field]: 'mine' }))
  }

  function choose({ field, mine, theirs }: Conflict, choice: Choice) {
    setChoices(now => ({ ...now, [field]: choice }))
    setValues(now => ({ ...now, [field]: choice === 'mine' ? mine : theirs }))
  }

  function fail(outcome: Exclude<Outcome, { readonly state: 'saved' }>) {
    const of = outcome.failure?.fieldErrors ?? []
    setRefusals(Object.fromEntries(of.map(({ field, message }) => [field, message])))
    const ids = fields.map(({ id }) => id)
    setProblem(outcomeWords(outcome, provider.name, 'save the profile', ids))
  }

  /** `undefined`: it could not be read, and that is said; or the user is gone, which the page says. */
  async function readNow(): Promise<ProfileValues | undefined> {
    try {
      const now = await readAgain(queries, connectionId, provider, user.id)
      return now.state === 'found' ? now.record.profile : undefined
    } catch (error) {
      fail({ state: 'notSaved', why: 'refused', failure: failureOf(error) })
      return undefined
    }
  }

  async function send(
    write: Write,
    wanted: ProfileValues,
    changes: readonly string[],
  ): Promise<Outcome> {
    return settleWrite(
      () => write(wanted, new AbortController().signal),
      async () => {
        const now = await readAgain(queries, connectionId, provider, user.id)
        if (now.state === 'gone') return false
        const { profile } = now.record
        return changes.every(field => filled(profile, field) === filled(wanted, field))
      },
    )
  }

  async function save() {
    const saving = administration.profile.save(user)
    if ('reason' in saving) return setProblem(notSaved(saving.reason))
    setSaving(true)
    setProblem(undefined)
    try {
      const theirs = await readNow()
      if (!theirs) return
      const merge = mergeProfile(base, values, theirs)
      const keptNow = [...new Set([...kept, ...merge.kept])]
      setKept(keptNow)
      setBase(theirs)
      setConflicts(merge.conflicts)
      setChoices({})
      if (merge.conflicts.length > 0) {
        const mine = merge.conflicts.map(conflict => [conflict.field, conflict.mine])
        return setValues({ ...merge.values, ...Object.fromEntries(mine) })
      }
      setValues(merge.values)
      if (merge.changes.length > 0) {
        const outcome = await send(saving.run, merge.values, merge.changes)
        if (outcome.state !== 'saved') return fail(outcome)
        const words = savedWords('Profile saved', outcome, provider.name)
        toasts.show(`${words}.${keptWords(labelsOf(fields, keptNow))}`)
      } else toasts.show('Nothing was left to save: the profile is already so.')
      onSaved()
    } finally {
      setSaving(false)
    }
  }

  const undecided = conflicts.filter(({ field }) => choices[field] === undefined)
  return {
    values,
    errors,
    conflicts,
    choices,
    kept,
    problem,
    isSaving,
    isDirty: changed.length > 0,
    obstacle: obstacleOf(changed, undecided, tooLong(fields, values), fields),
    change,
    choose,
    save,
  }
}

export type ProfileForm = ReturnType<typeof useProfileForm>

/** By field id, where there is more than the system takes. */
function tooLong(fields: readonly ProfileField[], values: ProfileValues): Record<string, string> {
  const errors = fields.flatMap(({ id, maxLength }) => {
    const { length } = values[id] ?? ''
    return maxLength !== undefined && length > maxLength
      ? [[id, `At most ${maxLength} characters; these are ${length}.`] as const]
      : []
  })
  return Object.fromEntries(errors)
}

function obstacleOf(
  changed: readonly string[],
  undecided: readonly Conflict[],
  wrong: Readonly<Record<string, string>>,
  fields: readonly ProfileField[],
): string | undefined {
  const labels = (ids: readonly string[]) => labelsOf(fields, ids).join(', ')
  if (undecided.length > 0)
    return `Choose mine or theirs first: ${labels(undecided.map(({ field }) => field))}`
  if (Object.keys(wrong).length > 0) return `Too long: ${labels(Object.keys(wrong))}`
  return changed.length === 0 ? 'Nothing is changed' : undefined
}

export const labelsOf = (fields: readonly ProfileField[], ids: readonly string[]) =>
  ids.map(id => fields.find(field => field.id === id)?.label ?? id)

const keptWords = (kept: readonly string[]) =>
  kept.length > 0 ? ` ${kept.join(', ')}: changed by somebody else meanwhile, and kept.` : ''
