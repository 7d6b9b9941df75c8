import { recommend } from '#server/features/organisation/domain/placement.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { calledIn } from './turkish.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  /** By name. */
  readonly people: ReadonlyMap<string, string>
}

const DAY_MS = 86_400_000

const BEGINNING = {
  audience: ['consumers'],
  creators: ['marketing'],
  role: ['awareness'],
  funnel: ['attention'],
  influencers: ['some'],
  crises: ['rare'],
  'social-selling': ['no'],
  hands: ['mixed'],
  regions: ['one'],
  languages: ['one'],
  regulation: ['light'],
  maturity: ['starting'],
  team: ['two-to-four'],
}
const ASSESSMENTS = [
  { title: 'When we began', daysAgo: 170, answers: BEGINNING, state: 'kept' },
  {
    title: 'With three regions',
    daysAgo: 62,
    answers: {
      ...BEGINNING,
      audience: ['consumers', 'businesses'],
      creators: ['marketing', 'units'],
      role: ['awareness', 'leads'],
      funnel: ['consideration'],
      regions: ['few'],
      languages: ['few'],
      maturity: ['practised'],
      team: ['five-to-fifteen'],
    },
    state: 'applied',
  },
  {
    title: 'If offices become the main business',
    daysAgo: 6,
    answers: {
      ...BEGINNING,
      audience: ['businesses'],
      creators: ['sales', 'marketing'],
      role: ['leads'],
      funnel: ['purchase'],
      'social-selling': ['some'],
      regions: ['few'],
      languages: ['few'],
      maturity: ['practised'],
      team: ['five-to-fifteen'],
    },
    state: 'proposed',
  },
] as const

/** How the company came to its operating model: three assessments, the switch that followed one, and a cell set by hand. */
export async function plantModel(
  kernel: Kernel,
  db: Db,
  { organisationId, now, language, people }: Ground,
): Promise<void> {
  const strategist = people.get('Deniz Korkut') ?? null
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  for (const { title, daysAgo, answers, state } of ASSESSMENTS)
    await db
      .insertInto('organisation_placements')
      .values({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        title,
        answers: JSON.stringify(answers),
        weights: '{}',
        result: JSON.stringify(recommend(answers, {})),
        created_by: strategist,
        created_at: before(daysAgo),
        proposed_at: state === 'kept' ? null : before(daysAgo - 2),
        applied_at: state === 'applied' ? before(daysAgo - 14) : null,
      })
      .execute()
  await db
    .updateTable('organisation_operating_models')
    .set({ since: before(180), reason: 'One team for everything, to begin with' })
    .where('organisation_id', '=', organisationId)
    .execute()
  await db
    .insertInto('organisation_operating_models')
    .values({
      organisation_id: organisationId,
      id: kernel.clock.newId(),
      model: 'hub-and-spoke',
      since: before(48),
      set_by: strategist,
      reason: 'The regions know their customers and have their own officers now',
    })
    .execute()
  const units = await db
    .selectFrom('organisation_units')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('name', 'in', [calledIn(language, 'Legal'), 'Türkiye'])
    .execute()
  const byHand = [
    [calledIn(language, 'Legal'), 'publish', 'informed'],
    ['Türkiye', 'approve', 'responsible'],
  ] as const
  for (const [name, activity, part] of byHand)
    for (const unit of units.filter((one) => one.name === name))
      await db
        .insertInto('organisation_responsibilities')
        .values({ organisation_id: organisationId, unit_id: unit.id, activity, part })
        .execute()
}
