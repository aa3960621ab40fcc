import type { VendorSetup } from '../setup'

const connection = { id: 'acme', provider: 'awork', name: 'Acme' }
const api = 'https://api.awork.com'

/** https://developers.awork.com/authentication */
export const setup: VendorSetup = {
  steps: [
    'In awork, open Settings > Integrations and add an API client. An admin can.',
    'Choose the type “public”: Rollcall runs in the browser, where nothing can be kept secret.',
    'Choose a client id that is not taken, such as “rollcall”. It goes into /config.json as oauth.clientId.',
    'Give it this redirect URI, letter by letter:',
  ],
  withoutClientId:
    'Without oauth.clientId, Rollcall registers itself at the first sign-in. Every browser that signs in then adds a client to awork’s integrations, so one client added by hand is tidier.',
  documentation: {
    text: 'How awork describes it',
    url: 'https://developers.awork.com/authentication',
  },
  cors: 'Whether awork answers pages of other origins is not documented. If the check above gets no answer, forward it.',
  direct: {
    ...connection,
    apiUrl: `${api}/api/v1`,
    oauth: { clientId: 'rollcall' },
  },
  forwarded: {
    ...connection,
    apiUrl: '/awork/api/v1',
    // The consent page is visited, not called: it stays where its cookies are.
    oauth: { clientId: 'rollcall', authorizeUrl: `${api}/api/v1/accounts/authorize` },
  },
  forward: { path: '/awork', to: api },
  check: { path: '/me', status: 401 },
}
