import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OPERATING_MODELS } from '#contract/actions.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { HistoryCard } from './model/history-card.tsx'
import { MatrixCard } from './model/matrix-card.tsx'
import { ModelChoice } from './model/model-choice.tsx'
import { PreviewCard } from './model/preview-card.tsx'
import { NOTHING, isEmpty, modelQuery, previewQuery, type Draft, type ModelInForce } from './model/records.ts'
import classes from './model/model.module.css'
import { OrganiseTabs } from './organise-tabs.tsx'

/** Which unit does what with social media, and what another model would change for whom. */
export function ModelScreen() {
  const { t } = useTranslation('model')
  const time = useTime()
  const model = useQuery(modelQuery)
  return (
    <Page
      title={t('title')}
      sub={
        model.data === undefined
          ? undefined
          : t('since', { model: t(`model.${model.data.model}`), since: time.date(model.data.since) })
      }
    >
      <OrganiseTabs />
      <Loaded query={model} skeleton={12}>
        {(data) => <ModelDraft model={data} />}
      </Loaded>
    </Page>
  )
}

function ModelDraft({ model }: { model: ModelInForce }) {
  const wanted = useSearch({ from: '/shell/organise/model' }).model
  const [draft, setDraft] = useState<Draft>(() => ({
    ...NOTHING,
    model: OPERATING_MODELS.find((known) => known === wanted && known !== model.model) ?? null,
  }))
  const preview = useQuery(previewQuery(draft))
  const empty = isEmpty(draft)
  const rows = empty ? model.rows : (preview.data?.rows ?? model.rows)
  return (
    <>
      <div className={classes.split}>
        <div className={classes.column}>
          <ModelChoice model={model} draft={draft} onChange={setDraft} />
          <MatrixCard rows={rows} before={model.rows} draft={draft} onChange={setDraft} />
        </div>
        <PreviewCard model={model} draft={draft} preview={preview} onChange={setDraft} />
      </div>
      <div className={classes.below}>
        <HistoryCard />
      </div>
    </>
  )
}
