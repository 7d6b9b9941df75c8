import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { useTextIn } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { Course } from '../records.ts'

/** What those do with a course who change courses: write it, open it, remove it. */
export function CourseActions({ course, editing }: { readonly course: Course; readonly editing: boolean }) {
  const { t } = useTranslation('training')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const inLanguage = useTextIn()
  const mayChange = useMay('courses.change').allowed
  if (!mayChange) return null
  const { id, version, questions, lessons } = course

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      await refreshGovernance(queryClient)
      return true
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      return false
    }
  }
  const restore = async () => {
    if (await run(() => api.governance.training.restoreCourse({ id }))) announce(t('course.restored'))
  }
  const remove = async () => {
    const gone = await run(async () => {
      await api.governance.training.removeCourse({ id }, { context: { version } })
      await navigate({ to: '/govern/training' })
    })
    if (gone) announce(t('course.removed', { title: inLanguage(course.title) }), { undo: restore })
  }
  const open = async () => {
    if (await run(() => api.governance.training.publishCourse({ id }, { context: { version } })))
      announce(t('course.opened'))
  }

  return (
    <>
      {editing ? (
        <Link to="/govern/training/$id" params={{ id }} search={{}} className="link">
          {t('course.look')}
        </Link>
      ) : (
        <>
          <AllowedButton
            action="courses.change"
            variant="default"
            icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
            onClick={() => void remove()}
          >
            {t('remove')}
          </AllowedButton>
          <AllowedButton
            action="courses.change"
            variant="default"
            icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
            onClick={() => void navigate({ to: '/govern/training/$id', params: { id }, search: { view: 'edit' } })}
          >
            {t('edit')}
          </AllowedButton>
        </>
      )}
      {!course.published && (
        <AllowedButton
          action="courses.change"
          heldBy={questions === 0 || lessons === 0 ? t('course.unfinished') : undefined}
          onClick={() => void open()}
        >
          {t('course.open')}
        </AllowedButton>
      )}
    </>
  )
}
