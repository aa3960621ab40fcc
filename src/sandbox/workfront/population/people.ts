import { crowd } from '../../population/crowd'
import { enrol } from '../../population/draft'
import { emailOf, nameOf, type Population, type StoredUser } from '../../population/model'
import { writtenDown } from '../../population/population'
import { rollOf } from '../../population/seeded'

/** Somebody who is in Workfront, as awork knows them or would. */
export type Person = { readonly key: string; readonly user: StoredUser; readonly email: string }

/**
 * `size` people: all with a name to remember and an address, six of seven of awork's others, and some whom awork does
 * not know. Machines are not there; what Workfront has instead is in `accounts.ts`.
 */
export function peopleOf(population: Population, size: number): readonly Person[] {
  const { template, users } = population
  const handmade = writtenDown(template)
  const both = users.flatMap(user => {
    const email = emailOf(user)?.trim()
    const isHuman = user.kind === 'person' || user.kind === 'external'
    const isHere = handmade.has(user.id) || rollOf(`${user.id} both`, 7) > 0
    return email !== undefined && isHuman && isHere ? { key: user.id, user, email } : []
  })
  return [...both, ...onlyHere(population, Math.max(0, size - both.length))]
}

function onlyHere({ template, users, roles, teams }: Population, size: number): Person[] {
  const [seed, domain] = template === 'acme' ? [4711, 'acme.example'] : [815, 'nordwind.example']
  const ids = {
    roles: new Map(roles.map(({ id, name }) => [name, id])),
    teams: new Map(teams.map(({ id, name }) => [name, id])),
  }
  const taken = new Set(users.map(user => emailOf(user)?.toLowerCase()))
  return crowd(size, seed, domain, users.map(nameOf)).map((draft, n) => {
    const key = `only in Workfront ${n}`
    const { email = '' } = draft
    return {
      key,
      user: enrol(template, { ...draft, key }, ids),
      email: taken.has(email) ? `${n}.${email}` : email,
    }
  })
}
