import { X } from 'lucide-react'
import { IconButton } from '../ui/IconButton'
import { Notice } from '../ui/Notice'
import { type Imported, importedWords } from './importing'

/** Named one by one; the others are counted. */
const named = 5

/** What came of an import. */
export function ImportNotice({
  imported,
  onClose,
}: {
  readonly imported: Imported
  readonly onClose: () => void
}) {
  const { problems } = imported
  return (
    <Notice
      tone={problems.length > 0 ? 'amber' : 'green'}
      className="my-2"
      actions={<IconButton icon={X} size="small" aria-label="Close" onClick={onClose} />}
    >
      {importedWords(imported)}
      {problems.length > 0 && (
        <ul>
          {problems.slice(0, named).map(problem => (
            <li key={problem}>
              <bdi>{problem}</bdi>.
            </li>
          ))}
          {problems.length > named && <li>And {problems.length - named} more.</li>}
        </ul>
      )}
    </Notice>
  )
}
