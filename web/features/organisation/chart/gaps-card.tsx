import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { gapsIn, type ChartGap } from './gaps.ts'
import type { Chart } from './records.ts'
import classes from './chart.module.css'

interface GapsCardProps {
  readonly chart: Chart
  readonly onChoose: (id: string) => void
}

const FIRST = 6

/** What the chart shows to be missing, each with the way to close it. */
export function GapsCard({ chart, onChoose }: GapsCardProps) {
  const { t } = useTranslation('chart')
  const ui = useTranslation('ui')
  const [all, setAll] = useState(false)
  const gaps = gapsIn(chart)
  return (
    <Card
      title={t('gaps')}
      pad={false}
      badge={
        gaps.length === 0 ? (
          <Badge tone="good" icon={IconCircleCheck}>
            {t('gaps.none')}
          </Badge>
        ) : (
          <Badge tone="warn" icon={IconAlertTriangle}>
            {gaps.length}
          </Badge>
        )
      }
    >
      <ul className={classes.gaps}>
        {(all ? gaps : gaps.slice(0, FIRST)).map((gap) => (
          <Gap key={`${gap.kind} ${'id' in gap ? gap.id : ''}`} gap={gap} onChoose={onChoose} />
        ))}
      </ul>
      {!all && gaps.length > FIRST && (
        <div className={classes.more}>
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            {ui.t('more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function Gap({ gap, onChoose }: { gap: ChartGap; onChoose: (id: string) => void }) {
  const { t } = useTranslation('chart')
  const time = useTime()
  return (
    <li>
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <span>
        {gap.kind === 'vacant' && (
          <>
            {t('gap.vacant', { unit: gap.unit, title: gap.title })}
            {gap.since !== null && <small>{t('gap.vacant-since', { since: time.date(gap.since) })}</small>}
          </>
        )}
        {gap.kind === 'representative' && t('gap.representative', { unit: gap.unit })}
        {gap.kind === 'line' && t('gap.line', { name: gap.name })}
        {gap.kind === 'unplaced' && t('gap.unplaced', { count: gap.count })}
      </span>
      {gap.kind === 'line' && (
        <button type="button" className={classes.link} onClick={() => onChoose(gap.id)}>
          {t('gap.line-do')}
        </button>
      )}
      {gap.kind === 'vacant' && <Link to="/organise/units">{t('gap.vacant-do')}</Link>}
      {gap.kind === 'representative' && <Link to="/organise/team">{t('gap.representative-do')}</Link>}
      {gap.kind === 'unplaced' && <Link to="/organise/people">{t('gap.unplaced-do')}</Link>}
    </li>
  )
}
