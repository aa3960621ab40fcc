import type { Template } from '../../population/model'
import { rollOf } from '../../population/seeded'
import type { WorkfrontUser } from '../model'
import { guidOf, idIn } from './ids'

const names = ['AEM Connector', 'Fusion Automation', 'HR Import']

/**
 * What a Server-to-Server credential of the Adobe Developer Console leaves behind: a user among the users, with
 * Contributor access, found by "techacct".
 * https://developer.adobe.com/workfront-apis/guides/gaining-access/
 */
export function technicalAccounts(template: Template, now: number): readonly WorkfrontUser[] {
  return names.map((name, n) => {
    const id = idIn(template, 'user', name)
    const address = `${guidOf(name).slice(0, 24).toUpperCase()}@techacct.adobe.com`
    const enteredAt = Date.UTC(2024, 3 + n, 9, 8, 30)
    return {
      id,
      special: undefined,
      firstName: name,
      lastName: 'techacct',
      email: address,
      username: address,
      title: undefined,
      phone: undefined,
      isActive: true,
      approval: undefined,
      accessLevelId: idIn(template, 'access level', 'Contributor'),
      companyId: undefined,
      homeGroupId: idIn(template, 'group', 'Technology'),
      groupIds: [idIn(template, 'group', 'Technology')],
      administers: [],
      homeTeamId: undefined,
      teamIds: [],
      managerId: undefined,
      roleId: undefined,
      enteredById: undefined,
      enteredAt,
      updatedById: undefined,
      updatedAt: enteredAt,
      lastLoginAt: n === 2 ? undefined : now - rollOf(id, 86_400_000),
      loginCount: n === 2 ? 0 : 400 + rollOf(id, 500),
      deactivatesAt: undefined,
      deactivatedAt: undefined,
    }
  })
}
