import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { RecordType } from '#web/ui/record-link.tsx'
import type { TourRecords } from './find-tour-records.ts'
import { TOUR_STEPS } from './steps.ts'
import type { TourStep } from './steps.ts'
import classes from './tour.module.css'

interface StepListProps {
  readonly records: TourRecords
  readonly step: TourStep | 'finished'
}

/** The five steps: what is done with a link to it, where one is, and what is to come. */
export function StepList({ records, step }: StepListProps) {
  const { t } = useTranslation('measurement')
  const here = step === 'finished' ? TOUR_STEPS.length : TOUR_STEPS.indexOf(step)
  return (
    <ol className={classes.steps} aria-label={t('tour.steps')}>
      {TOUR_STEPS.map((each, place) => (
        <li
          key={each}
          className={[classes.item, place < here ? classes.done : '', place === here ? classes.current : '']
            .filter(Boolean)
            .join(' ')}
          aria-current={place === here ? 'step' : undefined}
        >
          <span className={classes.dot} aria-hidden>
            {place < here ? <IconCheck size={14} stroke={2} /> : place + 1}
          </span>
          <span className={classes.name}>
            {t(`tour.${each}.step`)}
            {place < here && <span className="visually-hidden"> {t('tour.done')}</span>}
            {place < here && <Record step={each} records={records} />}
          </span>
        </li>
      ))}
    </ol>
  )
}

function recordOf(
  step: TourStep,
  { objective, goal, piece, post }: TourRecords,
): readonly [RecordType, { id: string; title: string | null } | null] {
  if (step === 'objective') return ['objective', objective]
  if (step === 'goal') return ['goal', goal]
  return step === 'campaign' ? ['piece', piece] : ['post', post]
}

function Record({ step, records }: { step: TourStep; records: TourRecords }) {
  const [type, record] = recordOf(step, records)
  if (record === null || record.title === null || step === 'click') return null
  return (
    <RecordLink type={type} id={record.id} className={classes.record} title={record.title}>
      {record.title}
    </RecordLink>
  )
}
