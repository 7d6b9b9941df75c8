import { ActionIcon, Button, Checkbox, TextInput, Textarea } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import governance from '../governance.module.css'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import { emptyOption } from './course-draft.ts'
import type { CourseForm, Question } from './course-draft.ts'
import classes from './course.module.css'

interface QuestionFieldsProps {
  readonly form: CourseForm
  readonly question: Question
  readonly place: number
  readonly language: ReadingLanguage
  readonly onRemove: () => void
}

/** The fields of one question in one language: what is asked, the answers with those that are right, and the explanation. */
export function QuestionFields({ form, question, place, language, onRemove }: QuestionFieldsProps) {
  const { t } = useTranslation('training')
  const path = `content.questions.${place}`
  const text = question.texts[language] ?? { question: '', explanation: '' }
  const shown = textIn(question.texts, language)
  const name = t('question.number', { number: place + 1 })
  const set = (next: Partial<typeof text>) =>
    form.setFieldValue(`${path}.texts`, { ...question.texts, [language]: { ...text, ...next } })
  const setOptions = (options: Question['options']) => form.setFieldValue(`${path}.options`, options)
  return (
    <Card
      title={name}
      end={
        <ActionIcon variant="subtle" color="gray" aria-label={t('part.remove', { part: name })} onClick={onRemove}>
          <IconTrash size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      }
    >
      <div className={governance.form}>
        <TextInput
          label={t('field.question')}
          maxLength={400}
          lang={language}
          placeholder={question.texts[language] === null ? (shown?.question ?? '') : ''}
          value={text.question}
          error={form.errors[`${path}.texts.${language}.question`] ?? form.errors[`${path}.texts`]}
          onChange={(event) => set({ question: event.currentTarget.value })}
        />
        <fieldset className={classes.options} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="medium">{t('field.options')}</legend>
          {question.options.map((option, at) => (
            <OptionFields
              key={option.key}
              option={option}
              at={at}
              language={language}
              error={
                form.errors[`${path}.options.${at}.texts.${language}`] ?? form.errors[`${path}.options.${at}.texts`]
              }
              removable={question.options.length > 2}
              onChange={(next) => setOptions(question.options.map((each) => (each.key === option.key ? next : each)))}
              onRemove={() => setOptions(question.options.filter(({ key }) => key !== option.key))}
            />
          ))}
          <div>
            <Button
              variant="default"
              size="xs"
              disabled={question.options.length >= 8}
              leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
              onClick={() => setOptions([...question.options, emptyOption(language, false)])}
            >
              {t('option.add')}
            </Button>
          </div>
        </fieldset>
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          lang={language}
          label={t('field.explanation')}
          description={t('field.explanation.help')}
          value={text.explanation ?? ''}
          onChange={(event) => set({ explanation: event.currentTarget.value })}
        />
      </div>
    </Card>
  )
}

type Option = Question['options'][number]

interface OptionFieldsProps {
  readonly option: Option
  readonly at: number
  readonly language: ReadingLanguage
  readonly error: React.ReactNode
  readonly removable: boolean
  readonly onChange: (option: Option) => void
  readonly onRemove: () => void
}

function OptionFields({ option, at, language, error, removable, onChange, onRemove }: OptionFieldsProps) {
  const { t } = useTranslation('training')
  const name = t('option.number', { number: at + 1 })
  return (
    <div className={classes.option}>
      <Checkbox
        aria-label={t('option.right', { option: name })}
        title={t('option.right', { option: name })}
        checked={option.correct}
        onChange={(event) => onChange({ ...option, correct: event.currentTarget.checked })}
      />
      <TextInput
        aria-label={name}
        maxLength={300}
        lang={language}
        placeholder={option.texts[language] === null ? (textIn(option.texts, language) ?? '') : ''}
        value={option.texts[language] ?? ''}
        error={error}
        onChange={(event) => onChange({ ...option, texts: { ...option.texts, [language]: event.currentTarget.value } })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('part.remove', { part: name })}
        disabled={!removable}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </div>
  )
}
