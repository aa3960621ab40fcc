import { CopyButton } from './CopyButton'

/** The id by which the vendor finds a request in its logs. */
export function TraceId({ id }: { readonly id: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="truncate">trace {id}</code>
      <CopyButton text={id} label="Copy trace id" />
    </span>
  )
}
