import { nameOf, type UserApproval, type WorkfrontUser } from '../model'
import { guidOf } from '../population/ids'
import { reportsOf } from '../reports'
import type { Tenant } from '../tenant'
import { type Bound, objectType, type Thing } from '../thing'
import { accessLevel, company, group, role, team } from './organisation'

/**
 * The fields of a user that are documented, and a few that older clients have.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/event-subscriptions/event-sub-resource-fields
 */
export const user: Bound<WorkfrontUser> = objectType({
  objCode: 'USER',
  name: 'User',
  // Odd Otto’s record is not as documented.
  odd: (row, field) => (row.special === 'otto' && field === 'isActive' ? 'yes' : undefined),
  fields: {
    name: ['string', row => nameOf(row)],
    firstName: ['string', row => row.firstName],
    lastName: ['string', row => row.lastName],
    emailAddr: ['string', row => row.email],
    username: ['string', row => row.username],
    isActive: ['boolean', row => row.isActive],
    title: ['string', row => row.title],
    phoneNumber: ['string', row => row.phone],
    licenseType: ['string', (row, tenant) => tenant.accessLevelOf(row)?.licenseType],
    accessLevelID: ['string', (row, tenant) => tenant.accessLevelOf(row)?.id],
    companyID: ['string', row => row.companyId],
    customerID: ['string', (_, tenant) => tenant.id],
    homeGroupID: ['string', row => row.homeGroupId],
    homeTeamID: ['string', row => row.homeTeamId],
    managerID: ['string', row => row.managerId],
    roleID: ['string', row => row.roleId],
    enteredByID: ['string', row => row.enteredById],
    entryDate: ['dateTime', row => row.enteredAt],
    lastUpdatedByID: ['string', row => row.updatedById],
    lastUpdateDate: ['dateTime', row => row.updatedAt],
    lastLoginDate: ['dateTime', row => row.lastLoginAt],
    loginCount: ['int', row => row.loginCount],
    scheduleDeactivationDate: ['dateTime', row => row.deactivatesAt],
    actualDeactivationDate: ['dateTime', row => row.deactivatedAt],
    categoryID: ['string', () => undefined],
    delegationToID: ['string', () => undefined],
    extRefID: ['string', () => undefined],
    layoutTemplateID: ['string', () => undefined],
    scheduleID: ['string', () => undefined],
    timesheetProfileID: ['string', () => undefined],
    workHoursPerDay: ['double', () => 8],
  },
  references: {
    accessLevel: ['ACSLVL', (row, tenant) => bound(accessLevel, tenant.accessLevelOf(row), tenant)],
    company: [
      'CMPY',
      (row, tenant) => of(company, tenant.population.byKind.company, row.companyId, tenant),
    ],
    homeGroup: [
      'GROUP',
      (row, tenant) => of(group, tenant.population.byKind.group, row.homeGroupId, tenant),
    ],
    homeTeam: [
      'TEAMOB',
      (row, tenant) => of(team, tenant.population.byKind.team, row.homeTeamId, tenant),
    ],
    role: ['ROLE', (row, tenant) => of(role, tenant.population.byKind.role, row.roleId, tenant)],
    manager: ['USER', (row, tenant) => userNamed(row.managerId, tenant)],
    enteredBy: ['USER', (row, tenant) => userNamed(row.enteredById, tenant)],
    lastUpdatedBy: ['USER', (row, tenant) => userNamed(row.updatedById, tenant)],
    userApproval: [
      'USRAPV',
      (row, tenant) =>
        row.approval && userApproval.bind({ ...row.approval, userId: row.id }, tenant),
    ],
  },
  collections: {
    directReports: [
      'USER',
      (row, tenant) => reportsOf(tenant, row.id).map(report => user.bind(report, tenant)),
    ],
    teams: [
      'TEAMOB',
      (row, tenant) =>
        row.teamIds.flatMap(id => of(team, tenant.population.byKind.team, id, tenant) ?? []),
    ],
    userGroups: [
      'USRGRP',
      (row, tenant) =>
        row.groupIds.map(groupId =>
          userGroup.bind(
            { id: guidOf(`${row.id} in ${groupId}`), userId: row.id, groupId },
            tenant,
          ),
        ),
    ],
  },
})

type OfUser = { readonly id: string; readonly userId: string }

/** Since v15; open while it is there at all. What `status` says is not documented. */
export const userApproval: Bound<UserApproval & OfUser> = objectType({
  objCode: 'USRAPV',
  name: 'UserApproval',
  fields: {
    name: ['string', () => undefined],
    userID: ['string', row => row.userId],
    requestorID: ['string', row => row.requestorId],
    approverID: ['string', () => undefined],
    requestedDate: ['dateTime', row => row.requestedAt],
    status: ['string', () => 'PENDING'],
  },
  references: {
    user: ['USER', (row, tenant) => userNamed(row.userId, tenant)],
    requestor: ['USER', (row, tenant) => userNamed(row.requestorId, tenant)],
  },
})

export const userGroup: Bound<OfUser & { readonly groupId: string }> = objectType({
  objCode: 'USRGRP',
  name: 'UserGroups',
  fields: {
    name: ['string', () => undefined],
    userID: ['string', row => row.userId],
    groupID: ['string', row => row.groupId],
    isGroupAdmin: [
      'boolean',
      (row, tenant) => tenant.user(row.userId)?.administers.includes(row.groupId) === true,
    ],
  },
  references: {
    group: [
      'GROUP',
      (row, tenant) => of(group, tenant.population.byKind.group, row.groupId, tenant),
    ],
    user: ['USER', (row, tenant) => userNamed(row.userId, tenant)],
  },
})

export function userNamed(id: string | undefined, tenant: Tenant): Thing | undefined {
  return bound(user, id === undefined ? undefined : tenant.user(id), tenant)
}

function bound<Row>(type: Bound<Row>, row: Row | undefined, tenant: Tenant): Thing | undefined {
  return row && type.bind(row, tenant)
}

function of<Row>(
  type: Bound<Row>,
  rows: ReadonlyMap<string, Row>,
  id: string | undefined,
  tenant: Tenant,
): Thing | undefined {
  return bound(type, id === undefined ? undefined : rows.get(id), tenant)
}
