import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { repeatedKey, type CourseText } from '../domain/quiz.ts'
import { selectPictures } from './store-courses.ts'

/** Refuses pictures that are none of the organisation's, and parts that could not be told apart. */
export async function checkCourse(db: Db, organisationId: string, content: CourseText): Promise<void> {
  if (repeatedKey(content) !== null)
    throw new Refusal('request.invalid', {}, [{ path: 'content', code: 'record.exists' }])
  const ids = [...new Set(content.lessons.flatMap(({ mediaIds }) => mediaIds))]
  const found = await selectPictures(db, organisationId, ids)
  const place = content.lessons.findIndex(({ mediaIds }) => mediaIds.some((id) => !found.has(id)))
  if (place !== -1) throw unknownReference(`content.lessons.${place}.mediaIds`)
}
