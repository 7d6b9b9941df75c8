import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Badge, type Tone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from './document.module.css'
import type { PlanDifference, PlanLanguage } from './records.ts'

type SectionDifference = PlanDifference['sections'][number]
type RecordDifference = SectionDifference['records'][number]

const TONES: Readonly<Record<RecordDifference['state'], Tone>> = {
  same: 'mute',
  changed: 'warn',
  added: 'good',
  removed: 'bad',
}

interface ComparisonCardProps {
  readonly from: number
  /** Null: what the plan says now. */
  readonly to: number | null
  readonly language: PlanLanguage
}

/** What changed from a version to another: words marked, and the records that came, went or say something else. */
export function ComparisonCard({ from, to, language }: ComparisonCardProps) {
  const { t } = useTranslation('document')
  const query = useQuery(
    orpc.strategy.planDocument.comparison.queryOptions({ input: { from, language, ...(to === null ? {} : { to }) } }),
  )
  return (
    <Card
      title={t('compare.title', { from, to: to === null ? t('compare.now') : t('compare.version', { number: to }) })}
      end={
        <Link to="/strategy/document" search={{}} className="link">
          {t('version.back')}
        </Link>
      }
    >
      <Loaded query={query} skeleton={8}>
        {(difference) => <Differences difference={difference} language={language} />}
      </Loaded>
    </Card>
  )
}

function Differences({ difference, language }: { difference: PlanDifference; language: PlanLanguage }) {
  const { t } = useTranslation('document')
  const changed = difference.sections.filter(({ state }) => state === 'changed')
  const titleChanged = difference.title.some(({ kind }) => kind !== 'same')
  return (
    <div className={classes.differences} lang={language}>
      <p className="text-3">{t('compare.count', { changed: changed.length })}</p>
      {titleChanged && (
        <section>
          <h3>{t('compare.heading')}</h3>
          <Marked parts={difference.title} />
        </section>
      )}
      {changed.map((section) => (
        <section key={section.key}>
          <h3>{section.title}</h3>
          {section.text.some(({ kind }) => kind !== 'same') && <Marked parts={section.text} />}
          {section.records.length > 0 && (
            <ul className={classes.changes} aria-label={t('compare.records')}>
              {section.records.map((record) => (
                <li key={`${record.room} ${record.id}`}>
                  <span className={classes.head}>
                    <span className="medium">{record.name}</span>
                    <Badge tone={TONES[record.state]}>
                      {t(`compare.${record.state === 'same' ? 'changed' : record.state}`)}
                    </Badge>
                    <span className={classes.quiet}>{record.roomTitle}</span>
                  </span>
                  {record.changes.map((change) => (
                    <span key={change.column}>{t('compare.change', change)}</span>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

function Marked({ parts }: { readonly parts: SectionDifference['text'] }) {
  return (
    <p className={classes.marked}>
      {parts.map((part, place) => {
        const key = `${part.kind} ${place}`
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>
        return <span key={key}>{part.text}</span>
      })}
    </p>
  )
}
