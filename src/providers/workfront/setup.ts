import type { VendorSetup } from '../setup'

const pinned = '/attask/api/v21.0'
const connection = { id: 'acme-workfront', provider: 'workfront', name: 'Acme Workfront' }
const tenant = 'https://acme.my.workfront.com'
const authorizeUrl = `${tenant}/integrations/oauth2/authorize`
const clientId = 'the client id from Workfront'

/** https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/configure-integrations/create-oauth-application */
export const setup: VendorSetup = {
  steps: [
    'In Workfront, open Setup > System > OAuth2 Applications and create an application. An administrator can, ten at most.',
    'Choose the type “Single Page Web Application”: it needs no secret, which a browser could not keep.',
    'Put its client id into /config.json as oauth.clientId, and your own domain, as Setup > System > Customer Info shows it, into the addresses.',
    `Keep the version in the address, ${pinned}: without one Workfront takes the newest of the day. Let refresh tokens be rotated and end after a time that suits you.`,
    'Forward /attask/ and /integrations/oauth2/ as shown below: Workfront answers no page of another origin.',
    'Only tried against Rollcall’s sandbox so far: how a real tenant refuses, which fields it has, and whether activating needs an access level.',
    'Give it this redirect URI, letter by letter:',
  ],
  withoutClientId:
    'Workfront offers no registration: without oauth.clientId only an API key can be used. An administrator makes one in Setup > System > Customer Info.',
  documentation: {
    text: 'How Adobe describes it',
    url: 'https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/configure-integrations/create-oauth-application',
  },
  cors: 'Workfront lets no page of another origin call its API, so it has to be forwarded.',
  forwarded: {
    ...connection,
    apiUrl: `/workfront${pinned}`,
    // The page for consent is visited, not called: it stays where its cookies are.
    oauth: { clientId, authorizeUrl, tokenUrl: '/workfront/integrations/oauth2/api/v1/token' },
  },
  forward: { path: '/workfront', to: tenant, only: ['/attask/', '/integrations/oauth2/'] },
  check: { path: '/session', status: 401 },
}
