import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { Editing } from '../kpis-screen.tsx'
import { useKpi } from '../measure/use-kpi.ts'
import type { KpiDetail } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { Withdrawn } from './kpi-table.tsx'
import classes from './kpis.module.css'
import { PreviewPanel } from './preview-panel.tsx'
import { usePreview } from './use-preview.ts'

interface KpiAboutProps {
  readonly id: string
  readonly onEdit: (editing: Editing) => void
  readonly onDone: () => void
}

/** Everything about one KPI: what it tells, how it is counted, its versions and the goals that go by it. */
export function KpiAbout({ id, onEdit, onDone }: KpiAboutProps) {
  const query = useQuery(orpc.strategy.catalogue.show.queryOptions({ input: { id } }))
  return (
    <Loaded query={query} skeleton={8}>
      {(kpi) => (
        <>
          <About kpi={kpi} />
          <SheetFoot>
            <Ways kpi={kpi} onEdit={onEdit} onDone={onDone} />
          </SheetFoot>
        </>
      )}
    </Loaded>
  )
}

function About({ kpi }: { kpi: KpiDetail }) {
  const { t } = useTranslation(['kpis', 'strategy'])
  const words = useKpi()(kpi)
  const { preview, settled } = usePreview(kpi.formula)
  return (
    <div className={classes.about}>
      <div>
        <h3 className={classes.title}>
          {words.name} <Withdrawn kpi={kpi} />
        </h3>
        <p className="text-2">{words.meaning}</p>
      </div>
      <dl className={classes.facts}>
        <dt>{t('strategy:kpi.formula')}</dt>
        <dd>
          <code translate="no" className={classes.code}>
            {kpi.formula}
          </code>
        </dd>
        <dt>{t('strategy:kpi.unit')}</dt>
        <dd>
          {words.unit}, {t(kpi.direction)}
        </dd>
        <dt>{t('denominator')}</dt>
        <dd>
          {kpi.denominator === null ? (
            t('preview.nothing')
          ) : (
            <code translate="no" className={classes.code}>
              {kpi.denominator}
            </code>
          )}
        </dd>
        <dt>{t('strategy:kpi.stage')}</dt>
        <dd>{words.stage}</dd>
        <dt>{t('strategy:kpi.source')}</dt>
        <dd>{words.source}</dd>
      </dl>
      <PreviewPanel preview={preview} settled={settled} />
      <UsedBy kpi={kpi} />
      {kpi.own ? <Versions kpi={kpi} /> : <p className="text-2">{t('starter.note')}</p>}
    </div>
  )
}

function UsedBy({ kpi }: { kpi: KpiDetail }) {
  const { t } = useTranslation('kpis')
  return (
    <section aria-label={t('used-by')}>
      <h3 className={classes.small}>{t('used-by')}</h3>
      {kpi.usedBy.length === 0 && <p className="text-2">{t('used-by.none')}</p>}
      <ul className={classes.list}>
        {kpi.usedBy.map((goal) => (
          <li key={goal.id}>
            <RecordLink type="goal" id={goal.id} className="link">
              {goal.title}
            </RecordLink>
            {goal.edition < kpi.edition && (
              <span className="text-2">{t('used-by.edition', { edition: goal.edition })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Versions({ kpi }: { kpi: KpiDetail }) {
  const { t } = useTranslation('kpis')
  const time = useTime()
  return (
    <section aria-label={t('versions')}>
      <h3 className={classes.small}>{t('versions')}</h3>
      <ol className={classes.versions}>
        {kpi.editions.map((one) => (
          <li key={one.edition}>
            <p>
              <span className="medium">{t('edition', { edition: one.edition })}</span>{' '}
              {one.since !== null && (
                <span className="text-2">
                  {one.by === null
                    ? t('version.since', { when: time.instant(one.since) })
                    : t('version.by', { who: one.by.name, when: time.instant(one.since) })}
                </span>
              )}
            </p>
            <code translate="no" className={classes.code}>
              {one.formula}
            </code>
            {one.reason !== '' && <p className="text-2">{one.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Ways({ kpi, onEdit, onDone }: { kpi: KpiDetail } & Omit<KpiAboutProps, 'id'>) {
  const { t } = useTranslation('kpis')
  const remove = useRemoveKpi(onDone)
  if (!kpi.own)
    return (
      <AllowedButton
        action="goals.change"
        icon={<IconCopy size={16} stroke={1.5} aria-hidden />}
        onClick={() => onEdit({ what: 'new', from: { ...kpi, name: null, meaning: null } })}
      >
        {t('starter.copy')}
      </AllowedButton>
    )
  return (
    <>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        heldBy={kpi.goals > 0 ? t('held', { count: kpi.goals }) : undefined}
        onClick={() => void remove(kpi)}
      >
        {t('remove')}
      </AllowedButton>
      <AllowedButton
        action="goals.change"
        icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
        onClick={() => onEdit({ what: 'edit', kpi })}
      >
        {t('edit')}
      </AllowedButton>
    </>
  )
}

function useRemoveKpi(onDone: () => void) {
  const { t } = useTranslation('kpis')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const bringBack = async (id: string) => {
    await api.strategy.catalogue.restore({ id })
    await refreshStrategy(queryClient)
    announce(t('restored'))
  }
  return async ({ id, name, version }: KpiDetail) => {
    try {
      await api.strategy.catalogue.remove({ id }, { context: { version } })
      onDone()
      await refreshStrategy(queryClient)
      announce(t('removed', { name: name ?? '' }), { undo: () => bringBack(id) })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
}
