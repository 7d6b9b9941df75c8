import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconMathFunction, IconPlus } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { KpiTable } from './kpis/kpi-table.tsx'
import { SetChoice } from './kpis/set-choice.tsx'
import type { Kpi } from './records.ts'
import { StrategyTabs } from './strategy-tabs.tsx'
import classes from './strategy.module.css'

const KpiEditor = lazy(async () => ({ default: (await import('./kpis/kpi-editor.tsx')).KpiEditor }))
const KpiAbout = lazy(async () => ({ default: (await import('./kpis/kpi-about.tsx')).KpiAbout }))

/** What stands in the sheet: a KPI that is written, from another one perhaps, or changed. */
export type Editing = { readonly what: 'new'; readonly from?: Kpi } | { readonly what: 'edit'; readonly kpi: Kpi }

/** The catalogue of KPIs: those to start from, the others that come along, and the organisation's own. */
export function KpisScreen() {
  const { t } = useTranslation('kpis')
  const { kpi: shown } = useSearch({ from: '/shell/strategy/kpis' })
  const navigate = useNavigate()
  const [editing, setEditing] = useState<Editing | null>(null)
  const query = useQuery(orpc.strategy.kpis.queryOptions({}))
  const show = (kpi: string | undefined) => navigate({ to: '/strategy/kpis', search: kpi === undefined ? {} : { kpi } })
  const add = <IconPlus size={16} stroke={1.5} aria-hidden />
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <AllowedButton action="goals.change" icon={add} onClick={() => setEditing({ what: 'new' })}>
          {t('add')}
        </AllowedButton>
      }
    >
      <StrategyTabs />
      <Loaded query={query} skeleton={8}>
        {({ items }) => <Groups kpis={items} onAdd={() => setEditing({ what: 'new' })} />}
      </Loaded>
      <SideSheet
        size={560}
        opened={editing !== null || shown !== undefined}
        onClose={() => (editing === null ? void show(undefined) : setEditing(null))}
        title={t(editing === null ? 'sheet.show' : `sheet.${editing.what}`)}
      >
        <Suspense fallback={null}>
          {editing !== null && <KpiEditor editing={editing} onDone={() => setEditing(null)} />}
          {editing === null && shown !== undefined && (
            <KpiAbout id={shown} onEdit={setEditing} onDone={() => void show(undefined)} />
          )}
        </Suspense>
      </SideSheet>
    </Page>
  )
}

function Groups({ kpis, onAdd }: { kpis: readonly Kpi[]; onAdd: () => void }) {
  const { t } = useTranslation('kpis')
  const set = useQuery(orpc.strategy.catalogue.set.queryOptions({})).data?.kind ?? null
  const starters = kpis.filter((kpi) => !kpi.own)
  const first = set === null ? starters : starters.filter((kpi) => kpi.sets.includes(set))
  const rest = starters.filter((kpi) => !first.includes(kpi))
  const own = kpis.filter((kpi) => kpi.own)
  return (
    <div className={classes.stack}>
      <Card title={t('own')} pad={own.length === 0}>
        {own.length === 0 ? (
          <Empty
            icon={IconMathFunction}
            title={t('own.empty')}
            text={t('own.empty.text')}
            example={t('own.empty.example')}
            action={
              <AllowedButton action="goals.change" why="beside" onClick={onAdd}>
                {t('add')}
              </AllowedButton>
            }
          />
        ) : (
          <KpiTable group={t('own')} kpis={own} />
        )}
      </Card>
      <Card title={t('recommended')} pad={false} end={<SetChoice kind={set} />}>
        <KpiTable group={t('recommended')} kpis={first} />
      </Card>
      {rest.length > 0 && (
        <Card title={t('others')} pad={false}>
          <KpiTable group={t('others')} kpis={rest} />
        </Card>
      )}
    </div>
  )
}
