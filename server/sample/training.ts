import { READY_COURSES } from '#contract/training-records.ts'
import { hashOfPolicy, type PolicyText } from '#server/features/governance/domain/policy-text.ts'
import { starterFor } from '#server/features/governance/policies/starters/index.ts'
import { readyCourse } from '#server/features/governance/training/ready/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { COMPANY } from './story.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  /** Ids by name. */
  readonly people: ReadonlyMap<string, string>
}

const DAY_MS = 86_400_000
/** Whoever has accepted only the first version has to accept again. */
const STILL_ON_THE_FIRST = ['Burcu Tezel', 'Aylin Sezer', 'Marek Dunn']
const NEVER_ACCEPTED = ['Farid Moss', 'Levent Onat']
/** Course, person, days from today to the last day. */
const CERTIFICATES = [
  ['brand-voice', 'Deniz Korkut', 210],
  ['brand-voice', 'Burcu Tezel', 12],
  ['brand-voice', 'Anke Moll', 95],
  ['brand-voice', 'Ceyda Alkan', 160],
  ['answering-customers', 'Ceyda Alkan', 160],
  ['answering-customers', 'Burcu Tezel', 240],
  ['crisis', 'Deniz Korkut', 88],
  ['crisis', 'Ines Hallgren', 300],
  ['accessibility', 'Jonas Weidmann', -40],
  ['policy', 'Selin Arman', 180],
  ['policy', 'Tomas Keller', 22],
] as const

/** A policy in its second version with who accepted which, the ready courses with certificates, and what rights depend on. */
export async function plantTraining(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const policyId = await plantPolicy(kernel, db, ground)
  const courses = await plantCourses(kernel, db, ground)
  const common = { organisation_id: ground.organisationId, created_at: new Date(ground.now.getTime() - 20 * DAY_MS) }
  await db
    .insertInto('governance_requirements')
    .values([
      {
        ...common,
        id: kernel.clock.newId(),
        action: 'posts.publish',
        course_id: courses.get('brand-voice') ?? null,
        role: 'officer',
      },
      { ...common, id: kernel.clock.newId(), action: 'posts.approve', policy_id: policyId, role: 'manager' },
    ])
    .execute()
}

async function plantPolicy(kernel: Kernel, db: Db, { organisationId, now, people }: Ground): Promise<string> {
  const id = kernel.clock.newId()
  const [firstAt, secondAt] = [new Date(now.getTime() - 150 * DAY_MS), new Date(now.getTime() - 20 * DAY_MS)]
  const second = starterFor('company', COMPANY.name)
  const deniz = people.get('Deniz Korkut') ?? null
  await db
    .insertInto('governance_policies')
    .values({
      organisation_id: organisationId,
      id,
      starter: 'company',
      current: 2,
      created_by: deniz,
      created_at: firstAt,
      version: 4,
    })
    .execute()
  const versions = [
    { number: 1, content: firstOf(second), note: 'The first', at: firstAt },
    { number: 2, content: second, note: 'How to mark paid posts; what to do when something goes wrong', at: secondAt },
  ].map((version) => ({
    ...version,
    hashes: { en: hashOfPolicy(version.content, 'en'), tr: hashOfPolicy(version.content, 'tr') },
  }))
  for (const { number, content, note, at, hashes } of versions)
    await db
      .insertInto('governance_policy_versions')
      .values({
        organisation_id: organisationId,
        policy_id: id,
        number,
        content: JSON.stringify(content),
        hashes: JSON.stringify(hashes),
        note,
        published_by: deniz,
        published_at: at,
      })
      .execute()
  const accepted = [...people].flatMap(([name, personId], place) =>
    NEVER_ACCEPTED.includes(name) || !name.includes(' ')
      ? []
      : versions
          .filter(({ number }) => number === 1 || !STILL_ON_THE_FIRST.includes(name))
          .map(({ number, at, hashes }) => ({
            organisation_id: organisationId,
            policy_id: id,
            person_id: personId,
            number,
            language: place % 2 === 0 ? 'tr' : 'en',
            hash: place % 2 === 0 ? hashes.tr : hashes.en,
            accepted_at: new Date(at.getTime() + ((place % 5) + 1) * DAY_MS),
          })),
  )
  if (accepted.length > 0) await db.insertInto('governance_policy_acceptances').values(accepted).execute()
  return id
}

/** The version before: without the last section, and silent about the marks of paid posts. */
function firstOf(second: PolicyText): PolicyText {
  const lead = (text: string) => text.split('\n\n')[0] ?? text
  return {
    ...second,
    sections: second.sections
      .filter(({ key }) => key !== 'mistakes')
      .map(({ key, texts: { en, tr } }) => ({
        key,
        texts:
          key !== 'disclosure' || en === null || tr === null
            ? { en, tr }
            : { en: { ...en, text: lead(en.text) }, tr: { ...tr, text: lead(tr.text) } },
      })),
  }
}

async function plantCourses(
  kernel: Kernel,
  db: Db,
  { organisationId, now, people }: Ground,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>(READY_COURSES.map((key) => [key, kernel.clock.newId()]))
  const opened = new Date(now.getTime() - 140 * DAY_MS)
  await db
    .insertInto('governance_courses')
    .values(
      READY_COURSES.map((key) => ({
        organisation_id: organisationId,
        id: ids.get(key) ?? '',
        ready: key,
        content: JSON.stringify(readyCourse(key)),
        published_at: opened,
        created_by: people.get('Deniz Korkut') ?? null,
        created_at: opened,
      })),
    )
    .execute()
  await db
    .insertInto('governance_certificates')
    .values(
      CERTIFICATES.flatMap(([course, name, days]) => {
        const personId = people.get(name)
        if (personId === undefined) return []
        const lastDay = new Date(now.getTime() + days * DAY_MS)
        return [
          {
            organisation_id: organisationId,
            id: kernel.clock.newId(),
            course_id: ids.get(course) ?? '',
            person_id: personId,
            score: 83,
            issued_at: new Date(lastDay.getTime() - 365 * DAY_MS),
            expires_on: lastDay.toISOString().slice(0, 10),
          },
        ]
      }),
    )
    .execute()
  return ids
}
