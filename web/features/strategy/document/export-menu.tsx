import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Dropdown, dropdownParts } from '#web/ui/dropdown.tsx'
import classes from './document.module.css'
import { PLAN_LANGUAGES } from './records.ts'

const FORMATS = ['pdf', 'docx', 'md'] as const

/** The plan as a file, in each form and language. */
export function ExportMenu({ version }: { readonly version: number | null }) {
  const { t } = useTranslation('document')
  const place = version === null ? 'draft' : `versions/${version}`
  return (
    <Dropdown
      label={t('export')}
      className={classes.menu}
      trigger={<IconDownload size={18} stroke={1.5} aria-hidden />}
    >
      {(close) =>
        FORMATS.map((format) =>
          PLAN_LANGUAGES.map((language) => (
            <a
              key={`${format} ${language}`}
              className={dropdownParts['item']}
              href={`/api/v1/plan-document/${place}/plan.${format}?language=${language}`}
              download
              onClick={close}
            >
              {t(language === 'tr' ? `export.${format}.tr` : `export.${format}`)}
            </a>
          )),
        )
      }
    </Dropdown>
  )
}
