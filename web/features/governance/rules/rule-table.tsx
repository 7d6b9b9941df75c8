import { Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { RuleForm } from './rule-form.tsx'
import { refreshRules } from './rule-records.ts'
import type { Pack, Rule } from './rule-records.ts'
import { useDefinitionWords } from './use-definition-words.ts'
import classes from './rules.module.css'

const TONE = { block: 'bad', warn: 'warn', inform: 'info' } as const

/** The rules of a pack, a line each; a press opens the whole of one. */
export function RuleTable({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('rules')
  const words = useDefinitionWords()
  const may = useMay('rules.change')
  const turn = useTurnRule()
  // `new` for one that is being made.
  const [openId, setOpenId] = useState<string | null>(null)
  const open = pack.items.find(({ id }) => id === openId) ?? null
  const add = (
    <AllowedButton
      action="rules.change"
      size="xs"
      icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
      onClick={() => setOpenId('new')}
    >
      {t('rule.new')}
    </AllowedButton>
  )
  return (
    <Card title={t('rules')} pad={false} end={add}>
      {pack.items.length === 0 ? (
        <Empty
          icon={IconListCheck}
          title={t('rules.empty')}
          text={t('rules.empty.text')}
          example={t('rules.empty.example')}
        />
      ) : (
        <DataTable<Rule>
          caption={t('rules')}
          rows={pack.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'rule',
              head: t('rule.column.rule'),
              cell: (rule) => (
                <button type="button" className={classes.name} onClick={() => setOpenId(rule.id)}>
                  {rule.title}
                </button>
              ),
            },
            {
              key: 'looks',
              head: t('rule.column.looks'),
              cell: ({ definition }) =>
                definition.kind === 'pattern' ? <code translate="no">{words(definition)}</code> : words(definition),
            },
            {
              key: 'severity',
              head: t('severity'),
              width: 104,
              cell: ({ severity }) => <Badge tone={TONE[severity]}>{t(`severity.${severity}`)}</Badge>,
            },
            {
              key: 'on',
              head: t('rule.column.on'),
              width: 64,
              cell: (rule) => (
                <Switch
                  size="xs"
                  checked={rule.enabled}
                  disabled={!may.allowed}
                  aria-label={t('rule.switch', { title: rule.title })}
                  onChange={(event) => void turn(rule, event.currentTarget.checked)}
                />
              ),
            },
          ]}
        />
      )}
      <SideSheet
        opened={openId === 'new' || open !== null}
        onClose={() => setOpenId(null)}
        title={t(open === null ? 'rule.new' : 'rule.edit.title')}
        size={560}
      >
        <RuleForm packId={pack.id} rule={open} onDone={() => setOpenId(null)} />
      </SideSheet>
    </Card>
  )
}

function useTurnRule(): (rule: Rule, enabled: boolean) => Promise<void> {
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  return async (rule, enabled) => {
    try {
      await api.governance.rules.changeRule({ id: rule.id, enabled })
      await refreshRules(queryClient)
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
    }
  }
}
