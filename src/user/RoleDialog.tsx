import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../http/failure'
import { describeFailure } from '../http/words'
import type { Administration, UserRecord } from '../providers/administration'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { FormDialog } from '../ui/FormDialog'
import { Notice } from '../ui/Notice'
import { nameInWords } from '../ui/nameInWords'
import { Spinner } from '../ui/Spinner'
import { FormProblem } from './FormProblem'
import type { Ground } from './ground'
import { administrationQueries } from './queries'
import { RoleChoice } from './RoleChoice'
import { useRoleForm } from './roleForm'
import { isLastAdmin, lastAdminKeeps, leavingAdmins } from './roleRules'

/** Another role for somebody, with what each may do. Leaving the admin role is asked about once more. */
export function RoleDialog({
  record,
  administration,
  ground,
  onClose,
}: {
  readonly record: UserRecord
  readonly administration: Administration
  readonly ground: Ground
  readonly onClose: () => void
}) {
  const { connectionId, provider } = ground
  const { user } = record
  const form = useRoleForm(record, administration, ground, onClose)
  const [chosen, setChosen] = useState(record.roleId)
  const [isAsked, setAsked] = useState(false)
  const reading = useQuery(administrationQueries.roles(connectionId, provider))
  const admins = useQuery({
    ...administrationQueries.admins(connectionId, provider),
    enabled: user.isAdmin === true,
  })
  const failure = reading.error ? failureOf(reading.error) : undefined
  const words = failure && describeFailure(failure, { provider: provider.name })
  const roles = reading.data ?? []
  const to = roles.find(({ id }) => id === chosen && id !== record.roleId)
  const known = admins.data ?? ({ known: false, reason: 'it could not be read' } as const)
  const leaving = leavingAdmins(record, roles, to, known)
  const isWaiting = user.isAdmin === true && admins.isPending
  const isLast = admins.data !== undefined && isLastAdmin(record, admins.data)
  const obstacle = isLast
    ? lastAdminKeeps
    : isWaiting
      ? 'Who the admins are is being read'
      : to
        ? undefined
        : 'No other role is chosen'

  function submit() {
    if (!to) return
    if (leaving) setAsked(true)
    else form.move(to)
  }

  return (
    <>
      <FormDialog
        title={`Change the role of ${nameInWords(user.name)}`}
        verb="Change role"
        isDirty={to !== undefined}
        saving={form.isSaving ? 'Being changed' : undefined}
        disabledReason={obstacle}
        onSubmit={submit}
        onClose={onClose}
      >
        {form.problem && <FormProblem words={form.problem} fields={[]} />}
        {isLast && (
          <DialogSection>
            <Notice tone="amber">{lastAdminKeeps}</Notice>
          </DialogSection>
        )}
        <DialogSection>
          {reading.data ? (
            <RoleChoice
              roles={roles}
              current={record.roleId}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : words ? (
            <Notice
              tone="red"
              role="alert"
              actions={<Button onClick={() => reading.refetch()}>Retry</Button>}
            >
              The roles could not be read. {words.title} {words.help && <SetupHelp />}
            </Notice>
          ) : (
            <Spinner>The roles are being read</Spinner>
          )}
        </DialogSection>
      </FormDialog>
      {isAsked && to && (
        <Dialog
          title={`Take the admin role from ${nameInWords(user.name)}?`}
          footer={
            <>
              <Button onClick={() => setAsked(false)}>Cancel</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setAsked(false)
                  form.move(to)
                }}
              >
                Take the admin role
              </Button>
            </>
          }
          onClose={() => setAsked(false)}
        >
          <DialogSection>
            <p className="wrap-anywhere">{leaving}</p>
            <p className="mt-2 text-text-2">
              The new role is <bdi>{to.name}</bdi>.
            </p>
          </DialogSection>
        </Dialog>
      )}
    </>
  )
}
