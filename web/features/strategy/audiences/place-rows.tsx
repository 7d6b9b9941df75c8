import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProblemForm } from '#web/ui/form.ts'
import { STRENGTHS, type AudienceValues } from './audience-values.ts'
import { usePlatformNames } from './platform-names.ts'
import classes from './audiences.module.css'

/** Where they gather: platforms by name, known or not, and how much of their time they spend there. */
export function PlaceRows({ form }: { readonly form: ProblemForm<AudienceValues> }) {
  const { t } = useTranslation('audiences')
  const { all } = usePlatformNames()
  return (
    <fieldset className={classes.rows}>
      <legend className="medium">{t('field.places')}</legend>
      <p className="small text-3">{t('field.places.help')}</p>
      {form.values.places.map(({ key }, place) => (
        <div key={key} className={classes.placeRow}>
          <Autocomplete
            aria-label={t('place.platform', { number: place + 1 })}
            placeholder={t('place.platform.example')}
            data={all}
            maxLength={60}
            {...form.getInputProps(`places.${place}.platform`)}
          />
          <Select
            aria-label={t('place.strength', { number: place + 1 })}
            data={STRENGTHS.map((value) => ({ value, label: t(`strength.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps(`places.${place}.strength`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('place.remove', { number: place + 1 })}
            onClick={() => form.removeListItem('places', place)}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
          <TextInput
            className={classes.wide}
            aria-label={t('place.note', { number: place + 1 })}
            placeholder={t('place.note.example')}
            maxLength={300}
            {...form.getInputProps(`places.${place}.note`)}
          />
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
        onClick={() =>
          form.insertListItem('places', { key: crypto.randomUUID(), platform: '', strength: 'often', note: '' })
        }
      >
        {t('place.add')}
      </Button>
    </fieldset>
  )
}
