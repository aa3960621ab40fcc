import type { Journal } from '../runs/journal'
import type { Receipt } from '../runs/receipt'
import { readReceipts } from '../runs/receiptFile'
import { formatCount } from '../ui/number'

export type Imported = {
  readonly added: number
  /** By id; they are left as they are. */
  readonly alreadyHere: number
  /** What could not be taken: "july.json: items.1.verdict should be one of …" */
  readonly problems: readonly string[]
}

/** Takes what can be taken, and says of everything else why not. */
export async function importReceipts(
  files: readonly File[],
  journal: Pick<Journal, 'addNew'>,
): Promise<Imported> {
  const receipts = new Map<string, Receipt>()
  const problems: string[] = []
  let read = 0
  for (const file of files) {
    const text = await file.text().catch(() => undefined)
    if (text === undefined) problems.push(`${file.name}: could not be read`)
    for (const one of text === undefined ? [] : readReceipts(text)) {
      if ('problem' in one)
        problems.push(`${file.name}: ${[one.field, one.problem].filter(Boolean).join(' ')}`)
      else {
        read += 1
        if (!receipts.has(one.receipt.id)) receipts.set(one.receipt.id, one.receipt)
      }
    }
  }
  const result = await journal.addNew([...receipts.values()])
  return result.kept
    ? { added: result.added, alreadyHere: read - result.added, problems }
    : { added: 0, alreadyHere: 0, problems: [`${result.reason}. Nothing was kept`, ...problems] }
}

/** "2 receipts imported. 1 receipt is here already." */
export function importedWords({ added, alreadyHere }: Imported): string {
  const here = `${formatCount(alreadyHere, 'receipt')} ${alreadyHere === 1 ? 'is' : 'are'} here already.`
  return [`${formatCount(added, 'receipt')} imported.`, ...(alreadyHere > 0 ? [here] : [])].join(
    ' ',
  )
}
