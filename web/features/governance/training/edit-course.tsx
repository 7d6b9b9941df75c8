import { Button, NumberInput, TextInput, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useVersions } from '#web/ui/versions.ts'
import governance from '../governance.module.css'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import type { CourseContent, EditedCourse } from '../records.ts'
import { cleanCourse, emptyLesson, emptyQuestion } from './course-draft.ts'
import type { CourseForm } from './course-draft.ts'
import { LessonFields } from './lesson-fields.tsx'
import { QuestionFields } from './question-fields.tsx'
import classes from './course.module.css'

const SAVE = 'course-save'

/** The editor, with the right answers, which only those fetch who change courses. */
export function EditedCourseLoader({ id, language }: { readonly id: string; readonly language: ReadingLanguage }) {
  const query = useQuery(orpc.governance.training.editedCourse.queryOptions({ input: { id } }))
  return (
    <Loaded query={query} skeleton={8}>
      {(course) => <EditCourse key={course.version} course={course} language={language} />}
    </Loaded>
  )
}

function EditCourse({ course, language }: { course: EditedCourse; language: ReadingLanguage }) {
  const { t } = useTranslation('training')
  const queryClient = useQueryClient()
  const valuesOf = ({ content }: EditedCourse) => ({ content })
  const versions = useVersions({
    seen: course,
    read: () => api.governance.training.editedCourse({ id: course.id }),
    valuesOf,
  })
  const form = useProblemForm({ initialValues: valuesOf(course), draft: `course:${course.id}:${course.version}` })
  const { content } = form.values
  const save = form.submit(
    (typed) =>
      versions.save(typed, ({ values, version }) =>
        api.governance.training.changeCourse(
          { id: course.id, content: cleanCourse(values.content) },
          { context: { version } },
        ),
      ),
    async () => {
      await refreshGovernance(queryClient)
      announce(t('saved'))
      // The editor begins anew with the saved version; the keyboard goes on where it was.
      document.querySelector<HTMLElement>(`#${SAVE} button`)?.focus()
    },
  )
  const set = (next: Partial<CourseContent>) => form.setFieldValue('content', { ...form.getValues().content, ...next })
  const add = <IconPlus size={16} stroke={1.5} aria-hidden />
  return (
    <form onSubmit={save} className={governance.columns}>
      <div>
        <RestoredNote form={form} />
        <HeadFields form={form} language={language} />
        {content.lessons.map((lesson, place) => (
          <LessonFields
            key={lesson.key}
            form={form}
            lesson={lesson}
            place={place}
            language={language}
            onRemove={() => set({ lessons: content.lessons.filter(({ key }) => key !== lesson.key) })}
          />
        ))}
        <Button
          variant="default"
          leftSection={add}
          onClick={() => set({ lessons: [...content.lessons, emptyLesson(language)] })}
        >
          {t('lesson.add')}
        </Button>
        {content.questions.map((question, place) => (
          <QuestionFields
            key={question.key}
            form={form}
            question={question}
            place={place}
            language={language}
            onRemove={() => set({ questions: content.questions.filter(({ key }) => key !== question.key) })}
          />
        ))}
        <Button
          variant="default"
          leftSection={add}
          onClick={() => set({ questions: [...content.questions, emptyQuestion(language)] })}
        >
          {t('question.add')}
        </Button>
      </div>
      <Card title={t('save.title')}>
        <div className={governance.form}>
          <p>{t(course.published ? 'save.open' : 'save.closed')}</p>
          <SaveProblem
            form={form}
            versions={versions}
            fields={(conflict) => [
              {
                label: t('course'),
                mine: shape(conflict.mine.content, language),
                theirs: shape(conflict.theirs.content, language),
              },
            ]}
            save={save}
          />
          <div id={SAVE}>
            <AllowedButton action="courses.change" type="submit" loading={form.sending}>
              {t('save')}
            </AllowedButton>
          </div>
        </div>
      </Card>
    </form>
  )
}

function shape({ title, lessons, questions }: CourseContent, language: ReadingLanguage): string {
  const names = lessons.map(({ texts }) => textIn(texts, language)?.title ?? '')
  return [
    textIn(title, language) ?? '',
    ...names,
    ...questions.map(({ texts }) => textIn(texts, language)?.question),
  ].join('\n')
}

function HeadFields({ form, language }: { form: CourseForm; language: ReadingLanguage }) {
  const { t } = useTranslation('training')
  const { content } = form.values
  const set = (next: Partial<CourseContent>) => form.setFieldValue('content', { ...form.getValues().content, ...next })
  return (
    <Card>
      <div className={governance.form}>
        <TextInput
          label={t('field.title')}
          description={t('field.title.help')}
          maxLength={120}
          lang={language}
          placeholder={content.title[language] === null ? (textIn(content.title, language) ?? '') : ''}
          value={content.title[language] ?? ''}
          error={form.errors[`content.title.${language}`] ?? form.errors['content.title']}
          onChange={(event) => set({ title: { ...content.title, [language]: event.currentTarget.value } })}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={600}
          lang={language}
          label={t('field.summary')}
          placeholder={content.summary[language] === null ? (textIn(content.summary, language) ?? '') : ''}
          value={content.summary[language] ?? ''}
          onChange={(event) => set({ summary: { ...content.summary, [language]: event.currentTarget.value } })}
        />
        <div className={classes.pair}>
          <NumberInput
            label={t('field.pass-mark')}
            suffix="%"
            min={1}
            max={100}
            allowDecimal={false}
            {...form.getInputProps('content.passMark')}
          />
          <NumberInput
            label={t('field.tries')}
            min={1}
            max={20}
            allowDecimal={false}
            {...form.getInputProps('content.triesPerHour')}
          />
          <NumberInput
            label={t('field.valid-months')}
            description={t('field.valid-months.help')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={120}
            allowDecimal={false}
            value={content.validMonths ?? ''}
            error={form.errors['content.validMonths']}
            onChange={(value) => set({ validMonths: value === '' ? null : Number(value) })}
          />
        </div>
      </div>
    </Card>
  )
}
