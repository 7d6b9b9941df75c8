import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { CopyField } from '#web/ui/copy-field.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from './document.module.css'
import type { PlanLink, PlanVersion } from './records.ts'

const DAYS = [7, 30, 90, 365]

/** Links for readers from outside, for those who approve plans: the ones there are, and a new one. */
export function ShareCard({ versions, inForce }: { versions: readonly PlanVersion[]; inForce: number | null }) {
  const { t } = useTranslation('document')
  const me = useMe()
  const may = me.actions.includes('plans.approve')
  const links = useQuery({ ...orpc.strategy.planDocument.links.queryOptions(), enabled: may })
  if (!may) return null
  return (
    <Card title={t('share')}>
      <div className={classes.form}>
        <p className="text-2">{t('share.text')}</p>
        <Loaded query={links} skeleton={1}>
          {({ items }) =>
            items.length === 0 ? null : (
              <ul className={classes.plainRows}>
                {items.map((link) => (
                  <LinkRow key={link.id} link={link} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {versions.length === 0 ? (
          <p className={classes.note}>{t('share.none')}</p>
        ) : (
          <ShareForm versions={versions} first={inForce ?? versions[0]?.number ?? 1} />
        )}
      </div>
    </Card>
  )
}

function LinkRow({ link }: { readonly link: PlanLink }) {
  const { t } = useTranslation('document')
  const time = useTime()
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const withdraw = async () => {
    try {
      await api.strategy.planDocument.withdrawLink({ id: link.id })
      announce(t('share.withdrawn', { name: link.name }))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.links.key() })
    }
  }
  return (
    <li className={classes.link}>
      <span>
        {link.name}{' '}
        <span className={classes.quiet}>
          {[
            t('version', { number: link.number }),
            t(`share.state.${link.state}`, { when: time.date(link.expiresAt) }),
            ...(link.openedAt === null ? [] : [t('share.opened')]),
          ].join(', ')}
        </span>
      </span>
      {link.state === 'open' && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('share.withdraw.of', { name: link.name })}
          onClick={() => void withdraw()}
        >
          {t('share.withdraw')}
        </Button>
      )}
    </li>
  )
}

function ShareForm({ versions, first }: { readonly versions: readonly PlanVersion[]; readonly first: number }) {
  const { t } = useTranslation('document')
  const me = useMe()
  const queryClient = useQueryClient()
  const [url, setUrl] = useState<string | null>(null)
  const form = useProblemForm({
    initialValues: { name: '', number: String(first), days: '30', budget: false },
    guard: false,
  })
  const make = ({ name, number, days, budget }: typeof form.values) =>
    api.strategy.planDocument.share({ name, number: Number(number), days: Number(days), budget })
  const done = (made: { url: string }) => {
    setUrl(made.url)
    form.reset()
    void queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.links.key() })
  }
  return (
    <form onSubmit={form.submit(make, done)} className={classes.form}>
      <TextInput label={t('share.name')} maxLength={120} {...form.getInputProps('name')} />
      <div className={classes.two}>
        <Select
          label={t('share.version')}
          allowDeselect={false}
          data={versions.map(({ number }) => ({ value: String(number), label: t('version', { number }) }))}
          {...form.getInputProps('number')}
        />
        <Select
          label={t('share.days')}
          allowDeselect={false}
          data={DAYS.map((days) => ({ value: String(days), label: t('share.days.value', { days }) }))}
          {...form.getInputProps('days')}
        />
      </div>
      {me.actions.includes('budget.read') && (
        <Checkbox label={t('share.budget')} {...form.getInputProps('budget', { type: 'checkbox' })} />
      )}
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div>
        <Button type="submit" variant="default" loading={form.sending}>
          {t('share.make')}
        </Button>
      </div>
      {url !== null && <CopyField label={t('share.once')} value={url} />}
    </form>
  )
}
