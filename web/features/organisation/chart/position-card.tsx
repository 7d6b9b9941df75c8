import { CloseButton, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_KINDS } from '#contract/lines.ts'
import { asProblem, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { holderOf, positionLabel, positionsById } from './labels.ts'
import type { Chart, LineKind } from './records.ts'
import { useReport } from './use-report.ts'
import classes from './chart.module.css'

interface PositionCardProps {
  readonly chart: Chart
  readonly id: string
  readonly mayChange: boolean
  readonly onChoose: (id: string | null) => void
}

/** The chosen position: where it is, whom it reports to and since when. What dragging does, this does by keyboard. */
export function PositionCard({ chart, id, mayChange, onChoose }: PositionCardProps) {
  const { t } = useTranslation('chart')
  const position = positionsById(chart).get(id)
  if (position === undefined) return null
  const unit = chart.units.find((one) => one.id === position.unitId)
  return (
    <Card
      title={position.title}
      end={<CloseButton size="sm" aria-label={t('position.close')} onClick={() => onChoose(null)} />}
    >
      <Stack gap={12}>
        <p className="text-2">
          {position.person?.name ?? t('vacant')} · {unit?.name}
        </p>
        {LINE_KINDS.map((kind) => (
          <ReportsTo key={kind} chart={chart} id={id} kind={kind} mayChange={mayChange} />
        ))}
        <History id={id} />
      </Stack>
    </Card>
  )
}

function ReportsTo({ chart, id, kind, mayChange }: { chart: Chart; id: string; kind: LineKind; mayChange: boolean }) {
  const { t } = useTranslation('chart')
  const sentence = useRefusalText()
  const report = useReport()
  const [problem, setProblem] = useState<string | null>(null)
  const [tried, setTried] = useState<string | null>(null)
  const positions = positionsById(chart)
  const now = chart.lines.find((line) => line.kind === kind && line.positionId === id)?.superiorId ?? null
  const position = positions.get(id)
  if (!mayChange)
    return (
      <p>
        <span className="text-3">{t(`reports.${kind}`)}: </span>
        {now === null ? t('reports.nobody') : positionLabelOf(positions, now)}
      </p>
    )
  const choose = async (superiorId: string | null) => {
    setTried(superiorId)
    setProblem(null)
    try {
      await report({ positionId: id, kind, superiorId }, position === undefined ? '' : holderOf(position))
      setTried(null)
    } catch (error) {
      setProblem(sentence(asProblem(error)))
    }
  }
  return (
    <Select
      label={t(`reports.${kind}`)}
      data={chart.positions.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: positionLabel(one) }))}
      value={tried ?? now}
      onChange={(value) => void choose(value)}
      error={problem}
      placeholder={t('reports.nobody')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t(`reports.${kind}.clear`) }}
      limit={40}
      nothingFoundMessage={t('find.none')}
    />
  )
}

function positionLabelOf(positions: ReturnType<typeof positionsById>, id: string): string {
  const position = positions.get(id)
  return position === undefined ? '' : positionLabel(position)
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('chart')
  const time = useTime()
  const history = useQuery(orpc.organisation.lines.history.queryOptions({ input: { positionId: id, limit: 20 } }))
  const past = (history.data?.items ?? []).filter((line) => line.until !== null)
  if (past.length === 0) return null
  return (
    <div>
      <h3 className={classes.small}>{t('history')}</h3>
      <ul className={classes.past}>
        {past.map((line) => (
          <li key={line.id}>
            <span>{line.superior.person?.name ?? line.superior.title}</span>
            <span className="text-3">
              {t(`lines.${line.kind}`)}, {time.days(time.dayOf(line.since), time.dayOf(line.until ?? line.since))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
