import { Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { StateBadge } from './audit/account-badges.tsx'
import { AccountFacts } from './audit/account-facts.tsx'
import { EditAccount } from './audit/account-form.tsx'
import { FindingsCard } from './audit/findings-card.tsx'
import { MakeTask } from './audit/make-task.tsx'
import { ReadingForm } from './audit/reading-form.tsx'
import { FiguresCard, ReadingsCard } from './audit/readings-card.tsx'
import type { Account, Finding } from './audit/records.ts'
import { HistoryCard } from './history/history-card.tsx'
import { refreshStrategy } from './refresh-strategy.ts'
import classes from './strategy.module.css'

type Sheet = 'edit' | 'reading' | Finding

/** One account: what it shows today and showed before, who holds it, and what was noticed. */
export function AuditAccountScreen() {
  const { t } = useTranslation('accounts')
  const { accountId: id } = useParams({ from: '/shell/strategy/audit/$accountId' })
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const close = () => setSheet(null)
  const query = useQuery(orpc.strategy.audit.account.queryOptions({ input: { id } }))
  const account = query.data
  const finding = sheet === null || sheet === 'edit' || sheet === 'reading' ? null : sheet
  const title = sheet === 'edit' ? t('account.edit') : t(sheet === 'reading' ? 'reading.add' : 'task.make')
  return (
    <Page
      title={account?.handle ?? t('column.account')}
      badge={account !== undefined && account.competitor === null && <StateBadge state={account.state} />}
      sub={account !== undefined && t(`platform.${account.platform}`)}
      actions={account !== undefined && <Actions account={account} onSheet={setSheet} />}
    >
      <Loaded query={query} skeleton={8}>
        {(shown) => (
          <div className={classes.columns}>
            <div>
              <FiguresCard account={shown} />
              <ReadingsCard account={shown} />
            </div>
            <div>
              <FindingsCard account={shown} onTask={setSheet} />
              <AccountFacts account={shown} />
              <HistoryCard type="account" id={id} />
            </div>
          </div>
        )}
      </Loaded>
      <SideSheet opened={sheet !== null && account !== undefined} onClose={close} title={title}>
        {account !== undefined && sheet === 'edit' && <EditAccount account={account} onDone={close} />}
        {account !== undefined && sheet === 'reading' && <ReadingForm account={account} onDone={close} />}
        {account !== undefined && finding !== null && (
          <MakeTask
            title={t(`finding.${finding}.task`, { handle: account.handle })}
            make={(wish) => api.strategy.audit.taskOfAccount({ ...wish, id, finding })}
            onDone={close}
          />
        )}
      </SideSheet>
    </Page>
  )
}

function Actions({ account, onSheet }: { account: Account; onSheet: (sheet: Sheet) => void }) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const [looking, setLooking] = useState(false)
  const { id, handle, version } = account
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    } finally {
      await refreshStrategy(queryClient)
    }
  }
  const lookUp = async () => {
    setLooking(true)
    await attempt(async () => {
      await api.strategy.audit.lookUp({ id })
      announce(t('account.look-up.done'))
    })
    setLooking(false)
  }
  const remove = () =>
    attempt(async () => {
      await api.strategy.audit.removeAccount({ id }, { context: { version } })
      await navigate({ to: '/strategy/audit' })
      announce(t('account.removed', { handle }), {
        undo: () => attempt(() => api.strategy.audit.restoreAccount({ id })),
      })
    })
  return (
    <Group gap={8}>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
        onClick={() => void remove()}
      >
        {t('account.remove')}
      </AllowedButton>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
        onClick={() => onSheet('edit')}
      >
        {t('account.edit')}
      </AllowedButton>
      <AllowedButton
        action="goals.change"
        variant="default"
        icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
        onClick={() => onSheet('reading')}
      >
        {t('reading.add')}
      </AllowedButton>
      <AllowedButton
        action="goals.change"
        heldBy={account.canLookUp ? undefined : t('account.look-up.never')}
        icon={<IconRefresh size={16} stroke={1.5} aria-hidden />}
        loading={looking}
        onClick={() => void lookUp()}
      >
        {t('account.look-up')}
      </AllowedButton>
    </Group>
  )
}
