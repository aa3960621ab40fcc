type PrivateProject = {
  readonly name: string
  readonly by: string
  readonly members: readonly string[]
  readonly nobodyLeads?: true
}

/** Private projects: what happens when somebody leaves them is in `awork/orphans.ts`. The first named leads. */
export const privateProjects: readonly PrivateProject[] = [
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
  { name: 'Gala seating', by: 'Ada Lindqvist', members: ['Dagmar Petersen'], nobodyLeads: true },
  {
    name: 'Venue complaints',
    by: 'Ada Lindqvist',
    members: ['Dagmar Petersen'],
    nobodyLeads: true,
  },
  {
    name: 'Redesign experiments',
    by: 'Ada Lindqvist',
    members: ['Ingmar Solberg'],
    nobodyLeads: true,
  },
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
  {
    name: 'Farewell for Dagmar',
    by: 'Ada Lindqvist',
    members: ['Tamara Lindholm', 'Anne Lindgren'],
    nobodyLeads: true,
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
