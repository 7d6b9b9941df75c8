import { Button, NumberInput, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { RetentionRule } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

type Kind = RetentionRule['kind']

/** How long what is kept: nothing is erased unless a period is set here. */
export function RetentionCard() {
  const { t } = useTranslation('audit')
  const may = useMay('retention.change')
  const rules = useQuery(orpc.governance.audit.retention.queryOptions())
  return (
    <Card title={t('retention')}>
      <div className={classes.side}>
        <p className={classes.quiet}>{t('retention.text')}</p>
        <Loaded query={rules} skeleton={2}>
          {({ items }) => (
            <>
              <Periods rules={items.filter((rule) => rule.days !== null)} changeable={may.allowed} />
              {may.allowed && <NewPeriod rules={items} />}
            </>
          )}
        </Loaded>
      </div>
    </Card>
  )
}

function useKindWords(): (kind: Kind) => string {
  const { t } = useTranslation('audit')
  const words = useEventWords()
  return (kind) =>
    kind === 'notices' || kind === 'attempts' || kind === 'confidential-views'
      ? t(`kind.${kind}`)
      : t('kind.events', { type: words.type(kind.slice('events.'.length)) })
}

function Periods({ rules, changeable }: { rules: readonly RetentionRule[]; changeable: boolean }) {
  const { t } = useTranslation('audit')
  const words = useKindWords()
  const queryClient = useQueryClient()
  if (rules.length === 0) return <p>{t('retention.none')}</p>
  const keep = async (kind: Kind) => {
    await api.governance.audit.setRetention({ kind, days: null })
    await queryClient.invalidateQueries({ queryKey: orpc.governance.key() })
    announce(t('retention.kept', { what: words(kind) }))
  }
  return (
    <ul className={classes.rules} aria-label={t('retention.rules')}>
      {rules.map(({ kind, days }) => (
        <li key={kind}>
          <span>{words(kind)}</span>
          <span className="medium">{t('retention.period', { days: days ?? 0 })}</span>
          {changeable && (
            <Button size="xs" variant="subtle" onClick={() => void keep(kind)}>
              {t('retention.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function NewPeriod({ rules }: { rules: readonly RetentionRule[] }) {
  const { t } = useTranslation('audit')
  const words = useKindWords()
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const form = useProblemForm<{ kind: Kind | null; days: number }>({
    initialValues: { kind: null, days: 365 },
    validate: { kind: (kind) => (kind === null ? t('retention.choose') : null) },
    guard: false,
  })
  const save = async ({ kind, days }: { kind: Kind | null; days: number }) => {
    if (kind === null) return null
    const agreed = await confirm({
      title: t('retention.confirm.title', { days }),
      consequence: t('retention.confirm.text', { what: words(kind) }),
      action: t('retention.confirm.action'),
    })
    if (!agreed) return null
    await api.governance.audit.setRetention({ kind, days })
    return t('retention.done', { what: words(kind), days })
  }
  const done = (said: string | null) => {
    if (said === null) return
    announce(said)
    form.reset()
    void queryClient.invalidateQueries({ queryKey: orpc.governance.key() })
  }
  return (
    <form onSubmit={form.submit(save, done)} noValidate className={classes.form}>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Select
        label={t('retention.kind')}
        placeholder={t('retention.choose')}
        searchable
        data={rules.map(({ kind }) => ({ value: kind, label: words(kind) }))}
        {...form.getInputProps('kind')}
      />
      <NumberInput
        label={t('retention.field')}
        description={t('retention.field.hint')}
        min={30}
        max={36_500}
        allowDecimal={false}
        {...form.getInputProps('days')}
      />
      <Button type="submit" variant="default" loading={form.sending}>
        {t('retention.set')}
      </Button>
    </form>
  )
}
