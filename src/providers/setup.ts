type ExampleConnection = {
  readonly id: string
  readonly provider: string
  readonly name: string
  readonly apiUrl: string
  readonly oauth: Readonly<Record<string, string>>
}

/** What whoever runs Rollcall has to know to connect it to a vendor; in the vendor's words where there are some. */
export type VendorSetup = {
  /** How Rollcall becomes a client of the vendor, one step each. The redirect URI is shown below them. */
  readonly steps: readonly string[]
  /** What happens without `oauth.clientId`. */
  readonly withoutClientId: string
  readonly documentation: { readonly text: string; readonly url: string }
  /** What is known of calls from pages of other origins. */
  readonly cors: string
  /** A connection that calls the API itself; none where no page of another origin may. */
  readonly direct?: ExampleConnection
  /** One that calls it through a path of the page's origin. */
  readonly forwarded: ExampleConnection
  /** What is below `path` goes to the origin `to`, without `path`; where `only` is given, nothing but what is below those. */
  readonly forward: {
    readonly path: string
    readonly to: string
    readonly only?: readonly string[]
  }
  /** A read below `apiUrl`, and the status that it answers to whoever brings no token. */
  readonly check: { readonly path: string; readonly status: number }
}
