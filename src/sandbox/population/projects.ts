import { userIdOf } from './draft'
import type { Project, StoredUser, Template } from './model'
import { privateProjects } from './private-projects'
import { type Dice, dice, momentOn, uuidOf } from './seeded'

const subjects =
  'Annual report, App relaunch, Brand guide, Catalogue, Customer survey, Data protection, Newsletter, Office move, Packaging, Podcast, Price list, Product film, Roadshow, Shop system, Social media, Summer party, Supplier portal, Training, Warehouse, Web analytics'.split(
    ', ',
  )
const places = '2025, 2026, 2027, Berlin, Madrid, Malmö, Oslo'.split(', ')
const titles = subjects.flatMap(subject => places.map(place => `${subject} ${place}`))

/** Open projects of those whose number matters. */
const led = [
  ...['Trade fair 2027', 'Website relaunch', 'Onboarding'].map(title => ({
    title,
    by: 'Olga Owner',
  })),
  ...titles.slice(0, 6).map(title => ({ title, by: 'Dagmar Petersen' })),
  ...titles.slice(6, 9).map(title => ({ title, by: 'Ingmar Solberg' })),
  ...titles.slice(9, 13).map(title => ({ title, by: 'María Fernández-Castro' })),
  ...titles.slice(13, 14).map(title => ({ title, by: 'Marta Kowalczyk' })),
]
/** One of the others', in which Olga Owner has tasks too. */
const withOlga = titles[20]

/** Open tasks of those whose number matters. */
export const openTasks: Readonly<Record<string, number>> = {
  'Olga Owner': 12,
  'Dagmar Petersen': 38,
  'Ingmar Solberg': 27,
  'María Fernández-Castro': 41,
  'Marta Kowalczyk': 19,
  'Tamara Lindholm': 33,
  'Busy Bea': 5,
}

export function projectsOf(template: Template, users: readonly StoredUser[]): readonly Project[] {
  const id = (key: string) => userIdOf(template, key)
  const known = new Set(Object.keys(openTasks).map(id))
  const crew = users.filter(
    ({ kind, isDeactivated, isArchived, special }) =>
      kind === 'person' && !isDeactivated && !isArchived && special === undefined,
  )
  const others = crew.filter(user => !known.has(user.id)).map(user => user.id)
  const chance = dice(template === 'acme' ? 7 : 11)
  const rest = titles.slice(14).map(title => ({ title, leader: chance.pick(others) }))
  const projects = [
    ...led.map(({ title, by }) => openProject(template, title, id(by), others, chance)),
    ...rest.map(({ title, leader }) =>
      openProject(
        template,
        title,
        leader,
        title === withOlga ? [id('Olga Owner')] : others,
        chance,
      ),
    ),
    ...privateProjects.map(({ name, by, members, nobodyLeads }) =>
      projectOf(template, name, id(by), true, members.map(id), nobodyLeads ? 0 : 1),
    ),
  ]
  const there = new Set(users.map(user => user.id))
  return projects.filter(({ members }) => members.every(({ userId }) => there.has(userId)))
}

function openProject(
  template: Template,
  title: string,
  leader: string,
  crew: readonly string[],
  chance: Dice,
): Project {
  const more = Array.from({ length: 2 + chance.roll(6) }, () => chance.pick(crew))
  return projectOf(template, title, leader, false, [...new Set([leader, ...more])], 1)
}

/** The first `leaders` of the members are responsible. */
function projectOf(
  template: Template,
  name: string,
  createdBy: string,
  isPrivate: boolean,
  members: readonly string[],
  leaders: number,
): Project {
  const month = 1 + (name.length % 9)
  return {
    id: uuidOf(`${template} project ${name}`),
    name,
    isPrivate,
    members: members.map((userId, n) => ({ userId, isResponsible: n < leaders })),
    createdOn: momentOn(`202${3 + (name.length % 4)}-0${month}-14`, name),
    createdBy,
  }
}
