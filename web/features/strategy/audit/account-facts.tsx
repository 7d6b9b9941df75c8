import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import strategy from '../strategy.module.css'
import type { Account } from './records.ts'
import classes from './audit.module.css'

/** What is known of an account beside its figures. */
export function AccountFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts')
  const time = useTime()
  const sentence = useRefusalText()
  const { lookedUpAt, lookUpProblem, competitor, holder, holderWords } = account
  const looked =
    lookedUpAt === null
      ? null
      : lookUpProblem === null
        ? t('account.looked', { when: time.relative(lookedUpAt) })
        : t('account.look-up.failed', { when: time.relative(lookedUpAt), why: sentence({ code: lookUpProblem }) })
  return (
    <Card title={t('account.facts')}>
      <dl className={strategy.facts}>
        <dt>{t('column.name')}</dt>
        <dd>{account.name || '–'}</dd>
        <dt>{t('column.url')}</dt>
        <dd>
          {account.url === '' ? (
            '–'
          ) : (
            <a href={account.url} className="link" target="_blank" rel="noreferrer">
              {t('account.open')}
            </a>
          )}
        </dd>
        <dt>{t('account.whose')}</dt>
        <dd>{competitor?.name ?? t('account.ours')}</dd>
        {competitor === null && (
          <>
            <dt>{t('column.holder')}</dt>
            <dd>{holder?.name ?? (holderWords || t('account.nobody'))}</dd>
            <dt>{t('column.unit')}</dt>
            <dd>{account.unit?.name ?? '–'}</dd>
            <dt>{t('account.channel')}</dt>
            <dd>{account.channel?.name ?? '–'}</dd>
          </>
        )}
      </dl>
      {account.notes !== '' && <p className={strategy.prose}>{account.notes}</p>}
      {looked !== null && <p className={lookUpProblem === null ? classes.quiet : classes.failed}>{looked}</p>}
      {!account.canLookUp && <p className={classes.quiet}>{t('account.look-up.never')}</p>}
    </Card>
  )
}
