import { SetupHelp } from '../session/SetupHelp'
import { DialogSection } from '../ui/DialogSection'
import { Sentences } from '../ui/Sentences'
import { VerdictTally } from '../ui/VerdictTally'
import { NotKeptNotice } from './NotKeptNotice'
import { notesOf } from './notes'
import { ReportTable } from './ReportTable'
import { reportsOf } from './report'
import { countVerdicts, type Run, receiptOf } from './run'
import { VerdictLines } from './VerdictLines'

/** What came of it: the counts, forecast next to report, and everybody's verdict. */
export function RunOutcome({ run }: { readonly run: Run }) {
  const receipt = receiptOf(run)
  const { items } = receipt
  const { afterwards } = notesOf(receipt)
  const labels = run.connections.flatMap(({ provider }) => provider.figures)
  const vendors = new Map(run.connections.map(({ provider }) => [provider.id, provider.name]))
  const reports = reportsOf(receipt, labels, id => vendors.get(id) ?? id)
  return (
    <>
      <DialogSection className="flex flex-col gap-3">
        <VerdictTally counts={countVerdicts(items)} />
        {afterwards.length > 0 && <Sentences sentences={afterwards} />}
        <NotKeptNotice run={run} />
      </DialogSection>
      {reports.map(({ id, ...report }) => (
        <DialogSection key={id}>
          <ReportTable {...report} />
        </DialogSection>
      ))}
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
