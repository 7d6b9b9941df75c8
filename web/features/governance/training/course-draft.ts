import type { ProblemForm } from '#web/ui/form.ts'
import type { ReadingLanguage, Texts } from '../reading-language.ts'
import type { CourseContent } from '../records.ts'

export type CourseForm = ProblemForm<{ content: CourseContent }>
export type Lesson = CourseContent['lessons'][number]
export type Question = CourseContent['questions'][number]

/** A key that no other part of the course has. */
function newKey(): string {
  return crypto.randomUUID().slice(0, 8)
}

function only<Text>(language: ReadingLanguage, text: Text): Texts<Text> {
  return { en: language === 'en' ? text : null, tr: language === 'tr' ? text : null }
}

/** A lesson with nothing in it yet. */
export function emptyLesson(language: ReadingLanguage): Lesson {
  return { key: newKey(), texts: only(language, { title: '', text: '' }), mediaIds: [], video: null }
}

/** A question with two empty answers, the first of which is right. */
export function emptyQuestion(language: ReadingLanguage): Question {
  return {
    key: newKey(),
    texts: only(language, { question: '', explanation: '' }),
    options: [emptyOption(language, true), emptyOption(language, false)],
  }
}

/** An answer to choose from. */
export function emptyOption(language: ReadingLanguage, correct: boolean): Question['options'][number] {
  return { key: newKey(), texts: only(language, ''), correct }
}

/** A course that has only its title. */
export function emptyCourse(language: ReadingLanguage, title: string): CourseContent {
  return {
    title: only(language, title),
    summary: only(language, ''),
    lessons: [],
    questions: [],
    passMark: 80,
    triesPerHour: 3,
    validMonths: 12,
  }
}

/** What is sent: a line that was emptied in one language counts as not translated there. */
export function cleanCourse(content: CourseContent): CourseContent {
  return {
    ...content,
    title: withoutEmpty(content.title),
    questions: content.questions.map((question) => ({
      ...question,
      options: question.options.map((option) => ({ ...option, texts: withoutEmpty(option.texts) })),
    })),
  }
}

function withoutEmpty(texts: Texts<string>): Texts<string> {
  const [en, tr] = [texts.en === '' ? null : texts.en, texts.tr === '' ? null : texts.tr]
  // Where nothing is left, the server says at this field that something is needed.
  return en === null && tr === null ? texts : { en, tr }
}
