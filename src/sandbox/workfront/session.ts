import { json } from './answer'
import type { Call } from './call'
import { guidOf } from './population/ids'

export const servedVersions = ['16.0', '17.0', '18.0', '19.0', '20.0', '21.0', '22.0']

/** Who asks. https://developer.adobe.com/workfront-apis/api/ */
export function session(call: Call): Response {
  const { tenant, caller, version } = call
  const id = call.sessionId ?? guidOf(`session of ${caller.id}`)
  return json({
    data: {
      sessionID: id,
      userID: caller.id,
      userCompanyID: caller.companyId ?? null,
      isAdmin: tenant.accessLevelOf(caller)?.isAdmin === true,
      timeZone: 'Europe/Stockholm',
      locale: 'en_US',
      customerID: tenant.id,
      tenantID: guidOf(`tenant ${tenant.id}`),
      currency: { ID: 'EUR', name: 'Euro', symbol: '€' },
      versionInformation: {
        currentAPI: `v${version}`,
        buildNumber: '',
        apiVersions: Object.fromEntries(
          servedVersions.map(served => [`v${served}`, `/attask/api/v${served}/`]),
        ),
      },
    },
  })
}
