import type { Failure } from '../http/failure'

export type Step = 'registration' | 'authorize' | 'token'

/** Everything that can keep somebody from signing in, by what they can do about it. `problemWords` says it. */
export type SignInProblem =
  /** The operator, or an admin's policy, said no on the consent page. */
  | { readonly kind: 'denied'; readonly description?: string | undefined }
  /** `/callback` without anything to exchange: reloaded, or opened by hand. */
  | { readonly kind: 'nothingToExchange' }
  | { readonly kind: 'stateMissing' }
  /** Not a state of this tab's: forged, or started in another tab or before the tab was closed. */
  | { readonly kind: 'stateUnknown' }
  | { readonly kind: 'stateUsed' }
  | { readonly kind: 'codeExpired' }
  | {
      readonly kind: 'refused'
      readonly step: Step
      readonly status?: number | undefined
      readonly code?: string | undefined
      readonly description?: string | undefined
      readonly traceId?: string | undefined
    }
  /** An answer that is not as OAuth describes it; `field` where one field is the trouble. */
  | { readonly kind: 'nonsense'; readonly step: Step; readonly field?: string | undefined }
  | { readonly kind: 'unreachable'; readonly step: Step }
  | { readonly kind: 'server'; readonly step: Step; readonly status: number }
  /** Neither a client id in the config nor an address to get one from. */
  | { readonly kind: 'noClient' }
  /** The page came over http: the browser then has no cryptography to offer. */
  | { readonly kind: 'insecurePage' }
  /** A part of Rollcall itself did not arrive. */
  | { readonly kind: 'notLoaded' }
  | { readonly kind: 'popupBlocked' }
  /** What was pasted has characters that no token has. */
  | { readonly kind: 'notAToken' }
  /** There is a token, but not whose it is. */
  | { readonly kind: 'notIdentified'; readonly failure: Failure }
  /** Signing in again over the page as somebody else would mix two people's work. */
  | { readonly kind: 'somebodyElse'; readonly name: string; readonly expected: string }
