import { ActionIcon, Button, TextInput, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconLanguage, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { Card } from '#web/ui/card.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { PolicyContent, Section, SectionText } from '../records.ts'
import classes from './edit-policy.module.css'

interface SectionFieldsProps {
  readonly form: ProblemForm<{ content: PolicyContent }>
  readonly section: Section
  readonly place: number
  readonly language: ReadingLanguage
  readonly last: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** The fields of one section in one language; where it is not translated yet, the way to begin. */
export function SectionFields({ form, section, place, language, last, onMove, onRemove }: SectionFieldsProps) {
  const { t } = useTranslation('policies')
  const text = section.texts[language]
  const shown = textIn(section.texts, language)
  const path = `content.sections.${place}.texts`
  const set = (next: SectionText) => form.setFieldValue(path, { ...section.texts, [language]: next })
  const name = t('section.number', { number: place + 1 })
  return (
    <Card
      title={`${name}${shown === null || shown.title === '' ? '' : `: ${shown.title}`}`}
      end={
        <span className={classes.head}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('section.up', { section: name })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('section.down', { section: name })}
            disabled={last}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('section.remove', { section: name })}
            disabled={place === 0 && last}
            onClick={onRemove}
          >
            <IconTrash size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </span>
      }
    >
      {text === null ? (
        <div className={classes.fields}>
          <p>{t('section.untranslated', { language: LANGUAGES[language] })}</p>
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconLanguage size={16} stroke={1.5} aria-hidden />}
              onClick={() => shown !== null && set({ ...shown })}
            >
              {t('section.translate')}
            </Button>
          </div>
        </div>
      ) : (
        <TextFields
          text={text}
          language={language}
          error={(field) => form.errors[`${path}.${language}.${field}`]}
          onChange={set}
        />
      )}
    </Card>
  )
}

interface TextFieldsProps {
  readonly text: SectionText
  readonly language: ReadingLanguage
  readonly error: (field: string) => React.ReactNode
  readonly onChange: (text: SectionText) => void
}

function TextFields({ text, language, error, onChange }: TextFieldsProps) {
  const { t } = useTranslation('policies')
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('field.section-title')}
        maxLength={160}
        lang={language}
        value={text.title}
        error={error('title')}
        onChange={(event) => onChange({ ...text, title: event.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={4}
        maxRows={20}
        maxLength={8000}
        lang={language}
        label={t('field.text')}
        description={t('field.text.help')}
        value={text.text}
        error={error('text')}
        onChange={(event) => onChange({ ...text, text: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        {(['dos', 'donts'] as const).map((kind) => (
          <Textarea
            key={kind}
            autosize
            minRows={3}
            maxRows={12}
            lang={language}
            label={t(kind === 'dos' ? 'do' : 'dont')}
            description={t('field.examples.help')}
            value={(text[kind] ?? []).join('\n')}
            error={error(kind)}
            onChange={(event) => onChange({ ...text, [kind]: event.currentTarget.value.split('\n') })}
          />
        ))}
      </div>
    </div>
  )
}
