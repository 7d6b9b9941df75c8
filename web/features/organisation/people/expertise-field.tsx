import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EXPERT_LEVELS, type ExpertLevel } from '#contract/profiles.ts'
import type { Topic } from './profile-form.tsx'
import classes from '../units/units.module.css'

interface ExpertiseFieldProps {
  readonly value: readonly Topic[]
  readonly onChange: (topics: Topic[]) => void
  /** Of the form, by path. */
  readonly errors: Readonly<Record<string, unknown>>
}

function isLevel(text: string | null): text is ExpertLevel {
  return EXPERT_LEVELS.some((level) => level === text)
}

/** What somebody knows, topic by topic. */
export function ExpertiseField({ value, onChange, errors }: ExpertiseFieldProps) {
  const { t } = useTranslation('people')
  const set = (place: number, change: Partial<Topic>) =>
    onChange(value.map((topic, at) => (at === place ? { ...topic, ...change } : topic)))
  return (
    <section aria-labelledby="expertise" className={classes.form}>
      <div className={classes.headed}>
        <h3 id="expertise">{t('expertise')}</h3>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => onChange([...value, { key: crypto.randomUUID(), topic: '', level: 'advises', note: '' }])}
        >
          {t('expertise.add')}
        </Button>
      </div>
      {value.length === 0 && <p className="text-3">{t('expertise.none')}</p>}
      {value.map((topic, place) => (
        <div key={topic.key} className={classes.ask} role="group" aria-label={topic.topic || t('expertise.new')}>
          <div className={classes.pair}>
            <TextInput
              label={t('expertise.topic')}
              maxLength={80}
              value={topic.topic}
              error={errors[`expertise.${place}.topic`] as string | undefined}
              onChange={(event) => set(place, { topic: event.currentTarget.value })}
            />
            <Select
              label={t('expertise.level')}
              data={EXPERT_LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
              allowDeselect={false}
              value={topic.level}
              onChange={(level) => isLevel(level) && set(place, { level })}
            />
          </div>
          <div className={classes.headed}>
            <TextInput
              flex={1}
              label={t('expertise.note')}
              maxLength={300}
              value={topic.note}
              onChange={(event) => set(place, { note: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={24}
              aria-label={t('expertise.remove', { topic: topic.topic || t('expertise.new') })}
              onClick={() => onChange(value.filter((_, at) => at !== place))}
            >
              <IconTrash size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </div>
        </div>
      ))}
    </section>
  )
}
