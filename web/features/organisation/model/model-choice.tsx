import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OPERATING_MODELS } from '#contract/actions.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Draft, ModelInForce } from './records.ts'
import classes from './model.module.css'

interface ModelChoiceProps {
  readonly model: ModelInForce
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** The four models, each in a sentence. Choosing one only tries it. */
export function ModelChoice({ model, draft, onChange }: ModelChoiceProps) {
  const { t } = useTranslation('model')
  const choose = (value: string) => {
    const chosen = OPERATING_MODELS.find((known) => known === value) ?? null
    onChange({ ...draft, model: chosen === model.model ? null : chosen })
  }
  return (
    <Card>
      <Radio.Group
        value={draft.model ?? model.model}
        onChange={choose}
        label={t('choice')}
        description={t('choice.help')}
      >
        <div className={classes.choice}>
          {OPERATING_MODELS.map((value) => (
            <Radio
              key={value}
              value={value}
              classNames={{ root: classes.option ?? '', label: classes.optionLabel ?? '' }}
              label={
                <>
                  {t(`model.${value}`)} {value === model.model && <Badge tone="accent">{t('now')}</Badge>}
                </>
              }
              description={t(`about.${value}`)}
            />
          ))}
        </div>
      </Radio.Group>
    </Card>
  )
}
