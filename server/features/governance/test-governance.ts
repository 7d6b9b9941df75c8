import { v7 } from 'uuid'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, type Answer, type Caller, type World } from '#test/world.ts'

export interface GovernanceWorld {
  readonly world: World
  readonly setNow: (instant: string) => void
  readonly make: (path: string, body?: unknown) => Promise<Answer>
  /** What somebody is told, oldest first, by the kind of notice. */
  readonly noticesOf: (personId: string) => Promise<{ kind: string; params: unknown }[]>
  readonly eventsOf: (subjectId: string) => Promise<{ verb: string; after: unknown }[]>
}

/** An organisation with a clock that is set by hand. */
export async function openGovernance(now = '2026-11-22T10:00:00Z'): Promise<GovernanceWorld> {
  let time = new Date(now)
  const world = await createWorld({ clock: { now: () => new Date(time), newId: () => v7() } })
  const inside: World['kernel']['database']['inOrganisation'] = world.kernel.database.inOrganisation
  return {
    world,
    setNow: (instant) => void (time = new Date(instant)),
    make: async (path, body) => {
      const answer = await world.admin.call('POST', `/api/v1/${path}`, body)
      if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
      return answer
    },
    noticesOf: (personId) =>
      inside(world.organisationId, (db) =>
        db
          .selectFrom('organisation_notices')
          .select(['kind', 'params'])
          .where('person_id', '=', personId)
          .orderBy('id')
          .execute(),
      ),
    eventsOf: (subjectId) =>
      inside(world.organisationId, (db) =>
        db
          .selectFrom('events')
          .select(['verb', 'after'])
          .where('subject_id', '=', subjectId)
          .orderBy('position')
          .execute(),
      ),
  }
}

export interface Colleague extends Caller {
  readonly personId: string
}

/** Somebody who works here, with a key. */
export async function colleague(world: World, role: Parameters<typeof addPerson>[1]): Promise<Colleague> {
  const caller = await addPerson(world, role)
  const me = await caller.call('GET', '/api/v1/session')
  return { ...caller, personId: String(me.at('person.id')) }
}

/** The right answers to a course, as those see them who change it. */
export async function rightAnswers(world: World, courseId: string) {
  const edited = await world.admin.call('GET', `/api/v1/courses/${courseId}/content`)
  const questions = edited.at('content.questions') as {
    key: string
    options: { key: string; correct: boolean }[]
  }[]
  return questions.map(({ key, options }) => ({
    question: key,
    options: options.filter(({ correct }) => correct).map((option) => option.key),
  }))
}

/** A ready course that is open to everybody. */
export async function openCourse({ make }: GovernanceWorld, ready = 'brand-voice'): Promise<string> {
  const { id } = await make('courses', { ready })
  await make(`courses/${id}/publication`)
  return id
}

/** A starter that is in force. */
export async function publishedPolicy({ make }: GovernanceWorld, starter = 'company'): Promise<string> {
  const { id } = await make('policies', { starter })
  await make(`policies/${id}/versions`, { note: 'The first' })
  return id
}
