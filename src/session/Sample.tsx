import { CopyButton } from '../ui/CopyButton'

/** Something to be put into a file or a terminal, with a button that copies it. */
export function Sample({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <figure className="mt-2 rounded-6 border border-hairline bg-quiet">
      <figcaption className="flex items-center justify-between gap-2 border-b border-hairline py-0.5 pr-1 pl-3 text-12 text-text-3">
        {label}
        <CopyButton text={text} label={`Copy: ${label}`} />
      </figcaption>
      <pre className="px-3 py-2 whitespace-pre-wrap wrap-anywhere">
        <code>{text}</code>
      </pre>
    </figure>
  )
}
