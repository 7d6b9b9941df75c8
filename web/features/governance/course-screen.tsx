import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { isReadingLanguage, textIn, useReadingLanguage } from './reading-language.ts'
import type { Course } from './records.ts'
import { CertificateBadge } from './training/certificate-badge.tsx'
import { CertificateCard } from './training/certificate-card.tsx'
import { CourseActions } from './training/course-actions.tsx'
import { EditedCourseLoader } from './training/edit-course.tsx'
import { LessonView } from './training/lesson-view.tsx'
import { Quiz } from './training/quiz.tsx'
import { StepList } from './training/step-list.tsx'
import { QUIZ, readStep } from './training/steps.ts'
import classes from './governance.module.css'

/** One course: read lesson by lesson, passed with its quiz, and for some written further. */
export function CourseScreen() {
  const { t } = useTranslation('training')
  const { id } = useParams({ from: '/shell/govern/training/$id' })
  const query = useQuery(orpc.governance.training.course.queryOptions({ input: { id } }))
  if (query.data !== undefined) return <CoursePage key={id} course={query.data} />
  return (
    <Page title={t('course')}>
      <Loaded query={query} skeleton={8}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function CoursePage({ course }: { course: Course }) {
  const { t } = useTranslation('training')
  const search = useSearch({ from: '/shell/govern/training/$id' })
  const own = useReadingLanguage()
  const mayChange = useMay('courses.change').allowed
  const [chosen, setLanguage] = useState<string>(own)
  const language = isReadingLanguage(chosen) ? chosen : own
  const step = readStep(search.step, course)
  const editing = search.view === 'edit' && mayChange
  const lesson = step === QUIZ ? undefined : course.content.lessons[step]
  return (
    <Page
      title={textIn(course.title, language) ?? t('course')}
      badge={<CertificateBadge certificate={course.certificate} />}
      actions={
        <>
          <LanguageSwitch language={language} onChange={setLanguage} />
          <CourseActions course={course} editing={editing} />
        </>
      }
    >
      <GovernanceTabs />
      {editing ? (
        <EditedCourseLoader id={course.id} language={language} />
      ) : (
        <div className={classes.columns}>
          <div>
            {lesson !== undefined && <LessonView course={course} lesson={lesson} step={step} language={language} />}
            {step === QUIZ && <Quiz course={course} language={language} />}
          </div>
          <div>
            <StepList course={course} step={step} language={language} />
            <CertificateCard course={course} />
          </div>
        </div>
      )}
    </Page>
  )
}
