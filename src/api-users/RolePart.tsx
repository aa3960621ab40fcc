import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { failureOf } from '../http/failure'
import { describeFailure, reasonFor } from '../http/words'
import type { Administration } from '../providers/administration'
import { useConnection } from '../session/SessionsContext'
import { SetupHelp } from '../session/SetupHelp'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Spinner } from '../ui/Spinner'
import { apiUserQueries } from './queries'
import { RoleChoice } from './RoleChoice'

/** The choice of a role, read when it is needed, and what to think of where it is an admin's. */
export function RolePart({
  group,
  ability,
  chosen,
  held,
  error,
  onChoose,
}: {
  readonly group: RefObject<HTMLDivElement | null>
  readonly ability: Administration['roles']
  readonly chosen: string | undefined
  readonly held: string | undefined
  readonly error: string | undefined
  readonly onChoose: (roleId: string) => void
}) {
  const { connection, provider } = useConnection()
  const read = 'run' in ability ? ability.run : async () => []
  const roles = useQuery(apiUserQueries.roles(connection.id, read))
  if ('reason' in ability) return <Notice tone="amber">{ability.reason}</Notice>
  const failure = roles.error ? failureOf(roles.error) : undefined
  if (!roles.data)
    return failure ? (
      <Notice
        tone="red"
        role="alert"
        actions={<Button onClick={() => void roles.refetch()}>Retry</Button>}
      >
        The roles could not be read. {reasonFor(failure, { provider: provider.name })}{' '}
        {describeFailure(failure, { provider: provider.name }).help && <SetupHelp />}
      </Notice>
    ) : (
      <Spinner>Reading the roles</Spinner>
    )
  const warning = `With this role, whoever has its key may do everything in ${connection.name}, and a key does not belong to a person. Choose a role that may do less where one is enough.`
  return (
    <RoleChoice
      group={group}
      roles={roles.data}
      chosen={chosen}
      held={held}
      error={error}
      warning={warning}
      onChoose={role => {
        onChoose(role.id)
        if (role.isAdmin) announce(warning)
      }}
    />
  )
}
