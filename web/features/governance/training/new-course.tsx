import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { READY_COURSES } from '#contract/training-records.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { BeginWith } from '../begin-with.tsx'
import { useReadingLanguage, useTextIn } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import { emptyCourse } from './course-draft.ts'

const CHOICES = [...READY_COURSES, 'blank'] as const
type Choice = (typeof CHOICES)[number]

/** Begins a course: with a ready one, or with an empty page. */
export function NewCourse({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('training')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const language = useReadingLanguage()
  const inLanguage = useTextIn()
  const ready = useQuery(orpc.governance.training.ready.queryOptions({ staleTime: Infinity }))

  async function begin(choice: Choice): Promise<void> {
    const made = await api.governance.training.createCourse(
      choice === 'blank' ? { content: emptyCourse(language, t('blank.title')) } : { ready: choice },
    )
    onDone()
    await navigate({ to: '/govern/training/$id', params: { id: made.id }, search: { view: 'edit' } })
    await refreshGovernance(queryClient)
  }

  return (
    <Loaded query={ready} skeleton={6}>
      {({ items }) => (
        <BeginWith
          label={t('ready')}
          help={t('ready.help')}
          action="courses.change"
          submit={t('begin')}
          choices={CHOICES.map((value) => {
            const course = items.find(({ key }) => key === value)
            return {
              value,
              title: course === undefined ? t('blank') : inLanguage(course.title),
              text: course === undefined ? t('blank.text') : inLanguage(course.summary),
            }
          })}
          begin={begin}
          onCancel={onDone}
        />
      )}
    </Loaded>
  )
}
