import { Notice } from '../ui/Notice'
import type { Run } from './run'

/** The record is lost with the tab, and the operator can still save it. */
export function NotKeptNotice({ run }: { readonly run: Run }) {
  if (run.notKept === undefined) return undefined
  return (
    <Notice tone="amber" role="alert">
      {run.notKept}. No record of this run is kept here: download the receipt before this tab is
      closed.
    </Notice>
  )
}
