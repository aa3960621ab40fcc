import type { DialogState } from './actionDialog'
import { RequestDialog } from './RequestDialog'
import { RunDialog } from './RunDialog'

/** One dialog for every action, on one user or many: before, during and after. */
export function ActionDialog({
  state,
}: {
  readonly state: Exclude<DialogState, { readonly shows: 'nothing' }>
}) {
  switch (state.shows) {
    case 'request':
      return <RequestDialog key={state.key} request={state.request} />
    case 'run':
      return <RunDialog key={state.runId} runId={state.runId} />
  }
}
