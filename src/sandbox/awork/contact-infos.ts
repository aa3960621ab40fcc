import { Hono } from 'hono'
import { z } from 'zod'
import type { ContactInfo, StoredUser } from '../population/model'
import { uuidOf, written } from '../population/seeded'
import type { AworkContext, AworkEnv } from './env'
import { invalid, notFound } from './errors'
import { page } from './list'
import { needs } from './rights'
import { contactInfoOnWire } from './wire'

/** https://developers.awork.com/api-reference/user-contact-infos */
export const contactInfos = new Hono<AworkEnv>()

const reads = needs('user-master-data', 'read', 'owner')
const writes = needs('user-master-data', 'write', 'owner')

/** Missing, null and empty are the same. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullable()
    .default(null)
    .transform(value => value ?? undefined)

const form = z
  .object({
    label: text(1000),
    value: text(1000),
    type: text(25),
    subType: text(25),
    addressLine1: text(1000),
    addressLine2: text(100),
    zipCode: text(100),
    city: text(100),
    state: text(100),
    country: text(100),
    isAddress: z.boolean().default(false),
  })
  .refine(
    ({ isAddress, addressLine1, city, country }) => !isAddress || (addressLine1 && city && country),
    {
      path: ['addressLine1'],
      message: 'An address needs its first line, a city and a country.',
    },
  )
  .refine(({ isAddress, value }) => isAddress || value, {
    path: ['value'],
    message: '‘Value’ should not be empty.',
  })

const path = '/users/:userId/contactinfo'

contactInfos.get(path, reads, c => {
  const user = c.var.workspace.user(c.req.param('userId'))
  return user ? page(c, user.contactInfos, contactInfoOnWire) : notFound(c, 'user')
})

contactInfos.get(`${path}/:infoId`, reads, c => {
  const user = c.var.workspace.user(c.req.param('userId'))
  const info = user?.contactInfos.find(({ id }) => id === c.req.param('infoId'))
  return info ? c.json(contactInfoOnWire(info)) : notFound(c, 'contact info')
})

contactInfos.post(path, writes, c => {
  const user = c.var.workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  const asked = form.safeParse(c.var.body)
  if (!asked.success) return invalid(c, asked.error)
  const stamp = stampOf(c)
  const info: ContactInfo = {
    ...asked.data,
    id: uuidOf(
      `${user.id} contact ${user.contactInfos.length} ${stamp.updatedOn} ${asked.data.value}`,
    ),
    createdOn: stamp.updatedOn,
    createdBy: stamp.updatedBy,
    ...stamp,
  }
  put(c, user, [...user.contactInfos, info])
  return c.json(contactInfoOnWire(info))
})

contactInfos.put(`${path}/:infoId`, writes, c => {
  const user = c.var.workspace.user(c.req.param('userId'))
  const info = user?.contactInfos.find(({ id }) => id === c.req.param('infoId'))
  if (!user || !info) return notFound(c, 'contact info')
  const asked = form.safeParse(c.var.body)
  if (!asked.success) return invalid(c, asked.error)
  const changed: ContactInfo = { ...info, ...asked.data, ...stampOf(c) }
  put(
    c,
    user,
    user.contactInfos.map(other => (other.id === info.id ? changed : other)),
  )
  return c.json(contactInfoOnWire(changed))
})

contactInfos.delete(`${path}/:infoId`, writes, c => {
  const user = c.var.workspace.user(c.req.param('userId'))
  const info = user?.contactInfos.find(({ id }) => id === c.req.param('infoId'))
  if (!user || !info) return notFound(c, 'contact info')
  put(
    c,
    user,
    user.contactInfos.filter(other => other.id !== info.id),
  )
  return c.body(null, 204)
})

function put(c: AworkContext, user: StoredUser, infos: readonly ContactInfo[]): void {
  c.var.workspace.put({ ...user, contactInfos: infos, ...stampOf(c) })
}

function stampOf(c: AworkContext) {
  return { updatedOn: written(c.var.world.now()), updatedBy: c.var.caller.user.id }
}
