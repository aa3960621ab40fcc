import type { Draft } from './draft'
import { pools, positions, tags } from './names'
import { type RoleName, type TeamName, teamNames } from './roles'
import { type Dice, dice } from './seeded'

/** As many made-up people as asked for, always the same ones; `taken` are names that are not used again. */
export function crowd(
  size: number,
  seed: number,
  domain: string,
  taken: Iterable<string>,
): Draft[] {
  const chance = dice(seed)
  const names = new Set(taken)
  const emails = new Map<string, number>()
  return Array.from({ length: size }, (_, n) => {
    const { first, last, gender, language } = freshName(chance, names)
    const address = `${latin(first)}.${latin(last)}`
    const times = (emails.get(address) ?? 0) + 1
    emails.set(address, times)
    return {
      key: `${domain} ${n}`,
      first,
      last,
      gender,
      language,
      email: `${address}${times > 1 ? times : ''}@${domain}`,
      ...(chance.chance(70) ? { position: chance.pick(positions) } : {}),
      ...(chance.chance(25) ? { tags: someTags(chance) } : {}),
      ...(chance.chance(30)
        ? { phone: `+49 30 5550 ${String(chance.roll(10_000)).padStart(4, '0')}` }
        : {}),
      teams: someTeams(chance),
      role: someRole(chance),
      ...someHistory(chance),
    }
  })
}

function freshName(chance: Dice, names: Set<string>) {
  for (let attempt = 0; ; attempt++) {
    const pool = chance.pick(pools)
    const gender = chance.chance(50) ? 'female' : 'male'
    const first = chance.pick(pool[gender])
    const married = attempt > 4 || chance.chance(4) ? `-${chance.pick(pool.last)}` : ''
    const last = `${chance.pick(pool.last)}${married}`
    const name = `${first} ${last}`
    if (names.has(name) && attempt < 12) continue
    names.add(name)
    return { first, last, gender, language: pool.language }
  }
}

function someTeams(chance: Dice): TeamName[] {
  if (chance.chance(8)) return []
  const one = chance.pick(teamNames)
  const other = chance.pick(teamNames)
  return chance.chance(15) && other !== one ? [one, other] : [one]
}

function someTags(chance: Dice): string[] {
  const one = chance.pick(tags)
  const other = chance.pick(tags)
  return chance.chance(20) && other !== one ? [one, other] : [one]
}

function someRole(chance: Dice): RoleName {
  const roll = chance.roll(100)
  return roll < 6 ? 'Project lead' : roll < 7 ? 'Support' : 'User'
}

function someHistory(
  chance: Dice,
): Pick<Draft, 'created' | 'deactivated' | 'archived' | 'invited'> {
  const roll = chance.roll(100)
  if (roll < 4) return { created: day(chance, 2050, 2145), invited: true }
  // 2021-01-01 to 2026-11-15 are 2,144 days.
  const joined = chance.roll(2000)
  const created = dayNumber(joined)
  if (roll < 80) return { created }
  const deactivated = day(chance, joined + 20, 2144)
  return roll < 95 ? { created, deactivated } : { created, deactivated, archived: true }
}

function day(chance: Dice, from: number, to: number): string {
  return dayNumber(Math.min(from + chance.roll(Math.max(1, to - from)), 2144))
}

/** The day that many days after 1 January 2021. */
function dayNumber(days: number): string {
  return new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10)
}

function latin(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöü]/g, letter => `${letter === 'ä' ? 'a' : letter === 'ö' ? 'o' : 'u'}e`)
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '')
}
