import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { Course } from '../records.ts'
import { QUIZ, stepWord } from './steps.ts'
import type { Step } from './steps.ts'
import classes from './course.module.css'

interface StepListProps {
  readonly course: Course
  readonly step: Step
  readonly language: ReadingLanguage
}

/** The way through a course: its lessons, then the quiz. */
export function StepList({ course, step, language }: StepListProps) {
  const { t } = useTranslation('training')
  const steps: readonly { readonly at: Step; readonly words: string }[] = [
    ...course.content.lessons.map((lesson, at) => ({ at, words: textIn(lesson.texts, language)?.title ?? '' })),
    { at: QUIZ, words: t('quiz') },
  ]
  return (
    <Card title={t('steps')}>
      <nav aria-label={t('steps')}>
        <ol className={classes.steps}>
          {steps.map(({ at, words }) => (
            <li key={stepWord(at)}>
              <Link
                to="/govern/training/$id"
                params={{ id: course.id }}
                search={{ step: stepWord(at) }}
                className={classes.step}
                aria-current={at === step ? 'step' : undefined}
              >
                {words}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
    </Card>
  )
}
