import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Gap } from '../structure-records.ts'
import { nameOf } from '../units/names-of.ts'
import { dayName } from '../units/week-field.tsx'
import classes from './team.module.css'

const WAY = {
  'core-team': ['/organise/team', 'way.core-team'],
  representative: ['/organise/team', 'way.representative'],
  reviewer: ['/organise/units', 'way.reviewer'],
  language: ['/organise/people', 'way.language'],
  hours: ['/organise/people', 'way.hours'],
} as const

/** What is missing, each with the way to close it. */
export function GapsCard({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation('team')
  const words = useGapWords()
  return (
    <Card
      title={t('gaps')}
      pad={false}
      badge={
        gaps.length > 0 && (
          <Badge tone="warn" icon={IconAlertTriangle}>
            {gaps.length}
          </Badge>
        )
      }
    >
      {gaps.length === 0 && (
        <p className={classes.fine}>
          <IconCircleCheck size={18} stroke={1.5} aria-hidden />
          {t('gaps.none')}
        </p>
      )}
      <ul className={classes.rows}>
        {gaps.map((gap) => {
          const { title, text } = words(gap)
          const [to, way] = WAY[gap.kind]
          return (
            <li key={`${gap.kind} ${gap.unit?.id ?? ''}`}>
              <span className={classes.gap}>
                <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
              </span>
              <span className={classes.words}>
                <strong>{title}</strong>
                <span className="text-3 small">{text}</span>
              </span>
              {to === '/organise/team' ? (
                <span className="text-3 small">{t(way)}</span>
              ) : (
                <Link to={to} className="link">
                  {t(way)}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** A gap in words: what is missing, and what it means. */
function useGapWords(): (gap: Gap) => { readonly title: string; readonly text: string } {
  const { t, i18n } = useTranslation('team')
  const time = useTime()
  return ({ kind, unit, vacantSince, language, count, hours, days }) => {
    const name = unit?.name ?? ''
    if (kind === 'core-team') return { title: t('gap.core-team', { count: count ?? 0 }), text: t('gap.core-team.text') }
    if (kind === 'representative')
      return { title: t('gap.representative', { unit: name }), text: t('gap.representative.text') }
    if (kind === 'reviewer')
      return {
        title: t('gap.reviewer', { unit: name }),
        text:
          vacantSince === null
            ? t('gap.reviewer.text')
            : t('gap.reviewer.vacant', { when: time.relative(vacantSince) }),
      }
    if (kind === 'language')
      return {
        title: t('gap.language', { unit: name, language: nameOf(language ?? '', 'language', i18n.language) }),
        text: t('gap.language.text'),
      }
    return {
      title: t('gap.hours', { unit: name, hours: hours ?? 0 }),
      text: new Intl.ListFormat(i18n.language).format(days.map((day) => dayName(day, i18n.language))),
    }
  }
}
