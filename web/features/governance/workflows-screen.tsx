import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconGitBranch, IconPlus } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { useStarters } from './workflows/use-starters.ts'
import { WorkflowList } from './workflows/workflow-list.tsx'
import type { Workflow } from './workflows/workflow-values.ts'

const WorkflowForm = lazy(async () => ({ default: (await import('./workflows/workflow-form.tsx')).WorkflowForm }))
const SimulateCard = lazy(async () => ({ default: (await import('./workflows/simulate-card.tsx')).SimulateCard }))

/** Which posts need whose approval: workflows in their order, an editor, and a place to try them. */
export function WorkflowsScreen() {
  const { t } = useTranslation('approvals')
  const query = useQuery(orpc.governance.workflows.list.queryOptions())
  const [edited, setEdited] = useState<Workflow | 'new' | null>(null)
  return (
    <Page
      title={t('workflows.title')}
      actions={
        <AllowedButton
          action="workflows.change"
          icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('workflows.new')}
        </AllowedButton>
      }
    >
      <GovernanceTabs />
      <p className="text-2" style={{ marginBottom: 16 }}>
        {t('workflows.text')}
      </p>
      <Card pad={false}>
        <Loaded query={query} skeleton={6}>
          {({ items }) => (items.length === 0 ? <None /> : <WorkflowList items={items} onEdit={setEdited} />)}
        </Loaded>
      </Card>
      <Suspense fallback={null}>
        <div style={{ marginTop: 16 }}>
          <SimulateCard workflow={null} />
        </div>
      </Suspense>
      <SideSheet
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === 'new' || edited === null ? t('workflows.new') : edited.title}
        size={760}
      >
        <Suspense fallback={null}>
          {edited !== null && (
            <WorkflowForm workflow={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
          )}
        </Suspense>
      </SideSheet>
    </Page>
  )
}

function None() {
  const { t } = useTranslation('approvals')
  const may = useMay('workflows.change')
  const { busy, plant } = useStarters()
  return (
    <Empty
      icon={IconGitBranch}
      title={t('workflows.empty.title')}
      text={t('workflows.empty.text')}
      example={t('workflows.empty.example')}
      action={
        may.allowed ? (
          <Button variant="default" loading={busy} onClick={() => void plant()}>
            {t('workflows.starters')}
          </Button>
        ) : undefined
      }
    />
  )
}
