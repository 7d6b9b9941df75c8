import { ActionIcon, MultiSelect, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { Card } from '#web/ui/card.tsx'
import governance from '../governance.module.css'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { CourseForm, Lesson } from './course-draft.ts'

interface LessonFieldsProps {
  readonly form: CourseForm
  readonly lesson: Lesson
  readonly place: number
  readonly language: ReadingLanguage
  readonly onRemove: () => void
}

/** The fields of one lesson in one language; pictures and the film are the same in all. */
export function LessonFields({ form, lesson, place, language, onRemove }: LessonFieldsProps) {
  const { t } = useTranslation('training')
  const path = `content.lessons.${place}`
  const text = lesson.texts[language] ?? { title: '', text: '' }
  const shown = textIn(lesson.texts, language)
  const name = t('lesson.number', { number: place + 1 })
  const pictures = useQuery({
    queryKey: [...orpc.content.media.key(), 'every'],
    queryFn: () => everyPage((page) => api.content.media(page)),
    staleTime: 60_000,
  })
  const set = (next: Partial<typeof text>) =>
    form.setFieldValue(`${path}.texts`, { ...lesson.texts, [language]: { ...text, ...next } })
  return (
    <Card
      title={`${name}${shown === null || shown.title === '' ? '' : `: ${shown.title}`}`}
      end={
        <ActionIcon variant="subtle" color="gray" aria-label={t('part.remove', { part: name })} onClick={onRemove}>
          <IconTrash size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      }
    >
      <div className={governance.form}>
        <TextInput
          label={t('field.lesson-title')}
          maxLength={160}
          lang={language}
          placeholder={lesson.texts[language] === null ? (shown?.title ?? '') : ''}
          value={text.title}
          error={form.errors[`${path}.texts.${language}.title`] ?? form.errors[`${path}.texts`]}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          autosize
          minRows={4}
          maxRows={20}
          maxLength={12_000}
          lang={language}
          label={t('field.text')}
          description={t('field.text.help')}
          value={text.text}
          error={form.errors[`${path}.texts.${language}.text`]}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <MultiSelect
          searchable
          maxValues={6}
          label={t('field.pictures')}
          description={t('field.pictures.help')}
          data={(pictures.data ?? []).map(({ id, name, altText }) => ({ value: id, label: altText || name }))}
          value={lesson.mediaIds ?? []}
          error={form.errors[`${path}.mediaIds`]}
          onChange={(ids) => form.setFieldValue(`${path}.mediaIds`, ids)}
        />
        <TextInput
          type="url"
          label={t('field.video')}
          description={t('field.video.help')}
          value={lesson.video ?? ''}
          error={form.errors[`${path}.video`]}
          onChange={(event) =>
            form.setFieldValue(`${path}.video`, event.currentTarget.value === '' ? null : event.currentTarget.value)
          }
        />
      </div>
    </Card>
  )
}
