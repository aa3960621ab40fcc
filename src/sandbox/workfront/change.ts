import { z } from 'zod'
import type { Call } from './call'
import { momentOf } from './dates'
import { problem } from './errors'
import { nameOf, type WorkfrontUser } from './model'
import { mayGrant } from './rights'

const word = z.string().optional()
/** An empty text and `null` both empty it. */
const emptied = z
  .string()
  .nullable()
  .optional()
  .transform(text => (text === undefined ? undefined : { to: text || undefined }))
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')])

/** What can be edited of a user here; every other field is refused. */
export const editable = z.strictObject({
  ID: word,
  objCode: word,
  isActive: flag.optional(),
  firstName: word,
  lastName: word,
  emailAddr: word,
  username: word,
  title: emptied,
  phoneNumber: emptied,
  accessLevelID: word,
  companyID: emptied,
  homeGroupID: word,
  homeTeamID: emptied,
  managerID: emptied,
  roleID: emptied,
  scheduleDeactivationDate: emptied,
})

export type Edit = z.infer<typeof editable>

/** The user as an edit leaves them, or why it is refused. Sparse: what is not sent stays. */
export function change(call: Call, user: WorkfrontUser, edit: Edit): WorkfrontUser {
  const { world, caller } = call
  const schedule = edit.scheduleDeactivationDate
  const changed: WorkfrontUser = {
    ...user,
    firstName: edit.firstName ?? user.firstName,
    lastName: edit.lastName ?? user.lastName,
    email: edit.emailAddr ?? user.email,
    username: edit.username ?? user.username,
    title: edit.title ? edit.title.to : user.title,
    phone: edit.phoneNumber ? edit.phoneNumber.to : user.phone,
    accessLevelId: accessLevelIn(call, user, edit),
    companyId: edit.companyID ? edit.companyID.to : user.companyId,
    homeGroupId: edit.homeGroupID ?? user.homeGroupId,
    homeTeamId: edit.homeTeamID ? edit.homeTeamID.to : user.homeTeamId,
    managerId: edit.managerID ? edit.managerID.to : user.managerId,
    roleId: edit.roleID ? edit.roleID.to : user.roleId,
    deactivatesAt: schedule ? timeIn(schedule.to) : user.deactivatesAt,
    updatedAt: world.now(),
    updatedById: caller.id,
  }
  if (edit.isActive === undefined || edit.isActive === user.isActive) return unique(call, changed)
  return edit.isActive ? activated(call, changed, edit) : deactivated(call, changed)
}

/** "System Administrator access is granted in the Adobe Admin Console only", and nobody grants more than they have. */
function accessLevelIn(call: Call, user: WorkfrontUser, { accessLevelID }: Edit) {
  if (accessLevelID === undefined) return user.accessLevelId
  const level = call.tenant.accessLevel(accessLevelID)
  if (!level) {
    throw problem('invalid', `AccessLevel with primary key value(s) "${accessLevelID}" not found`)
  }
  const isNew = level.id !== call.tenant.accessLevelOf(user)?.id
  if (isNew && (level.isAdmin || !mayGrant(call, accessLevelID))) throw problem('forbidden')
  return level.id
}

function timeIn(text: string | undefined): number | undefined {
  const time = text === undefined ? undefined : momentOf(text)
  if (text !== undefined && time === undefined) throw problem('invalid', `${text} is not a date.`)
  return time
}

/**
 * "You must first deactivate the currently active user"; of the words nothing is documented, nor that a day of
 * deactivation stays when somebody comes back.
 * https://experienceleague.adobe.com/en/docs/workfront/using/administration-and-setup/get-started-wf-administration/prep-for-admin-console
 */
function activated(call: Call, user: WorkfrontUser, edit: Edit): WorkfrontUser {
  const { tenant } = call
  const isMissing =
    tenant.settings.accessLevelOnActivation === 'required' &&
    edit.accessLevelID === undefined &&
    !user.approval
  if (isMissing) throw problem('invalid', 'Access Level is required to activate a user.')
  const license = tenant.accessLevel(user.accessLevelId)?.licenseType ?? ''
  if ((tenant.freeLicenses(license) ?? 1) < 1) {
    throw problem('invalid', 'There are no licenses of this type available.')
  }
  return unique(call, { ...user, isActive: true, approval: undefined })
}

/** Whether the last administrator, or oneself, can be deactivated is not documented: the tenant's settings say. */
function deactivated({ tenant, caller, world }: Call, user: WorkfrontUser): WorkfrontUser {
  const { lastAdmin, oneself } = tenant.settings
  const before = tenant.user(user.id)
  const isLast =
    before !== undefined &&
    tenant.isActiveAdmin(before) &&
    !tenant.users().some(other => other.id !== user.id && tenant.isActiveAdmin(other))
  if (isLast && lastAdmin === 'refused') {
    throw problem('invalid', 'The last active System Administrator cannot be deactivated.')
  }
  if (user.id === caller.id && oneself === 'refused') {
    throw problem('invalid', 'You cannot deactivate yourself.')
  }
  return { ...user, isActive: false, deactivatedAt: world.now(), deactivatesAt: undefined }
}

/** An e-mail address belongs to one active user at most. */
function unique({ tenant }: Call, user: WorkfrontUser): WorkfrontUser {
  const email = user.email.toLowerCase()
  const before = tenant.user(user.id)
  const isSame = before?.isActive === true && before.email.toLowerCase() === email
  const other =
    user.isActive && !isSame
      ? tenant
          .users()
          .find(one => one.id !== user.id && one.isActive && one.email.toLowerCase() === email)
      : undefined
  if (other) {
    throw problem(
      'invalid',
      `The email address ${user.email} is already in use by the active user ${nameOf(other)}.`,
    )
  }
  return user
}
