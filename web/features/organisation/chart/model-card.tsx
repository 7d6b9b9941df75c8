import { Button, Group, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OPERATING_MODELS } from '#contract/actions.ts'
import type { OperatingModel } from '#contract/actions.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { NOTHING, modelQuery, previewQuery } from '../model/records.ts'
import { RightChanges } from '../model/right-changes.tsx'
import classes from '../model/model.module.css'

/** Tries another operating model without saving: what would who gain and lose? */
export function ModelCard() {
  const { t } = useTranslation('model')
  const model = useQuery(modelQuery)
  const [tried, setTried] = useState<OperatingModel | null>(null)
  const now = model.data?.model ?? null
  const shown = tried ?? now
  const draft = { ...NOTHING, model: tried === now ? null : tried }
  const preview = useQuery(previewQuery(draft))
  return (
    <Card title={t('title')} end={shown === now ? t('card.in-force') : t('card.preview')}>
      <SegmentedControl
        aria-label={t('title')}
        fullWidth
        size="xs"
        value={shown ?? ''}
        onChange={(value) => setTried(OPERATING_MODELS.find((known) => known === value) ?? null)}
        data={OPERATING_MODELS.map((value) => ({ value, label: t(`short.${value}`) }))}
      />
      {shown !== null && <p className={classes.about}>{t(`about.${shown}`)}</p>}
      {draft.model !== null && (
        <>
          <Loaded query={preview}>{(data) => <RightChanges preview={data} first={4} />}</Loaded>
          <Group gap={8} mt={12}>
            <Button
              flex={1}
              renderRoot={(look) => <Link {...look} to="/organise/model" search={{ model: shown ?? '' }} />}
            >
              {t('card.open')}
            </Button>
            <Button variant="default" onClick={() => setTried(null)}>
              {t('discard')}
            </Button>
          </Group>
        </>
      )}
    </Card>
  )
}
