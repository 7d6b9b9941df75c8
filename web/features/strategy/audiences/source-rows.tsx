import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import type { AudienceValues } from './audience-values.ts'
import classes from './audiences.module.css'

/** What the knowledge rests on: a source with its day, and where it can be read again. */
export function SourceRows({ form }: { readonly form: ProblemForm<AudienceValues> }) {
  const { t } = useTranslation('audiences')
  const time = useTime()
  return (
    <fieldset className={classes.rows}>
      <legend className="medium">{t('field.sources')}</legend>
      <p className="small text-3">{t('field.sources.help')}</p>
      {form.values.sources.map(({ key }, place) => (
        <div key={key} className={classes.sourceRow}>
          <TextInput
            label={t('source.title')}
            placeholder={t('source.title.example')}
            maxLength={200}
            {...form.getInputProps(`sources.${place}.title`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('source.remove', { number: place + 1 })}
            onClick={() => form.removeListItem('sources', place)}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
          <DayInput required label={t('source.found-on')} {...form.getInputProps(`sources.${place}.foundOn`)} />
          <TextInput
            label={t('source.url')}
            type="url"
            placeholder="https://"
            maxLength={2000}
            {...form.getInputProps(`sources.${place}.url`)}
          />
          <TextInput
            className={classes.wide}
            label={t('source.note')}
            maxLength={1000}
            {...form.getInputProps(`sources.${place}.note`)}
          />
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
        onClick={() =>
          form.insertListItem('sources', {
            key: crypto.randomUUID(),
            title: '',
            url: '',
            foundOn: time.today(),
            note: '',
          })
        }
      >
        {t('source.add')}
      </Button>
    </fieldset>
  )
}
