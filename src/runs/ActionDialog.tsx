import type { DialogState } from './actionDialog'
import { RequestDialog } from './RequestDialog'
import { RunDialog } from './RunDialog'
import { SeveralDialog } from './SeveralDialog'

/** One dialog for every action, on one user or many: before, during and after. */
export function ActionDialog({
  state,
}: {
  readonly state: Exclude<DialogState, { readonly shows: 'nothing' }>
}) {
  switch (state.shows) {
    case 'request':
      return state.request.also ? (
        <SeveralDialog key={state.key} request={state.request} />
      ) : (
        <RequestDialog key={state.key} request={state.request} />
      )
    case 'run':
      return <RunDialog key={state.runId} runId={state.runId} />
  }
}
