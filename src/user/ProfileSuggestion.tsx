import { useQuery } from '@tanstack/react-query'
import type { ProfileField, UserRecord } from '../providers/administration'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { DialogSection } from '../ui/DialogSection'
import { Notice } from '../ui/Notice'
import type { Ground } from './ground'
import { filled } from './merge'
import type { ProfileForm } from './profileForm'
import { profileText } from './profileWords'
import { administrationQueries } from './queries'

/** What the e-mail address says of empty fields. Only ever offered: a guess becomes a fact by somebody's pressing. */
export function ProfileSuggestion({
  record,
  fields,
  form,
  ground,
}: {
  readonly record: UserRecord
  readonly fields: readonly ProfileField[]
  readonly form: ProfileForm
  readonly ground: Ground
}) {
  const { connectionId, provider } = ground
  const { email } = record.user
  const empty = fields.filter(
    field => field.suggested && filled(form.values, field.id) === undefined,
  )
  const wasEmpty = fields.some(
    field => field.suggested && filled(record.profile, field.id) === undefined,
  )
  const { data: suggestion } = useQuery({
    ...administrationQueries.suggestion(connectionId, provider, email ?? ''),
    enabled: email !== undefined && wasEmpty,
  })
  const offered = empty.flatMap(field => {
    const value = suggestion?.[field.id]
    return value ? [{ field, value }] : []
  })
  if (offered.length === 0) return undefined
  const words = offered.map(({ field, value }) => profileText(field, value)).join(' ')
  function take() {
    for (const { field, value } of offered) form.change(field.id, value)
    announce(`Filled in: ${words}`)
  }
  return (
    <DialogSection>
      <Notice
        tone="grey"
        actions={
          <Button aria-label={`Use ${words}`} onClick={take}>
            Use
          </Button>
        }
      >
        Suggested by the e-mail: <bdi className="font-medium">{words}</bdi>
      </Notice>
    </DialogSection>
  )
}
