import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconSchool } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from '../governance.module.css'
import { useTextIn } from '../reading-language.ts'
import type { CourseSummary } from '../records.ts'
import { CertificateBadge } from './certificate-badge.tsx'

interface CourseListProps {
  readonly query: UseQueryResult<readonly CourseSummary[]>
  /** The button that begins a course. */
  readonly begin: ReactNode
}

/** Every course with where I stand with it. */
export function CourseList({ query, begin }: CourseListProps) {
  const { t } = useTranslation('training')
  return (
    <Card title={t('courses')} pad={false}>
      <Loaded query={query} skeleton={6}>
        {(courses) =>
          courses.length === 0 ? (
            <Empty
              icon={IconSchool}
              title={t('empty')}
              text={t('empty.text')}
              example={t('empty.example')}
              action={begin}
            />
          ) : (
            <ul className={classes.rows}>
              {courses.map((course) => (
                <li key={course.id}>
                  <CourseRow course={course} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function CourseRow({ course }: { course: CourseSummary }) {
  const { t } = useTranslation('training')
  const inLanguage = useTextIn()
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Link to="/govern/training/$id" params={{ id: course.id }} className={classes.title}>
          {inLanguage(course.title)}
        </Link>
        <p className={classes.clamp}>{inLanguage(course.summary)}</p>
        <p className={classes.facts}>
          {!course.published && <Badge>{t('course.closed')}</Badge>}
          <span className={classes.quiet}>
            {t('course.facts', { lessons: course.lessons, questions: course.questions, passMark: course.passMark })}
          </span>
        </p>
      </div>
      <div className={classes.side}>
        <CertificateBadge certificate={course.certificate} />
      </div>
    </div>
  )
}
