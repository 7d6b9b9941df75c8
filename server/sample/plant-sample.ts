import { foundStructure, slugOf } from '#server/features/organisation/index.ts'
import { appendEvents } from '#server/kernel/events/change.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { plantAccounts, plantChoices } from './accounts.ts'
import { plantApprovals } from './approvals.ts'
import { plantAudiences } from './audiences.ts'
import { plantBudget } from './budget.ts'
import { plantModel } from './model.ts'
import { day, plantDirection } from './direction.ts'
import { plantChannel } from './plant-channel.ts'
import { plantPlanDocument } from './plan-document.ts'
import { plantScorecard } from './scorecard.ts'
import { plantPlans } from './plans.ts'
import { plantPosts, type Ground } from './plant-posts.ts'
import { CAMPAIGNS, COMPANY, PEOPLE } from './story.ts'
import { plantRules } from './rules.ts'
import { officeHours, plantStructure } from './structure.ts'
import { plantStops } from './stops.ts'
import { plantTraining } from './training.ts'

interface Owner {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'tr'
}

const DAY_MS = 86_400_000

/** Fills a new organisation, marked as sample, with half a year of a made-up company's work, in one transaction. The owner becomes its administrator. */
export async function plantSample(kernel: Kernel, owner: Owner): Promise<string> {
  const organisationId = kernel.clock.newId()
  const now = kernel.clock.now()
  const slug = `${COMPANY.slug}-${organisationId.slice(-6)}`
  await kernel.database.inOrganisation(organisationId, async (db) => {
    await db
      .insertInto('organisations')
      .values({
        organisation_id: organisationId,
        name: COMPANY.name,
        slug,
        language: owner.language,
        time_zone: COMPANY.timeZone,
        currency: COMPANY.currency,
        sample: true,
        data_key: kernel.keyring.newDataKey(),
        created_at: now,
      })
      .execute()
    const companyId = await foundStructure(db, kernel.clock, { organisationId, name: COMPANY.name })
    const actor = await plantPeople(kernel, db, organisationId, owner)
    const people = await peopleByKey(db, organisationId)
    const goals = await plantDirection(kernel, db, { organisationId, people, language: owner.language, now })
    const campaigns = await plantCampaigns(kernel, db, { organisationId, goals, people, now })
    const channels = {
      tr: await plantChannel(kernel, db, {
        organisationId,
        slug,
        name: 'Newsroom Türkiye',
        timeZone: 'Europe/Istanbul',
      }),
      dach: await plantChannel(kernel, db, { organisationId, slug, name: 'Newsroom DACH', timeZone: 'Europe/Berlin' }),
    }
    const ground: Ground = {
      organisationId,
      now,
      channels,
      campaigns,
      slug,
      authors: { tr: people.get('Burcu Tezel') ?? '', dach: people.get('Jonas Weidmann') ?? '' },
    }
    const { language } = owner
    await plantStructure(kernel, db, { organisationId, companyId, now, language, people, channels, campaigns })
    await plantModel(kernel, db, { organisationId, now, language, people })
    await plantTraining(kernel, db, { organisationId, now, people })
    await plantRules(kernel, db, { organisationId, now, language: owner.language })
    await plantScorecard(kernel, db, { organisationId, companyId, now })
    await plantPlans(kernel, db, { organisationId, now, people, goals, campaigns })
    await plantAudiences(kernel, db, { organisationId, now, language, people, campaigns })
    await plantBudget(kernel, db, { organisationId, now, language, people, campaigns })
    await plantAccounts(kernel, db, { organisationId, now, language, people, channels })
    await plantChoices(kernel, db, { organisationId, now, language, people, channels })
    const posts = await plantPosts(kernel, db, ground)
    await plantStops(kernel, db, {
      organisationId,
      now,
      language: owner.language,
      people,
      channelId: channels.tr,
    })
    await plantApprovals(kernel, db, { organisationId, now, language: owner.language, channels, campaigns, people })
    await plantPlanDocument(kernel, db, { organisationId, now, language, people })
    await appendEvents(db, kernel.clock, [
      {
        actor,
        event: {
          verb: 'sample.made',
          subject: { type: 'sample', id: organisationId, title: COMPANY.name },
          after: { posts },
        },
      },
    ])
  })
  return organisationId
}

async function plantPeople(kernel: Kernel, db: Db, organisationId: string, owner: Owner): Promise<Actor> {
  const now = kernel.clock.now()
  const id = kernel.clock.newId()
  await db
    .insertInto('organisation_people')
    .values({
      organisation_id: organisationId,
      id,
      user_id: owner.userId,
      name: owner.name,
      email: owner.email,
      role: 'administrator',
      language: owner.language,
      time_zone: COMPANY.timeZone,
      created_at: now,
    })
    .execute()
  for (const { name, role, language, languages, hours } of PEOPLE) {
    const userId = kernel.clock.newId()
    const email = `${slugOf(name).replaceAll('-', '.')}.${userId.slice(-6)}@kavrela.example`
    // No password: nobody can sign in as a made-up person.
    await db.insertInto('identity.user').values({ id: userId, name, email, createdAt: now, updatedAt: now }).execute()
    await db
      .insertInto('organisation_people')
      .values({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        user_id: userId,
        name,
        email,
        role,
        language,
        languages: [...languages],
        working_hours: hours === null ? null : JSON.stringify(officeHours(hours)),
        time_zone: hours?.zone ?? COMPANY.timeZone,
        created_at: now,
      })
      .execute()
  }
  return {
    kind: 'person',
    id,
    personId: id,
    name: owner.name,
    organisationId,
    role: 'administrator',
    scopes: null,
    facts: UNBOUND,
    language: owner.language,
    timeZone: COMPANY.timeZone,
    sessionId: null,
  }
}

async function peopleByKey(db: Db, organisationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('organisation_people')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [row.name, row.id]))
}

async function plantCampaigns(
  kernel: Kernel,
  db: Db,
  {
    organisationId,
    goals,
    people,
    now,
  }: { organisationId: string; goals: ReadonlyMap<string, string>; people: ReadonlyMap<string, string>; now: Date },
): Promise<ReadonlyMap<string, string>> {
  const campaigns = new Map<string, string>()
  for (const { key, title, serves, from, to, region } of CAMPAIGNS) {
    const id = kernel.clock.newId()
    campaigns.set(key, id)
    await db
      .insertInto('content_campaigns')
      .values({
        organisation_id: organisationId,
        id,
        title,
        message: '',
        starts_on: day(now, from),
        ends_on: day(now, to),
        owner_id: people.get(region === 'tr' ? 'Burcu Tezel' : 'Anke Moll') ?? null,
        created_at: new Date(now.getTime() + (from - 14) * DAY_MS),
      })
      .execute()
    for (const served of serves)
      await db
        .insertInto('content_campaign_goals')
        .values({ organisation_id: organisationId, campaign_id: id, goal_id: goals.get(served) ?? '' })
        .execute()
  }
  return campaigns
}
