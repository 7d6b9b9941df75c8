import { IconAlertTriangle, IconRoute } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Figure } from '../figures/figure.tsx'
import type { Orphans } from '../records.ts'
import classes from './lines-card.module.css'

const KINDS = ['objectives', 'goals', 'campaigns', 'posts'] as const

const ROWS: Readonly<Record<(typeof KINDS)[number], LinkProps>> = {
  objectives: { to: '/strategy' },
  goals: { to: '/strategy' },
  campaigns: { to: '/content', search: { tab: 'campaigns' } },
  posts: { to: '/calendar' },
}

/** Gaps in the chain from objective to post: records that lead nowhere up, or nowhere down. */
export function OrphansCard({ orphans }: { readonly orphans: Orphans }) {
  const { t } = useTranslation('measurement')
  const gaps = KINDS.filter((kind) => orphans[kind] > 0)
  return (
    <Card title={t('orphans.title')} pad={false}>
      {gaps.length === 0 ? (
        <Empty icon={IconRoute} title={t('orphans.empty.title')} text={t('orphans.empty.text')} />
      ) : (
        <ul>
          {gaps.map((kind) => (
            <li key={kind} className={classes.line}>
              <IconAlertTriangle className={classes.warn} size={18} stroke={1.5} aria-hidden />
              <p className={classes.title}>
                <Figure
                  measure={`orphan-${kind}`}
                  value={orphans[kind]}
                  words={t(`orphans.${kind}`, { count: orphans[kind] })}
                  to={ROWS[kind]}
                />
              </p>
              <p className={classes.text}>{t(`orphans.${kind}.text`)}</p>
              <Link {...ROWS[kind]} className={`link ${classes.way}`}>
                {t(`orphans.${kind}.way`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
