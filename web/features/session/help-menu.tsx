import { IconApi, IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Dropdown, dropdownParts as parts } from '#web/ui/dropdown.tsx'
import classes from './top-bar.module.css'

/** Where to read on, and which version this is. */
export function HelpMenu() {
  const { t } = useTranslation('shell')
  return (
    <Dropdown
      label={t('help')}
      className={`${classes.icon} ${classes.wide}`}
      trigger={<IconHelpCircle size={18} stroke={1.5} aria-hidden />}
    >
      {() => <HelpPanel />}
    </Dropdown>
  )
}

function HelpPanel() {
  const { t } = useTranslation('shell')
  const installation = useQuery(orpc.installation.read.queryOptions({ staleTime: 3_600_000, retry: false }))
  return (
    <>
      <a href="/api/docs" target="_blank" rel="noreferrer" className={parts.item}>
        <IconApi size={16} stroke={1.5} aria-hidden />
        {t('help.api')}
      </a>
      <p className={parts.note}>{t('help.keys')}</p>
      {installation.data !== undefined && (
        <p className={parts.note}>{t('help.version', { version: installation.data.version })}</p>
      )}
    </>
  )
}
