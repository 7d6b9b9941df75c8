import type { z } from 'zod'
import type { Course, CourseSummary, EditedCourse } from '#contract/training-records.ts'
import { certificateState } from '../domain/certificate.ts'
import type { CourseText } from '../domain/quiz.ts'
import { contentOf, type CourseRow } from './store-courses.ts'

export type ShownCourse = z.infer<typeof Course>
export type ShownSummary = z.infer<typeof CourseSummary>
export type ShownEdited = z.infer<typeof EditedCourse>
export type ShownCertificate = ShownSummary['certificate']

/** A person's best certificate of a course, as it stands today. */
export function showCertificate(
  row: { readonly issued_at: Date | null; readonly expires_on: string | null },
  today: string,
): ShownCertificate {
  return {
    state: certificateState(row.issued_at === null ? null : { expiresOn: row.expires_on }, today),
    issuedAt: row.issued_at?.toISOString() ?? null,
    expiresOn: row.expires_on,
  }
}

/** A course as lists show it. */
export function showSummary(row: CourseRow, today: string): ShownSummary {
  const content = contentOf(row)
  return {
    id: row.id,
    title: content.title,
    summary: content.summary,
    lessons: content.lessons.length,
    questions: content.questions.length,
    passMark: content.passMark,
    triesPerHour: content.triesPerHour,
    validMonths: content.validMonths,
    published: row.published_at !== null,
    certificate: showCertificate(row, today),
    version: row.version,
  }
}

/** What those see who take the course: every field is named here, so that no right answer slips through. */
export function showTaken(
  content: CourseText,
  pictures: ReadonlyMap<string, { readonly id: string; readonly alt_text: string }>,
): ShownCourse['content'] {
  return {
    lessons: content.lessons.map(({ key, texts, mediaIds, video }) => ({
      key,
      texts,
      video,
      media: mediaIds.flatMap((id) => {
        const picture = pictures.get(id)
        return picture === undefined ? [] : [{ id, url: `/api/v1/media/${id}/file`, altText: picture.alt_text }]
      }),
    })),
    questions: content.questions.map(({ key, texts, options }) => ({
      key,
      texts: { en: questionOf(texts.en), tr: questionOf(texts.tr) },
      several: options.filter(({ correct }) => correct).length > 1,
      options: options.map(({ key, texts }) => ({ key, texts })),
    })),
  }
}

function questionOf(text: { readonly question: string } | null) {
  return text === null ? null : { question: text.question }
}

/** A course with the right answers, for those who change it. */
export function showEdited(row: CourseRow): ShownEdited {
  return { id: row.id, published: row.published_at !== null, content: contentOf(row), version: row.version }
}

/** The title for events, which are in one language: English where it is written. */
export function titleOf({ title }: Pick<CourseText, 'title'>): string {
  return title.en ?? title.tr ?? ''
}
