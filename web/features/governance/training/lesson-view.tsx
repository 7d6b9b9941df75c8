import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconArrowRight, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { PlainText } from '../plain-text.tsx'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { Course } from '../records.ts'
import { QUIZ, stepAfter, stepWord } from './steps.ts'
import type { Step } from './steps.ts'
import classes from './course.module.css'

interface LessonViewProps {
  readonly course: Course
  readonly lesson: Course['content']['lessons'][number]
  readonly step: Step
  readonly language: ReadingLanguage
}

/** One lesson: text, pictures, a film to watch elsewhere, and the way on. */
export function LessonView({ course, lesson, step, language }: LessonViewProps) {
  const { t } = useTranslation('training')
  const navigate = useNavigate()
  const text = textIn(lesson.texts, language)
  const next = stepAfter(step, course)
  return (
    <Card>
      <article className={classes.lesson}>
        <p className="text-3">
          {t('lesson.place', { number: step === QUIZ ? 0 : step + 1, of: course.content.lessons.length })}
        </p>
        <h2 className={classes.title} id="lesson-title" tabIndex={-1}>
          {text?.title}
        </h2>
        <PlainText text={text?.text ?? ''} />
        {lesson.media.map((picture) => (
          <img
            key={picture.id}
            src={`${picture.url}?width=1280`}
            alt={picture.altText}
            loading="lazy"
            className={classes.picture}
          />
        ))}
        {lesson.video !== null && (
          <a href={lesson.video} target="_blank" rel="noreferrer" className="link">
            <span className={classes.video}>
              <IconExternalLink size={16} stroke={1.5} aria-hidden />
              {t('lesson.video', { site: new URL(lesson.video).hostname })}
            </span>
          </a>
        )}
        <div>
          <Button
            rightSection={<IconArrowRight size={16} stroke={1.5} aria-hidden />}
            onClick={() =>
              void navigate({
                to: '/govern/training/$id',
                params: { id: course.id },
                search: { step: stepWord(next) },
              }).then(() => document.getElementById(next === QUIZ ? 'quiz-title' : 'lesson-title')?.focus())
            }
          >
            {next === QUIZ ? t('lesson.to-quiz') : t('lesson.next')}
          </Button>
        </div>
      </article>
    </Card>
  )
}
