import { Refusal } from '#contract/refusal.ts'
import { demand, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { lastDayOf } from '../domain/certificate.ts'
import { gradeQuiz, triesLeft, type CourseText } from '../domain/quiz.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { findCourse } from './hold-course.ts'
import { showCertificate, titleOf } from './show-course.ts'
import { contentOf, selectCourse } from './store-courses.ts'
import { insertCertificate, insertTry, lockTries, selectTries } from './store-tries.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/**
 * Grades somebody's answers and keeps the try; who passes holds the certificate from now on. Says which questions were right and
 * explains each, but never which answers were the right ones. Refuses more tries an hour than the course allows.
 */
export function tryQuiz(kernel: Kernel, actor: Actor, { id, language, answers }: Input<'training', 'tryQuiz'>) {
  demand(actor, 'policies.read', {})
  const { organisationId } = actor
  const taking = { organisationId, courseId: id, personId: personOf(actor) }
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const row = await findCourse(db, actor, id)
    if (row.published_at === null) throw new Refusal('course.not-open')
    const content = contentOf(row)
    await lockTries(db, taking)
    const { at } = await selectTries(db, taking, new Date(now.getTime() - HOUR_MS))
    refuseTooMany(triesLeft(at, content.triesPerHour, now), content.triesPerHour, now)
    const grade = gradeQuiz(content, answers)
    const tryId = kernel.clock.newId()
    await insertTry(db, {
      organisation_id: organisationId,
      id: tryId,
      course_id: id,
      person_id: taking.personId,
      language,
      answers: JSON.stringify(answers),
      score: grade.score,
      passed: grade.passed,
      at: now,
    })
    const today = await todayOfOrganisation(db, organisationId, now)
    const expiresOn = lastDayOf(today, content.validMonths)
    if (grade.passed) await certify(db, kernel, { taking, tryId, score: grade.score, expiresOn })
    record({
      verb: grade.passed ? 'course.passed' : 'course.tried',
      subject: { type: 'course', id, title: titleOf(content) },
      after: { personId: taking.personId, score: grade.score, ...(grade.passed ? { expiresOn } : {}) },
    })
    const best = await selectCourse(db, taking, id)
    const { left, nextAt } = triesLeft([...at, now], content.triesPerHour, now)
    return {
      id: tryId,
      score: grade.score,
      passed: grade.passed,
      passMark: content.passMark,
      questions: explained(content, grade.questions),
      certificate: showCertificate(best ?? { issued_at: null, expires_on: null }, today),
      triesLeft: left,
      nextTryAt: nextAt?.toISOString() ?? null,
    }
  })
}

function refuseTooMany(tries: ReturnType<typeof triesLeft>, triesPerHour: number, now: Date): void {
  if (tries.left > 0) return
  const wait = tries.nextAt === null ? HOUR_MS : tries.nextAt.getTime() - now.getTime()
  throw new Refusal('quiz.too-many-tries', { tries: triesPerHour, minutes: Math.max(Math.ceil(wait / MINUTE_MS), 1) })
}

interface Passed {
  readonly taking: { readonly organisationId: string; readonly courseId: string; readonly personId: string }
  readonly tryId: string
  readonly score: number
  readonly expiresOn: string | null
}

async function certify(db: Db, { clock }: Kernel, { taking, tryId, score, expiresOn }: Passed): Promise<void> {
  await insertCertificate(db, {
    organisation_id: taking.organisationId,
    id: clock.newId(),
    course_id: taking.courseId,
    person_id: taking.personId,
    try_id: tryId,
    score,
    issued_at: clock.now(),
    expires_on: expiresOn,
  })
}

function explained(content: CourseText, graded: readonly { readonly key: string; readonly right: boolean }[]) {
  const texts = new Map(content.questions.map((question) => [question.key, question.texts]))
  return graded.map(({ key, right }) => {
    const { en = null, tr = null } = texts.get(key) ?? {}
    const explanation = { en: nonEmpty(en?.explanation), tr: nonEmpty(tr?.explanation) }
    return { key, right, explanation: explanation.en === null && explanation.tr === null ? null : explanation }
  })
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
