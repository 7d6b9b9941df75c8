import { Button, Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { IconDownload, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { PackForm } from './rules/pack-form.tsx'
import { useTurnPack } from './rules/pack-list.tsx'
import { refreshRules } from './rules/rule-records.ts'
import type { Pack } from './rules/rule-records.ts'
import { RuleTable } from './rules/rule-table.tsx'
import { SourceList } from './rules/source-list.tsx'
import { TryText } from './rules/try-text.tsx'
import classes from './governance.module.css'

/** One pack: its rules in a table, a sentence to try them on, its sources. */
export function RulePackScreen() {
  const { t } = useTranslation('rules')
  const { id } = useParams({ from: '/shell/govern/rules/$id' })
  const pack = useQuery(orpc.governance.rules.pack.queryOptions({ input: { id } }))
  if (pack.data !== undefined) return <PackPage pack={pack.data} />
  return (
    <Page title={t('title')}>
      <Loaded query={pack} skeleton={8}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function PackPage({ pack }: { pack: Pack }) {
  const { t } = useTranslation('rules')
  const [editing, setEditing] = useState(false)
  const turn = useTurnPack(pack)
  const may = useMay('rules.change')
  const actions = usePackActions(pack)
  return (
    <Page
      title={pack.title}
      badge={<Badge tone={pack.kind === 'brand' ? 'accent' : 'info'}>{t(`kind.${pack.kind}`)}</Badge>}
      sub={
        <Link to="/govern/rules" className="link">
          {t('back')}
        </Link>
      }
      actions={
        <>
          <Switch
            label={t(pack.enabled ? 'pack.on' : 'pack.off')}
            aria-label={t('pack.switch', { title: pack.title })}
            checked={pack.enabled}
            disabled={!may.allowed}
            onChange={(event) => void turn(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
            onClick={() => void actions.save()}
          >
            {t('pack.export')}
          </Button>
          <AllowedButton
            action="rules.change"
            variant="default"
            icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
            onClick={() => void actions.remove()}
          >
            {t('pack.remove')}
          </AllowedButton>
          <AllowedButton
            action="rules.change"
            variant="default"
            icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('pack.edit')}
          </AllowedButton>
        </>
      }
    >
      <div className={classes.columns}>
        <div>
          <RuleTable pack={pack} />
        </div>
        <div>
          <TryText pack={pack} />
          <Card title={t('sources')}>
            {pack.description !== '' && <p className="small text-2">{pack.description}</p>}
            <SourceList sources={pack.sources} />
          </Card>
        </div>
      </div>
      <SideSheet opened={editing} onClose={() => setEditing(false)} title={t('pack.edit.title')}>
        <PackForm pack={pack} onDone={() => setEditing(false)} />
      </SideSheet>
    </Page>
  )
}

function usePackActions({ id, title, version }: Pack) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useRefusalText()
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
    }
  }
  return {
    remove: () =>
      attempt(async () => {
        await api.governance.rules.removePack({ id }, { context: { version } })
        announce(t('pack.removed', { title }), {
          undo: async () => {
            await api.governance.rules.restorePack({ id })
            await refreshRules(queryClient)
          },
        })
        await navigate({ to: '/govern/rules' })
        await refreshRules(queryClient)
      }),
    save: () =>
      attempt(async () => {
        const file = await api.governance.rules.exportPack({ id })
        const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
        const link = document.createElement('a')
        link.href = url
        link.download = `${title}.json`
        link.click()
        URL.revokeObjectURL(url)
      }),
  }
}
