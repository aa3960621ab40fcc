import { useQuery } from '@tanstack/react-query'
import { FileCheck } from 'lucide-react'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { useShortcuts } from '../preferences/useShortcuts'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { Notice } from '../ui/Notice'
import { formatCount, formatNumber } from '../ui/number'
import { filterAddress, isFiltering, matches, operatorNames, readFilter } from './filter'
import { receiptQueries, useReceiptChanges } from './queries'
import { ReceiptFilters } from './ReceiptFilters'
import { ReceiptsFooter } from './ReceiptsFooter'
import { ReceiptsTable } from './ReceiptsTable'

/** Every run of this browser, newest first, over all connections. */
export function ReceiptsPage() {
  useReceiptChanges()
  const { data: list, refetch } = useQuery(receiptQueries.list())
  const [address, setAddress] = useSearchParams()
  const search = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => search.current?.focus() })
  const filter = readFilter(address)
  const kept = list?.kept ? list.receipts : []
  const shown = kept.filter(({ receipt }) => matches(receipt, filter))
  const operators = [...new Set(kept.flatMap(({ receipt }) => operatorNames(receipt)))].toSorted()
  const change = (next: typeof filter) => setAddress(filterAddress(next), { replace: true })

  return (
    <>
      <title>Receipts · Rollcall</title>
      <main className="flex min-h-0 flex-1 flex-col overflow-y-auto print:overflow-visible">
        <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-4 py-2 phone:px-3 print:hidden">
          <h1 className="mr-1 text-16 font-semibold">Receipts</h1>
          <ReceiptFilters
            filter={filter}
            operators={operators}
            searchRef={search}
            onChange={change}
          />
        </div>
        <div className="border-t border-hairline px-4 pt-1 phone:px-3">
          {list?.kept && list.unreadable > 0 && (
            <Notice tone="amber" className="my-2">
              {formatCount(list.unreadable, 'receipt')} in this browser could not be read, perhaps
              written by a newer Rollcall. Nothing was removed.
            </Notice>
          )}
          {list && !list.kept && (
            <ErrorState
              title="The receipts could not be read."
              explanation={`${list.reason}.`}
              hint="Runs work without it, but their receipts go with the tab: download them at the end of each run."
              onRetry={() => refetch()}
            />
          )}
          {shown.length > 0 && <ReceiptsTable receipts={shown} />}
          {list?.kept && kept.length === 0 && (
            <EmptyState title="No receipts yet" icon={FileCheck}>
              Whenever users are activated, deactivated, archived or deleted from this browser, the
              receipt comes here.
            </EmptyState>
          )}
          {kept.length > 0 && shown.length === 0 && (
            <EmptyState
              title="No receipt matches"
              actions={<Button onClick={() => setAddress({})}>Clear search and filters</Button>}
            >
              {formatCount(kept.length, 'receipt')} in this browser, none like this.
            </EmptyState>
          )}
        </div>
      </main>
      {list?.kept && (
        <ReceiptsFooter>
          {isFiltering(filter)
            ? `${formatNumber(shown.length)} of ${formatCount(kept.length, 'receipt')} match`
            : formatCount(kept.length, 'receipt')}
        </ReceiptsFooter>
      )}
    </>
  )
}
