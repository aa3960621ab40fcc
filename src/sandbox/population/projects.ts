import { userIdOf } from './draft'
import type { Project, StoredUser, Template } from './model'
import { dice, momentOn, uuidOf } from './seeded'

const subjects: readonly [string, ...string[]] = [
  'Annual report',
  'App relaunch',
  'Brand guide',
  'Catalogue',
  'Customer survey',
  'Data protection',
  'Newsletter',
  'Office move',
  'Packaging',
  'Podcast',
  'Price list',
  'Product film',
  'Roadshow',
  'Shop system',
  'Social media',
  'Summer party',
  'Supplier portal',
  'Training',
  'Warehouse',
  'Web analytics',
]
const qualifiers: readonly [string, ...string[]] = [
  '2025',
  '2026',
  '2027',
  'Berlin',
  'Madrid',
  'Malmö',
  'Oslo',
  'Poznań',
]

/** How many projects people lead whose number matters (named ones aside), and how many tasks they have open. */
const leads = {
  'Dagmar Petersen': 6,
  'Ingmar Solberg': 3,
  'María Fernández-Castro': 4,
  'Marta Kowalczyk': 1,
}
export const openTasks = {
  'Olga Owner': 12,
  'Dagmar Petersen': 38,
  'Ingmar Solberg': 27,
  'María Fernández-Castro': 41,
  'Marta Kowalczyk': 19,
  'Tamara Lindholm': 33,
}

/** Private projects: what happens when somebody leaves them is in `awork/orphans.ts`. The first named leads. */
const privates: readonly {
  name: string
  by: string
  members: readonly string[]
  nobodyLeads?: true
}[] = [
  // Made by Ada, who therefore sees it though she is not in it.
  { name: 'Salary review 2027', by: 'Ada Lindqvist', members: ['Olga Owner'], nobodyLeads: true },
  { name: 'Succession', by: 'Olga Owner', members: ['Olga Owner'] },
  { name: 'Board papers', by: 'Olga Owner', members: ['Olga Owner', 'Henrik Dahl'] },
  {
    name: 'New premises',
    by: 'Olga Owner',
    members: ['Olga Owner', 'Dagmar Petersen', 'Tamara Lindholm'],
  },
  { name: 'Works agreement', by: 'Olga Owner', members: ['Olga Owner', 'Ben Okoro'] },
  { name: 'Gala seating', by: 'Ada Lindqvist', members: ['Dagmar Petersen'] },
  { name: 'Venue complaints', by: 'Ada Lindqvist', members: ['Dagmar Petersen'] },
  { name: 'Redesign experiments', by: 'Ada Lindqvist', members: ['Ingmar Solberg'] },
  {
    name: 'Iberia pricing',
    by: 'María Fernández-Castro',
    members: ['María Fernández-Castro', 'Anne Lindgren'],
  },
  {
    name: 'Iberia hiring',
    by: 'María Fernández-Castro',
    members: ['María Fernández-Castro', 'Ben Okoro'],
  },
  {
    name: 'Lisbon office',
    by: 'María Fernández-Castro',
    members: ['María Fernández-Castro', 'Marta Kowalczyk'],
  },
  {
    name: 'Partner talks',
    by: 'María Fernández-Castro',
    members: ['María Fernández-Castro', 'Henrik Dahl'],
  },
  { name: 'My first weeks', by: 'Annemarie Vogt', members: ['Annemarie Vogt'] },
  { name: 'Halden offers', by: 'Lamar Whitfield', members: ['Lamar Whitfield', 'Ingmar Solberg'] },
  {
    name: 'Offsite ideas',
    by: 'Ada Lindqvist',
    members: ['Ada Lindqvist', 'Henrik Dahl', 'Olga Owner'],
  },
  { name: 'Amara’s notes', by: 'Amara Okafor', members: ['Amara Okafor'] },
]

export function projectsOf(template: Template, users: readonly StoredUser[]): readonly Project[] {
  const id = (key: string) => userIdOf(template, key)
  const there = new Set(users.map(user => user.id))
  const people = users.filter(
    user => user.kind === 'person' && !user.isDeactivated && !user.isArchived,
  )
  const crew = people.filter(
    user => user.special === undefined && !user.firstName?.startsWith('Olga'),
  )
  const chance = dice(template === 'acme' ? 7 : 11)
  const project = (
    name: string,
    by: string,
    more: Pick<Project, 'isPrivate' | 'members'>,
  ): Project => ({
    id: uuidOf(`${template} project ${name}`),
    name,
    isClosed: false,
    createdOn: momentOn(`202${3 + (name.length % 4)}-0${1 + (name.length % 9)}-14`, name),
    createdBy: by,
    ...more,
  })
  const somebody = () => crew[chance.roll(crew.length)]?.id ?? id('Henrik Dahl')
  const open = (name: string, leader: string) => {
    const others = Array.from({ length: 2 + chance.roll(6) }, somebody)
    return project(name, leader, {
      isPrivate: false,
      members: [leader, ...new Set(others)].flatMap((userId, n, all) =>
        n > 0 && userId === all[0] ? [] : { userId, isResponsible: n === 0 },
      ),
    })
  }
  const named = ['Trade fair 2027', 'Website relaunch', 'Onboarding'].map(name =>
    open(name, id('Olga Owner')),
  )
  const titles = subjects.flatMap(subject => qualifiers.map(qualifier => `${subject} ${qualifier}`))
  const leaders = Object.entries(leads).flatMap(([key, count]) =>
    Array<string>(count).fill(id(key)),
  )
  const rest = titles.slice(0, template === 'acme' ? 140 : 30)
  const open_ = rest.map((title, n) => open(title, leaders[n] ?? plainLeader(crew, chance.roll)))
  const closed = privates.map(({ name, by, members, nobodyLeads }) =>
    project(name, id(by), {
      isPrivate: true,
      members: members.map((key, n) => ({
        userId: id(key),
        isResponsible: n === 0 && !nobodyLeads,
      })),
    }),
  )
  return [...named, ...open_, ...closed].filter(({ members }) =>
    members.every(({ userId }) => there.has(userId)),
  )
}

/** A leader who is not one of those whose number of projects matters. */
function plainLeader(crew: readonly StoredUser[], roll: (sides: number) => number): string {
  for (;;) {
    const user = crew[roll(crew.length)]
    if (user && !Object.keys(openTasks).includes(`${user.firstName} ${user.lastName}`))
      return user.id
  }
}
