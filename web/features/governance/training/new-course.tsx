import { Button, Radio } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { READY_COURSES } from '#contract/training-records.ts'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import classes from '../governance.module.css'
import { useReadingLanguage, useTextIn } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import { emptyCourse } from './course-draft.ts'

const CHOICES = [...READY_COURSES, 'blank'] as const
type Choice = (typeof CHOICES)[number]

/** Begins a course: with a ready one, or with an empty page. */
export function NewCourse({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['training', 'ui'])
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const language = useReadingLanguage()
  const inLanguage = useTextIn()
  const ready = useQuery(orpc.governance.training.ready.queryOptions({ staleTime: Infinity }))
  const [choice, setChoice] = useState<Choice>('policy')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function begin(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      const made = await api.governance.training.createCourse(
        choice === 'blank' ? { content: emptyCourse(language, t('blank.title')) } : { ready: choice },
      )
      onDone()
      await navigate({ to: '/govern/training/$id', params: { id: made.id }, search: { view: 'edit' } })
      await refreshGovernance(queryClient)
    } catch (error) {
      setProblem(asProblem(error))
      setSending(false)
    }
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <Loaded query={ready} skeleton={6}>
        {({ items }) => (
          <Radio.Group
            label={t('ready')}
            description={t('ready.help')}
            value={choice}
            onChange={(value) => setChoice(CHOICES.find((known) => known === value) ?? 'policy')}
          >
            <div className={classes.choices} style={{ marginTop: 8 }}>
              {CHOICES.map((value) => {
                const course = items.find(({ key }) => key === value)
                return (
                  <Radio.Card key={value} value={value} className={classes.choice ?? ''}>
                    <span className={classes.words}>
                      <span className="medium">{course === undefined ? t('blank') : inLanguage(course.title)}</span>
                      <span className={classes.quiet}>
                        {course === undefined ? t('blank.text') : inLanguage(course.summary)}
                      </span>
                    </span>
                    <Radio.Indicator size="xs" />
                  </Radio.Card>
                )
              })}
            </div>
          </Radio.Group>
        )}
      </Loaded>
      {problem !== null && <ProblemNotice problem={problem} />}
      <SheetFoot>
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <AllowedButton action="courses.change" type="submit" loading={sending}>
          {t('begin')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}
