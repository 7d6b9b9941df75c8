import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from '../governance.module.css'
import rules from './rules.module.css'
import { refreshRules } from './rule-records.ts'
import type { ReadyPack } from './rule-records.ts'
import { SourceList } from './source-list.tsx'

/** Packs that come with Tutti and are not in use yet. */
export function ReadyPacks() {
  const { t } = useTranslation('rules')
  const ready = useQuery(orpc.governance.rules.readyPacks.queryOptions())
  return (
    <Loaded query={ready} skeleton={3}>
      {({ items }) => {
        const open = items.filter(({ packId }) => packId === null)
        return open.length === 0 ? null : (
          <Card title={t('ready')} pad={false}>
            <p className={`small text-2 ${rules.lead}`}>{t('ready.text')}</p>
            <ul className={classes.rows}>
              {open.map((pack) => (
                <ReadyRow key={pack.key} pack={pack} />
              ))}
            </ul>
          </Card>
        )
      }}
    </Loaded>
  )
}

function ReadyRow({ pack }: { pack: ReadyPack }) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  const [sending, setSending] = useState(false)
  const add = async () => {
    setSending(true)
    try {
      const made = await api.governance.rules.createPack({ readyKey: pack.key })
      announce(t('ready.added', { title: made.title }), {
        undo: async () => {
          await api.governance.rules.removePack({ id: made.id })
          await refreshRules(queryClient)
        },
      })
      await refreshRules(queryClient)
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
      setSending(false)
    }
  }
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className="medium">{pack.title}</span>
        <p className={classes.clamp}>{pack.description}</p>
        <div className={classes.facts}>
          <Badge tone={pack.kind === 'brand' ? 'accent' : 'info'}>{t(`kind.${pack.kind}`)}</Badge>
          <span className={classes.quiet}>{t('ready.rules', { count: pack.rules })}</span>
        </div>
        <details className={classes.quiet}>
          <summary>{t('sources')}</summary>
          <SourceList sources={pack.sources} />
        </details>
      </div>
      <AllowedButton
        action="rules.change"
        variant="default"
        size="xs"
        loading={sending}
        icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
        aria-label={t('ready.add.label', { title: pack.title })}
        onClick={() => void add()}
      >
        {t('ready.add')}
      </AllowedButton>
    </li>
  )
}
