import { Radio, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayInput } from '#web/ui/day-input.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { PERSPECTIVE_ICON, PERSPECTIVE_ORDER } from '../perspective.ts'
import type { Objective } from '../records.ts'
import type { ObjectiveValues } from './objective-values.ts'
import classes from './objective-fields.module.css'

interface ObjectiveFieldsProps {
  readonly form: ProblemForm<ObjectiveValues>
  readonly owner?: Objective['owner']
}

/** The fields of an objective with what each is for. */
export function ObjectiveFields({ form, owner = null }: ObjectiveFieldsProps) {
  const { t } = useTranslation('strategy')
  const { startsOn } = form.values
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('objective.field.title')}
        description={t('objective.field.title.help')}
        {...form.getInputProps('title')}
      />
      <PerspectiveField form={form} />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        label={t('objective.field.description')}
        description={t('objective.field.description.help')}
        {...form.getInputProps('description')}
      />
      <div className={classes.period}>
        <DayInput required label={t('field.starts')} {...form.getInputProps('startsOn')} />
        <DayInput required label={t('field.ends')} min={startsOn ?? undefined} {...form.getInputProps('endsOn')} />
      </div>
      <PersonSelect
        label={t('field.owner')}
        description={t('objective.field.owner.help')}
        known={owner}
        {...form.getInputProps('ownerId')}
      />
    </>
  )
}

function PerspectiveField({ form }: { form: ProblemForm<ObjectiveValues> }) {
  const { t } = useTranslation('strategy')
  return (
    <Radio.Group
      label={t('objective.field.perspective')}
      description={t('objective.field.perspective.help')}
      withAsterisk
      {...form.getInputProps('perspective')}
    >
      <div className={classes.perspectives}>
        {PERSPECTIVE_ORDER.map((perspective) => {
          const Mark = PERSPECTIVE_ICON[perspective]
          return (
            <Radio.Card key={perspective} value={perspective} className={classes.choice ?? ''}>
              <Mark size={18} stroke={1.5} aria-hidden />
              <span className={classes.words}>
                <span className="medium">{t(`perspective.${perspective}`)}</span>
                <span className={classes.asks}>{t(`perspective.${perspective}.asks`)}</span>
              </span>
              <Radio.Indicator size="xs" />
            </Radio.Card>
          )
        })}
      </div>
    </Radio.Group>
  )
}
