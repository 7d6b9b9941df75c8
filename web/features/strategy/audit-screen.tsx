import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconArrowsExchange, IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { AccountsCard } from './audit/accounts-card.tsx'
import { CompetitorsCard } from './audit/competitors-card.tsx'
import { NoticedCard } from './audit/noticed-card.tsx'
import { SwotCard } from './audit/swot-card.tsx'
import { refreshStrategy } from './refresh-strategy.ts'
import { StrategyTabs } from './strategy-tabs.tsx'
import classes from './strategy.module.css'

const NewAccount = lazy(async () => ({ default: (await import('./audit/account-form.tsx')).NewAccount }))
const TransferSheet = lazy(async () => ({ default: (await import('./audit/transfer-sheet.tsx')).TransferSheet }))

/** The audit: every account in the organisation's name, what was noticed, competitors beside, strengths and weaknesses. */
export function AuditScreen() {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const [sheet, setSheet] = useState<'add' | 'transfer' | null>(null)
  const close = () => setSheet(null)
  const takeChannels = async () => {
    try {
      const { created } = await api.strategy.audit.takeChannels({})
      announce(t('accounts.from-channels.done', { count: created }))
      await refreshStrategy(queryClient)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  const add = (
    <AllowedButton
      action="goals.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setSheet('add')}
    >
      {t('accounts.add')}
    </AllowedButton>
  )
  const actions = (
    <Group gap={8}>
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} stroke={1.5} aria-hidden />}
        onClick={() => setSheet('transfer')}
      >
        {t('transfer')}
      </Button>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconPlugConnected size={16} stroke={1.5} aria-hidden />}
        onClick={() => void takeChannels()}
      >
        {t('accounts.from-channels')}
      </AllowedButton>
      {add}
    </Group>
  )
  return (
    <Page title={t('title')} sub={t('sub')} actions={actions}>
      <StrategyTabs />
      <div className={classes.stack}>
        <NoticedCard />
        <AccountsCard add={add} />
        <CompetitorsCard />
        <SwotCard />
      </div>
      <SideSheet opened={sheet !== null} onClose={close} title={t(sheet === 'transfer' ? 'transfer' : 'accounts.add')}>
        <Suspense fallback={null}>
          {sheet === 'add' && <NewAccount onDone={close} />}
          {sheet === 'transfer' && <TransferSheet onDone={close} />}
        </Suspense>
      </SideSheet>
    </Page>
  )
}
