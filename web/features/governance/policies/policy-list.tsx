import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconScript } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import classes from '../governance.module.css'
import { useTextIn } from '../reading-language.ts'
import type { PolicySummary } from '../records.ts'
import { AcceptanceBadge } from './acceptance-badge.tsx'

interface PolicyListProps {
  readonly query: UseQueryResult<readonly PolicySummary[]>
  /** The button that begins a policy. */
  readonly begin: ReactNode
}

/** The policies, those first that wait for me. */
export function PolicyList({ query, begin }: PolicyListProps) {
  const { t } = useTranslation('policies')
  return (
    <Card pad={false}>
      <Loaded query={query} skeleton={6}>
        {(policies) =>
          policies.length === 0 ? (
            <Empty
              icon={IconScript}
              title={t('empty')}
              text={t('empty.text')}
              example={t('empty.example')}
              action={begin}
            />
          ) : (
            <ul className={classes.rows}>
              {[...policies]
                .sort((one, other) => Number(waits(other)) - Number(waits(one)))
                .map((policy) => (
                  <li key={policy.id}>
                    <PolicyRow policy={policy} />
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function waits({ mine }: PolicySummary): boolean {
  return mine.state === 'missing' || mine.state === 'older'
}

function PolicyRow({ policy }: { policy: PolicySummary }) {
  const { t } = useTranslation('policies')
  const time = useTime()
  const inLanguage = useTextIn()
  const mayChange = useMay('policies.change').allowed
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Link to="/govern/policies/$id" params={{ id: policy.id }} className={classes.title}>
          {inLanguage(policy.title)}
        </Link>
        <p className={classes.clamp}>{inLanguage(policy.summary)}</p>
        <p className={classes.facts}>
          <AcceptanceBadge state={policy.mine.state} />
          {policy.draft && <Badge>{t('draft')}</Badge>}
          <span className={classes.quiet}>
            {policy.current === null
              ? t('never-published')
              : t('in-force', { number: policy.current.number, day: time.date(policy.current.publishedAt) })}
          </span>
        </p>
      </div>
      {mayChange && policy.current !== null && (
        <div className={classes.side}>
          <span className={classes.quiet}>
            {t('accepted-by', { accepted: policy.accepted, people: policy.people })}
          </span>
          <span className={classes.share}>
            <ProgressBar
              share={policy.people === 0 ? null : policy.accepted / policy.people}
              label={t('accepted-by', { accepted: policy.accepted, people: policy.people })}
            />
          </span>
        </div>
      )}
    </div>
  )
}
