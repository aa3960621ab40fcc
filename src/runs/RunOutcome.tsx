import { SetupHelp } from '../session/SetupHelp'
import { DialogSection } from '../ui/DialogSection'
import { Sentences } from '../ui/Sentences'
import { VerdictTally } from '../ui/VerdictTally'
import { NotKeptNotice } from './NotKeptNotice'
import { notesOf } from './notes'
import { ReportTable } from './ReportTable'
import { reportOf } from './report'
import { countVerdicts, type Run, receiptOf } from './run'
import { VerdictLines } from './VerdictLines'

/** What came of it: the counts, forecast next to report, and everybody's verdict. */
export function RunOutcome({ run }: { readonly run: Run }) {
  const receipt = receiptOf(run)
  const { items } = receipt
  const { afterwards } = notesOf(receipt)
  const labels = run.connections.flatMap(({ provider }) => provider.figures)
  // What each system calls its figures is its own, so they are not added up.
  const reports = run.connections.map(({ id, name, provider }) => ({
    title: `What ${provider.name} did`,
    connection: run.connections.length > 1 ? name : undefined,
    id,
    rows: reportOf(
      items.filter(({ connection }) => connection === id),
      provider.figures,
    ),
  }))
  return (
    <>
      <DialogSection className="flex flex-col gap-3">
        <VerdictTally counts={countVerdicts(items)} />
        {afterwards.length > 0 && <Sentences sentences={afterwards} />}
        <NotKeptNotice run={run} />
      </DialogSection>
      {reports.map(
        ({ id, title, connection, rows }) =>
          rows.length > 0 && (
            <DialogSection key={id}>
              <ReportTable title={title} connection={connection} rows={rows} />
            </DialogSection>
          ),
      )}
      <DialogSection>
        <VerdictLines items={items} labels={labels} connections={receipt.connections} />
        {items.some(({ failure }) => failure?.kind === 'unreachable') && (
          <p className="mt-2 text-13 text-text-2">
            <SetupHelp />
          </p>
        )}
      </DialogSection>
    </>
  )
}
