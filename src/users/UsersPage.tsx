import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { directoryQueries } from '../directory/query'
import { useConnection } from '../session/SessionsContext'
import { FirstRows } from './FirstRows'
import { later, loadTheRest, useLater } from './later'

const usersScreen = later(async () => (await import('./UsersScreen')).UsersScreen)

/** How long a slow API may keep the line to itself before the code of the page is fetched beside it. */
const patience = 1_500

/** The first answer is shown before the code that searches, sorts and selects has come: who is meant may be on it. */
export function UsersPage() {
  const { connection, provider } = useConnection()
  const { data: directory, isError } = useQuery(directoryQueries.all(connection.id, provider))
  const UsersScreen = useLater(usersScreen)

  // Fetching code is nothing that is drawn. The first rows are painted before the line is shared.
  const isAnswered = directory !== undefined || isError
  useEffect(() => {
    const timer = setTimeout(loadTheRest, isAnswered ? 0 : patience)
    return () => clearTimeout(timer)
  }, [isAnswered])

  return (
    <>
      {/* There may be a tab for each connection. */}
      <title>{`Users · ${connection.name} · Rollcall`}</title>
      {UsersScreen ? <UsersScreen /> : <FirstRows directory={directory} provider={provider} />}
    </>
  )
}
