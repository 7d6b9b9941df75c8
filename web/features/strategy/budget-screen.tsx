import { Button, Group } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { saveFile } from '#web/ui/read-file.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { HoursView } from './budget/hours-view.tsx'
import { ImportSheet } from './budget/import-sheet.tsx'
import { NewLine } from './budget/line-form.tsx'
import { LinesView } from './budget/lines-view.tsx'
import { Picture } from './budget/picture.tsx'
import { RatesView } from './budget/rates-view.tsx'
import { ToolsView } from './budget/tools-view.tsx'
import { StrategyTabs } from './strategy-tabs.tsx'
import budget from './budget/budget.module.css'
import classes from './strategy.module.css'

const VIEWS = ['picture', 'lines', 'hours', 'tools', 'rates'] as const
type View = (typeof VIEWS)[number]

/** The budget: what was planned, ordered and booked, people's hours, subscriptions, and the rates that join them. */
export function BudgetScreen() {
  const { t } = useTranslation('budget')
  const search = useSearch({ from: '/shell/strategy/budget' })
  const reads = useMay('budget.read').because === ''
  const [sheet, setSheet] = useState<'line' | 'import' | null>(null)
  const view: View = reads ? (VIEWS.find((one) => one === search.view) ?? 'picture') : 'hours'
  const close = () => setSheet(null)
  const add = (
    <AllowedButton
      action="budget.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setSheet('line')}
    >
      {t('add-line')}
    </AllowedButton>
  )
  return (
    <Page title={t('title')} actions={reads && <Actions list={view} onImport={() => setSheet('import')} add={add} />}>
      <StrategyTabs />
      <div className={classes.stack}>
        {reads ? <Views view={view} /> : <p className="text-2">{t('no-money')}</p>}
        {view === 'picture' && <Picture add={add} />}
        {view === 'lines' && <LinesView />}
        {view === 'hours' && <HoursView />}
        {view === 'tools' && <ToolsView />}
        {view === 'rates' && <RatesView />}
      </div>
      <SideSheet
        opened={sheet !== null}
        onClose={close}
        title={t(sheet === 'import' ? 'import.title' : 'line.new')}
        size={sheet === 'import' ? 620 : 520}
      >
        {sheet === 'line' && <NewLine planId={search.plan} onDone={close} />}
        {sheet === 'import' && <ImportSheet onDone={close} />}
      </SideSheet>
    </Page>
  )
}

interface ActionsProps {
  readonly list: View
  readonly onImport: () => void
  readonly add: React.ReactNode
}

function Actions({ list, onImport, add }: ActionsProps) {
  const { t } = useTranslation('budget')
  const sentence = useProblemText()
  const take = async () => {
    try {
      const { name, text } = await api.strategy.budget.export({ list: list === 'rates' ? 'rates' : 'lines' })
      saveFile(name, text)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return (
    <Group gap={8}>
      {(list === 'lines' || list === 'rates') && (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
          onClick={() => void take()}
        >
          {t('export')}
        </Button>
      )}
      <AllowedButton
        action="budget.change"
        variant="default"
        icon={<IconUpload size={16} stroke={1.5} aria-hidden />}
        onClick={onImport}
      >
        {t('import')}
      </AllowedButton>
      {add}
    </Group>
  )
}

function Views({ view }: { readonly view: View }) {
  const { t } = useTranslation('budget')
  return (
    <nav className={budget.views} aria-label={t('views')}>
      {VIEWS.map((one) => (
        <Link
          key={one}
          to="/strategy/budget"
          search={{ view: one }}
          className={budget.view}
          aria-current={one === view ? 'page' : undefined}
        >
          {t(`view.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
