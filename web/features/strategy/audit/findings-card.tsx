import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { FindingBadge } from './account-badges.tsx'
import type { Account, Finding } from './records.ts'
import classes from './audit.module.css'

interface FindingsCardProps {
  readonly account: Account
  readonly onTask: (finding: Finding) => void
}

/** What was noticed about an account, each with its task or a way to one. Nothing at all where nothing was. */
export function FindingsCard({ account, onTask }: FindingsCardProps) {
  const { t } = useTranslation('accounts')
  if (account.findings.length === 0) return null
  return (
    <Card title={t('noticed.title')}>
      <ul className={classes.noticed}>
        {account.findings.map(({ finding, task }) => (
          <li key={finding}>
            <FindingBadge finding={finding} />
            {task !== null && (task.state === 'open' || task.state === 'doing') ? (
              <span className={classes.quiet}>{t('task.there', { title: task.title })}</span>
            ) : (
              <AllowedButton action="plans.change" size="xs" variant="default" onClick={() => onTask(finding)}>
                {t('task.make')}
              </AllowedButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
