import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import type { ReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { Course, QuizResult } from '../records.ts'
import { QuestionField } from './question-field.tsx'
import { ResultNotice } from './result-notice.tsx'
import classes from './course.module.css'

type Chosen = Readonly<Record<string, readonly string[]>>

interface QuizProps {
  readonly course: Course
  readonly language: ReadingLanguage
}

/** The quiz: graded by the server, which then explains each question. What was chosen stays when something goes wrong. */
export function Quiz({ course, language }: QuizProps) {
  const { t } = useTranslation('training')
  const queryClient = useQueryClient()
  const time = useTime()
  const [chosen, setChosen] = useState<Chosen>({})
  const [incomplete, setIncomplete] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [result, setResult] = useState<QuizResult | null>(null)
  const { questions } = course.content
  const isAnswered = (key: string) => (chosen[key] ?? []).length > 0
  const { tries } = course

  async function handIn(): Promise<void> {
    const open = questions.find(({ key }) => !isAnswered(key))
    setIncomplete(open !== undefined)
    if (open !== undefined) {
      document.getElementById(`question-${open.key}`)?.focus()
      return
    }
    setSending(true)
    setProblem(null)
    try {
      const answers = questions.map(({ key }) => ({ question: key, options: [...(chosen[key] ?? [])] }))
      setResult(await api.governance.training.tryQuiz({ id: course.id, language, answers }))
      await refreshGovernance(queryClient)
      document.getElementById('quiz-title')?.focus()
    } catch (error) {
      setProblem(asProblem(error))
    }
    setSending(false)
  }

  return (
    <Card>
      <form
        className={classes.lesson}
        onSubmit={(event) => {
          event.preventDefault()
          void handIn()
        }}
      >
        <h2 className={classes.title} id="quiz-title" tabIndex={-1}>
          {result === null ? t('quiz') : t('quiz.result')}
        </h2>
        {result === null ? (
          <p className="text-3">{t('quiz.text', { passMark: course.passMark })}</p>
        ) : (
          <ResultNotice result={result} />
        )}
        {questions.map((question, place) => (
          <QuestionField
            key={question.key}
            question={question}
            place={place}
            language={language}
            chosen={chosen[question.key] ?? []}
            graded={result?.questions.find(({ key }) => key === question.key) ?? null}
            missing={incomplete && !isAnswered(question.key)}
            onChange={(options) => setChosen({ ...chosen, [question.key]: options })}
          />
        ))}
        {problem !== null && <ProblemNotice problem={problem} />}
        {result === null ? (
          // Keys keep the two buttons apart: one element that turns into a submit button while it is pressed would hand in again.
          <div key="hand-in" className={classes.foot}>
            <Button type="submit" loading={sending} disabled={questions.length === 0 || !course.published}>
              {t('quiz.hand-in')}
            </Button>
            <span className="text-3">
              {tries.left > 0 || tries.nextAt === null
                ? t('quiz.tries-left', { count: tries.left })
                : t('quiz.next-at', { time: time.time(tries.nextAt) })}
            </span>
          </div>
        ) : (
          !result.passed && (
            <div key="again" className={classes.foot}>
              <Button variant="default" onClick={() => setResult(null)}>
                {t('quiz.again')}
              </Button>
              <span className="text-3">
                {result.nextTryAt === null
                  ? t('quiz.tries-left', { count: result.triesLeft })
                  : t('quiz.next-at', { time: time.time(result.nextTryAt) })}
              </span>
            </div>
          )
        )}
      </form>
    </Card>
  )
}
