import { describe, expect, it } from 'vitest'
import { CourseContent, READY_COURSES } from '#contract/training-records.ts'
import { readyCourse } from '../training/ready/index.ts'
import { gradeQuiz, isFinished, repeatedKey, triesLeft } from './quiz.ts'

const words = (text: string) => ({ en: text, tr: null })
const course = CourseContent.parse({
  title: words('Short'),
  summary: words(''),
  lessons: [{ key: 'a', texts: words2('A'), mediaIds: [], video: null }],
  questions: ['one', 'two', 'three'].map((key, place) => ({
    key,
    texts: { en: { question: key, explanation: '' }, tr: null },
    options: ['a', 'b', 'c'].map((option, at) => ({
      key: option,
      texts: words(option),
      // The third question has two right answers.
      correct: at === 0 || (place === 2 && at === 1),
    })),
  })),
  passMark: 67,
})

function words2(title: string) {
  return { en: { title, text: '' }, tr: null }
}

const answer = (one: string[], two: string[], three: string[]) => [
  { question: 'one', options: one },
  { question: 'two', options: two },
  { question: 'three', options: three },
]

describe('a quiz', () => {
  it.each([
    ['all right', answer(['a'], ['a'], ['a', 'b']), 100, true],
    ['in another order and said twice', answer(['a', 'a'], ['a'], ['b', 'a']), 100, true],
    ['one wrong', answer(['b'], ['a'], ['a', 'b']), 66, false],
    ['one of two right answers', answer(['a'], ['a'], ['a']), 66, false],
    ['a wrong one beside the right ones', answer(['a'], ['a', 'c'], ['a', 'b']), 66, false],
    ['everything chosen', answer(['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']), 0, false],
    ['an answer that is none', answer(['a', 'z'], ['a'], ['a', 'b']), 66, false],
    ['nothing', [], 0, false],
  ])('with %s', (_what, answers, score, passed) => {
    expect(gradeQuiz(course, answers)).toMatchObject({ score, passed })
  })

  it('is never passed by rounding up', () => {
    const asked = { ...course, passMark: 67 }
    expect(gradeQuiz(asked, answer(['a'], ['a'], [])).passed).toBe(false)
    expect(gradeQuiz({ ...asked, passMark: 66 }, answer(['a'], ['a'], [])).passed).toBe(true)
  })

  it('without questions is passed by nobody', () => {
    expect(gradeQuiz({ ...course, questions: [] }, [])).toMatchObject({ score: 0, passed: false })
  })

  it('allows so many tries in any hour, and says when the next is possible', () => {
    const now = new Date('2026-11-22T10:00:00Z')
    const at = (...minutes: number[]) => minutes.map((ago) => new Date(now.getTime() - ago * 60_000))
    expect(triesLeft([], 3, now)).toEqual({ left: 3, nextAt: null })
    expect(triesLeft(at(50, 10), 3, now)).toEqual({ left: 1, nextAt: null })
    expect(triesLeft(at(10, 50, 20), 3, now)).toEqual({ left: 0, nextAt: new Date('2026-11-22T10:10:00Z') })
    expect(triesLeft(at(60, 61, 10), 3, now)).toEqual({ left: 2, nextAt: null })
  })
})

describe.each(READY_COURSES)('the ready course %s', (key) => {
  const ready = readyCourse(key)

  it('is short, finished, and whole in English and Turkish', () => {
    expect(isFinished(ready)).toBe(true)
    expect(repeatedKey(ready)).toBeNull()
    expect(ready.lessons.length).toBeGreaterThanOrEqual(3)
    expect(ready.lessons.length).toBeLessThanOrEqual(5)
    expect(ready.questions.length).toBeGreaterThanOrEqual(5)
    const texts = [
      ready.title,
      ready.summary,
      ...ready.lessons.map((lesson) => lesson.texts),
      ...ready.questions.flatMap(({ texts, options }) => [texts, ...options.map((option) => option.texts)]),
    ]
    expect(texts.filter(({ en, tr }) => en === null || tr === null)).toEqual([])
  })

  it('cannot be passed by always choosing the same place', () => {
    const places = Math.max(...ready.questions.map(({ options }) => options.length))
    for (let place = 0; place < places; place += 1)
      expect(
        gradeQuiz(
          ready,
          ready.questions.map(({ key, options }) => ({ question: key, options: [options[place]?.key ?? ''] })),
        ).passed,
      ).toBe(false)
  })
})
