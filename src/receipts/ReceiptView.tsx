import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths'
import type { KeptReceipt } from '../runs/journal'
import { notesOf } from '../runs/notes'
import { ReportTable } from '../runs/ReportTable'
import { reportsOf } from '../runs/report'
import { countVerdicts } from '../runs/run'
import { changedSince } from '../runs/since'
import { keyOf } from '../runs/verdictRows'
import { notOurs } from '../runs/watch'
import { standingQuery } from '../runs/watching'
import { SetupHelp } from '../session/SetupHelp'
import { Absent } from '../ui/Absent'
import { Breadcrumb } from '../ui/Breadcrumb'
import { Facts } from '../ui/Facts'
import { Group } from '../ui/Group'
import { formatCount } from '../ui/number'
import { PageTitle } from '../ui/PageTitle'
import { Sentences } from '../ui/Sentences'
import { formatDateTime, formatExactDateTime } from '../ui/time'
import { VerdictTally } from '../ui/VerdictTally'
import { ChangedNotice } from './ChangedNotice'
import { operatorNames } from './filter'
import { ReceiptActions } from './ReceiptActions'
import { ReceiptsFooter } from './ReceiptsFooter'
import { connectionNames, receiptTitle, vendorName } from './title'
import { UnfinishedNotice } from './UnfinishedNotice'
import { useReceiptSessions } from './useReceiptSessions'
import { VerdictsTable } from './VerdictsTable'

export function ReceiptView({ kept }: { readonly kept: KeptReceipt }) {
  const { receipt } = kept
  const { sessions, labels, find } = useReceiptSessions(receipt)
  const changed = changedSince(receipt.items, find)
  const { data: read } = useQuery(standingQuery)
  const byOthers = read?.kept ? notOurs(changed, receipt.id, read.standing) : changed
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const title = receiptTitle(receipt)
  const { chosen, afterwards, notHandled } = notesOf(receipt)
  const reports = labels ? reportsOf(receipt, labels, vendorName) : []
  const ended = receipt.endedAt ? formatExactDateTime(receipt.endedAt) : undefined
  return (
    <>
      <title>{`${title} · Rollcall`}</title>
      <main className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-4 print:overflow-visible print:p-0 phone:px-3">
        <Breadcrumb parent={<Link to={paths.receipts}>Receipts</Link>}>
          {formatDateTime(receipt.startedAt)}
        </Breadcrumb>
        <PageTitle
          title={<bdi>{title}</bdi>}
          actions={
            <ReceiptActions
              kept={kept}
              sessions={sessions}
              labels={labels ?? []}
              changed={changed}
              picked={receipt.items.filter(item => picked.has(keyOf(item)))}
            />
          }
        />
        <UnfinishedNotice kept={kept} />
        {read && <ChangedNotice action={receipt.action} changed={byOthers} />}
        <Group>
          <Facts
            facts={[
              { term: 'Connection', value: <bdi>{connectionNames(receipt)}</bdi> },
              { term: 'Started', value: formatExactDateTime(receipt.startedAt) },
              {
                term: 'Reason',
                value: receipt.reason ? <bdi>{receipt.reason}</bdi> : <Absent>none given</Absent>,
              },
              { term: 'Operator', value: <bdi>{operatorNames(receipt).join(', ')}</bdi> },
              { term: 'Ended', value: ended ?? <Absent>not ended</Absent> },
              { term: 'Receipt', value: <code>{receipt.id}</code> },
              ...chosen.map(words => ({ term: 'Chosen', value: <bdi>{words}</bdi> })),
            ]}
          />
        </Group>
        {reports.map(({ id, ...report }) => (
          <Group key={id}>
            <ReportTable {...report} />
          </Group>
        ))}
        {afterwards.length > 0 && (
          <Group title="Afterwards">
            <Sentences sentences={afterwards} />
          </Group>
        )}
        <Group title="Verdicts" aside={<VerdictTally counts={countVerdicts(receipt.items)} />}>
          {labels && (
            <VerdictsTable
              items={receipt.items}
              labels={labels}
              connections={receipt.connections}
              changed={read ? byOthers : []}
              picked={picked}
              onPick={kept.state === 'ended' ? setPicked : undefined}
            />
          )}
          {receipt.items.some(({ failure }) => failure?.kind === 'unreachable') && (
            <p className="mt-2 text-13 text-text-2 print:hidden">
              <SetupHelp />
            </p>
          )}
        </Group>
        {notHandled.length > 0 && (
          <Group title="Not handled by this">
            <Sentences sentences={notHandled} />
          </Group>
        )}
      </main>
      <ReceiptsFooter>{formatCount(receipt.items.length, 'user')}</ReceiptsFooter>
    </>
  )
}
