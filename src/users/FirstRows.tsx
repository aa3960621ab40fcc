// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by CSS grid, where table elements lose their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: what the rows do comes with the code of the table
import { type CSSProperties, useMemo } from 'react'
import { useLocation } from 'react-router'
import type { Directory } from '../directory/directory'
import type { Provider } from '../providers/provider'
import { LoadingRows } from '../ui/LoadingRows'
import { useColumns } from './columns'
import { useIsPhone } from './media'
import { PhoneRow } from './PhoneRow'
import { partsOf } from './parts'
import { templateOf } from './template'
import { UserRow } from './UserRow'

/** As tall as the tallest screens. */
const most = 60

/**
 * What the first answer shows while the code of the table is on its way, in the table's own place. An address that
 * searches, filters or sorts has to wait for that code: these rows would not be the ones asked for.
 */
export function FirstRows({
  directory,
  provider,
}: {
  readonly directory: Directory | undefined
  readonly provider: Provider
}) {
  const { search } = useLocation()
  const isPhone = useIsPhone()
  const columns = useColumns(provider)
  const inOrder = columns.inOrder(columns.preferred ?? columns.usual)
  const parts = useMemo(
    () => (directory ? partsOf(directory.parts, provider.columns) : {}),
    [directory, provider],
  )
  const { template, least } = templateOf(inOrder, columns.widths)
  const variables: Variables = { '--columns': template, '--least': isPhone ? '0px' : `${least}px` }
  const users = search === '' ? (directory?.users.slice(0, most) ?? []) : []
  const Row = isPhone ? PhoneRow : UserRow
  return (
    <main aria-labelledby="users-title" aria-busy="true" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 shrink-0 items-center px-4 phone:h-14">
        <h1 id="users-title" className="text-16 font-semibold phone:sr-only">
          Users
        </h1>
      </div>
      {users.length === 0 ? (
        <div className="min-h-0 flex-1 overflow-hidden border-t border-hairline">
          <LoadingRows label="Reading the list" rows={16} />
        </div>
      ) : (
        <div
          role="grid"
          aria-label="Users"
          aria-busy="true"
          style={variables}
          className="relative min-h-0 flex-1 overflow-hidden border-t border-hairline not-phone:[scrollbar-gutter:stable]"
        >
          <div
            role="row"
            aria-rowindex={1}
            className="grid h-8 min-w-(--least) grid-cols-(--columns) items-center border-b border-hairline bg-quiet text-12 font-medium text-text-3 phone:sr-only"
          >
            {inOrder.map(({ id, header }, index) => (
              <div
                key={id}
                role="columnheader"
                className={index === 0 ? 'col-start-2 px-2 text-text' : 'truncate px-2'}
              >
                {header}
              </div>
            ))}
          </div>
          <div role="rowgroup" className="relative min-w-(--least)">
            {users.map((user, row) => (
              <Row
                key={user.id}
                user={user}
                href={undefined}
                row={row}
                top={row * (isPhone ? 60 : 40)}
                isSelected={false}
                isActive={false}
                isMenuOpen={false}
                news={undefined}
                columns={inOrder}
                parts={parts}
                words={noWords}
              />
            ))}
          </div>
        </div>
      )}
      <div className="h-9 shrink-0 border-t border-hairline bg-quiet phone:h-10" />
    </main>
  )
}

const noWords: readonly string[] = []

type Variables = CSSProperties & Record<`--${string}`, string>
