import { Button, FileButton, SegmentedControl } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COLUMNS, LISTS, type ListKind } from '#contract/transfer.ts'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { readFileText, saveFile } from '#web/ui/read-file.ts'
import { TriedList } from './tried-list.tsx'
import classes from '../units/units.module.css'

interface Chosen {
  readonly name: string
  readonly text: string
}

/** Carries units, positions and people in and out as files for a spreadsheet. */
export function TransferSheet() {
  const { t } = useTranslation('transfer')
  const sentence = useProblemText()
  const [list, setList] = useState<ListKind>('people')
  const [file, setFile] = useState<Chosen | null>(null)
  const choose = (value: string) => {
    const kind = LISTS.find((one) => one === value)
    if (kind === undefined) return
    setList(kind)
    setFile(null)
  }
  const take = async () => {
    try {
      const { name, text } = await api.organisation.transfer.export({ list })
      saveFile(name, text)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return (
    <div className={classes.form}>
      <SegmentedControl
        fullWidth
        aria-label={t('list')}
        value={list}
        onChange={choose}
        data={LISTS.map((value) => ({ value, label: t(`list.${value}`) }))}
      />
      <section className={classes.form} aria-labelledby="take-out">
        <h3 id="take-out">{t('export')}</h3>
        <p className="text-2">{t('export.text')}</p>
        <div>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
            onClick={() => void take()}
          >
            {t('export.do')}
          </Button>
        </div>
      </section>
      <section className={classes.part} aria-labelledby="bring-in">
        <h3 id="bring-in">{t('import')}</h3>
        <p className="text-2">{t(`import.text.${list}`)}</p>
        <p className="text-3 small">
          {t('columns', { columns: COLUMNS[list].map((column) => t(`column.${column}`)).join(', ') })}
        </p>
        <div>
          <FileButton
            accept=".csv,text/csv,text/plain"
            onChange={(picked) => {
              if (picked !== null) void readFileText(picked).then((text) => setFile({ name: picked.name, text }))
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant={file === null ? 'filled' : 'default'}
                leftSection={<IconUpload size={16} stroke={1.5} aria-hidden />}
              >
                {file === null ? t('import.choose') : t('import.choose-other')}
              </Button>
            )}
          </FileButton>
        </div>
        {file !== null && <TriedList key={`${list} ${file.name} ${file.text.length}`} list={list} file={file} />}
      </section>
    </div>
  )
}
