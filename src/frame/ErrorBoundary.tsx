import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage'

type Props = {
  /** Another place is another chance. */
  readonly place: string
  readonly children: ReactNode
}

type State = { readonly caught: { readonly error: unknown } | undefined }

/** A mistake on a page is shown in its stead. Only a class can catch what rendering throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { caught: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { caught: { error } }
  }

  override componentDidUpdate({ place }: Props) {
    if (this.state.caught && place !== this.props.place) this.setState({ caught: undefined })
  }

  override render() {
    const { caught } = this.state
    return caught ? <ErrorPage error={caught.error} /> : this.props.children
  }
}
