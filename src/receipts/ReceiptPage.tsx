import { useQuery } from '@tanstack/react-query'
import { FileQuestionMark } from 'lucide-react'
import { Link, useParams } from 'react-router'
import { paths } from '../paths'
import { useReceiptChanges } from '../runs/watching'
import { buttonClass } from '../ui/buttonClass'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { receiptQueries } from './queries'
import { ReceiptView } from './ReceiptView'

/** One run's record, as it is kept in this browser. */
export function ReceiptPage() {
  const { id = '' } = useParams()
  useReceiptChanges()
  const { data: read, refetch } = useQuery(receiptQueries.detail(id))
  if (read?.kept && read.found) return <ReceiptView key={id} kept={read.found} />
  return (
    <main className="px-4">
      <title>Receipt · Rollcall</title>
      {read?.kept && (
        <EmptyState
          level="h1"
          title="No such receipt in this browser"
          icon={FileQuestionMark}
          actions={
            <Link to={paths.receipts} className={buttonClass()}>
              Show all receipts
            </Link>
          }
        >
          Receipts are kept in the browser that made them. This one was made in another browser, or
          removed.
        </EmptyState>
      )}
      {read && !read.kept && (
        <ErrorState
          level="h1"
          title="The receipt could not be read."
          explanation={`${read.reason}.`}
          onRetry={() => refetch()}
        />
      )}
    </main>
  )
}
