import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../ui/Button'

/** Takes receipt files, where dropping them on the page is not at hand. */
export function ImportButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label="Receipt files"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
      <Button icon={Upload} variant="bare" onClick={() => input.current?.click()}>
        Import…
      </Button>
    </>
  )
}
