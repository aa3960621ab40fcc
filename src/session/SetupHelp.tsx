import { paths } from '../paths'

/** Goes with a failure whose `help` is `setup`. In another tab: the page, its dialog and its run stay as they are. */
export function SetupHelp() {
  return (
    <>
      For whoever runs this page:{' '}
      <a
        href={paths.setup}
        target="_blank"
        rel="noreferrer"
        className="text-accent underline underline-offset-2"
      >
        Set-up and CORS<span className="sr-only"> (in a new tab)</span>
      </a>
    </>
  )
}
