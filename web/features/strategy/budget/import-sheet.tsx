import { Button, FileButton, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DATE_ORDERS } from '#contract/budget-records.ts'
import type { BudgetList } from '#contract/budget-records.ts'
import { useMe } from '#web/kernel/session.tsx'
import { readFileText } from '#web/ui/read-file.ts'
import fields from '../objectives/objective-fields.module.css'
import classes from './budget.module.css'
import { TriedFile } from './tried-file.tsx'

/** How a file was written, as it is chosen. */
export interface FileShape {
  readonly list: BudgetList
  readonly decimal: '.' | ','
  readonly dates: (typeof DATE_ORDERS)[number]
  readonly columns: Record<string, string>
  readonly currency: string
}

/** Brings bookings or rates in from a file: chosen, understood, tried, and only then brought in. */
export function ImportSheet({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('budget')
  const { organisation } = useMe()
  const turkish = i18n.language === 'tr'
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const [shape, setShape] = useState<FileShape>({
    list: 'lines',
    decimal: turkish ? ',' : '.',
    dates: turkish ? 'day-first' : 'year-first',
    columns: {},
    currency: organisation.currency,
  })
  const change = (part: Partial<FileShape>) => setShape((before) => ({ ...before, ...part }))
  return (
    <div className={classes.form}>
      <SegmentedControl
        fullWidth
        aria-label={t('import.list')}
        value={shape.list}
        onChange={(value) => change({ list: value === 'rates' ? 'rates' : 'lines', columns: {} })}
        data={(['lines', 'rates'] as const).map((value) => ({ value, label: t(`import.${value}`) }))}
      />
      <p className="text-2">{t(`import.text.${shape.list}`)}</p>
      <div className={fields.period}>
        <Select
          label={t('import.decimal')}
          allowDeselect={false}
          data={[
            { value: '.', label: t('import.decimal.point') },
            { value: ',', label: t('import.decimal.comma') },
          ]}
          value={shape.decimal}
          onChange={(value) => change({ decimal: value === ',' ? ',' : '.' })}
        />
        <Select
          label={t('import.dates')}
          allowDeselect={false}
          data={DATE_ORDERS.map((value) => ({ value, label: t(`import.dates.${value}`) }))}
          value={shape.dates}
          onChange={(value) => change({ dates: DATE_ORDERS.find((one) => one === value) ?? 'year-first' })}
        />
      </div>
      {shape.list === 'lines' && (
        <TextInput
          label={t('import.currency')}
          maxLength={3}
          value={shape.currency}
          onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
        />
      )}
      <div>
        <FileButton
          accept=".csv,text/csv,text/plain"
          onChange={(picked) => {
            if (picked !== null)
              void readFileText(picked).then((text) => {
                change({ columns: {} })
                setFile({ name: picked.name, text })
              })
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant={file === null ? 'filled' : 'default'}
              leftSection={<IconUpload size={16} stroke={1.5} aria-hidden />}
            >
              {t(file === null ? 'import.choose' : 'import.choose-other')}
            </Button>
          )}
        </FileButton>
      </div>
      {file !== null && (
        <TriedFile file={file} shape={shape} onColumns={(columns) => change({ columns })} onDone={onDone} />
      )}
    </div>
  )
}
