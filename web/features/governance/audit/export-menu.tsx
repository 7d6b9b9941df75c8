import { IconDownload, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Dropdown, dropdownParts as parts } from '#web/ui/dropdown.tsx'
import { requestOf } from './filter-request.ts'
import type { LogFilter } from './records.ts'
import classes from './audit.module.css'

/** Takes the events of the filter away as a file, as JSON that can be verified or as CSV. */
export function ExportMenu({ filter }: { readonly filter: LogFilter }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const may = useMay('events.export')
  const mark = <IconDownload size={16} stroke={1.5} aria-hidden />
  if (!may.allowed)
    return (
      <AllowedButton action="events.export" icon={mark}>
        {t('export')}
      </AllowedButton>
    )
  const address = (format: string) =>
    `/api/v1/events/export?${new URLSearchParams({ ...stringsOf(requestOf(filter, time.timeZone)), format })}`
  return (
    <Dropdown
      label={t('export')}
      className={classes.export}
      trigger={
        <>
          {mark}
          {t('export')}
        </>
      }
    >
      {(close) => (
        <>
          <a className={parts.item} href={address('json')} download onClick={close}>
            <IconFileText size={16} stroke={1.5} aria-hidden />
            {t('export.json')}
          </a>
          <a className={parts.item} href={address('csv')} download onClick={close}>
            <IconFileSpreadsheet size={16} stroke={1.5} aria-hidden />
            {t('export.csv')}
          </a>
          <p className={parts.note}>{t('export.note')}</p>
        </>
      )}
    </Dropdown>
  )
}

function stringsOf(request: object): Record<string, string> {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, String(value)]))
}
