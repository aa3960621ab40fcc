import { useQuery } from '@tanstack/react-query'
import { Download, FileCheck } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useShortcuts } from '../preferences/useShortcuts'
import type { KeptReceipt } from '../runs/journal'
import { receiptJson } from '../runs/receiptFile'
import { journal } from '../runs/tab'
import { useReceiptChanges } from '../runs/watching'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { downloadFile } from '../ui/download'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { Notice } from '../ui/Notice'
import { formatCount, formatNumber } from '../ui/number'
import { DeleteReceipts } from './DeleteReceipts'
import { filterAddress, isFiltering, matches, operatorNames, readFilter } from './filter'
import { ImportButton } from './ImportButton'
import { ImportNotice } from './ImportNotice'
import { type Imported, importedWords, importReceipts } from './importing'
import { receiptQueries } from './queries'
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
  const [imported, setImported] = useState<Imported>()

  async function take(files: readonly File[]) {
    if (files.length === 0) return
    const result = await importReceipts(files, journal)
    setImported(result)
    announce([importedWords(result), ...result.problems].join(' '))
  }

  return (
    <>
      <title>Receipts · Rollcall</title>
      <main
        className="relative flex min-h-0 flex-1 flex-col overflow-y-auto print:overflow-visible"
        onDragOver={preventLeaving}
        onDrop={event => {
          preventLeaving(event)
          take([...event.dataTransfer.files])
        }}
      >
        <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-4 py-2 phone:px-3 print:hidden">
          <h1 className="mr-1 text-16 font-semibold">Receipts</h1>
          <ReceiptFilters
            filter={filter}
            operators={operators}
            searchRef={search}
            onChange={change}
          />
          <div className="ml-auto flex flex-wrap gap-2 phone:-ml-3 phone:gap-0">
            <ImportButton onFiles={take} />
            <Button
              icon={Download}
              variant="bare"
              disabledReason={shown.length > 0 ? undefined : 'No receipt is listed'}
              onClick={() => save(shown)}
            >
              Export JSON
            </Button>
            <DeleteReceipts receipts={shown} variant="bare" />
          </div>
        </div>
        <div className="border-t border-hairline px-4 pt-1 phone:px-3">
          {imported && <ImportNotice imported={imported} onClose={() => setImported(undefined)} />}
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
              receipt comes here. Receipts of another browser can be imported, or dropped on this
              page.
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

/** A browser leaves the page for a file that is dropped on it. */
function preventLeaving(event: DragEvent) {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault()
}

function save(receipts: readonly KeptReceipt[]) {
  const day = new Date().toISOString().slice(0, 10)
  const file = receiptJson(receipts.map(({ receipt }) => receipt))
  downloadFile(`receipts-${day}.json`, 'application/json', file)
}
