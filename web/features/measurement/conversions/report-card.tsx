import { PasswordInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { CopyButton } from '../copy-button.tsx'
import { conversionCommand } from './conversion-command.ts'
import classes from './conversions.module.css'

/** How a shop or form reports what a visitor did, ready to be tried out. A key typed here stays on the page. */
export function ReportCard() {
  const { t } = useTranslation('measurement')
  const { currency } = useMe().organisation
  const [key, setKey] = useState('')
  const make = (shown: string) =>
    conversionCommand({ origin: window.location.origin, key: shown, currency, name: t('report.order') })
  return (
    <Card title={t('report.title')}>
      <div className={classes.report}>
        <p>{t('report.text')}</p>
        <ol className={classes.steps}>
          <li>
            <p>
              {t('report.click')} <code className={classes.code}>?tutti_click=0199…</code>
            </p>
          </li>
          <li>
            <p>{t('report.keep')}</p>
          </li>
          <li>
            <p>{t('report.send')}</p>
          </li>
        </ol>
        <PasswordInput
          label={t('report.key')}
          description={
            <>
              {t('report.key.text')}{' '}
              <Link to="/settings" search={{ tab: 'api-keys' }} className="link">
                {t('report.key.make')}
              </Link>
            </>
          }
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          placeholder="tutti_…"
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('report.key.show') }}
        />
        <div className={classes.command}>
          <div className={classes.commandHead}>
            <span>{t('report.command')}</span>
            <CopyButton text={make(key.trim() === '' ? t('report.key.place') : key.trim())} label={t('report.copy')} />
          </div>
          <pre>{make(key.trim() === '' ? t('report.key.place') : '••••••')}</pre>
        </div>
        <p className={classes.foot}>{t('report.foot')}</p>
      </div>
    </Card>
  )
}
