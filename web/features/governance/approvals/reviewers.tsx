import { Button, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { CopyField } from '#web/ui/copy-field.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Approval } from '#web/ui/use-approval-words.ts'
import classes from './approvals.module.css'

const HOURS = [24, 72, 168]

/** Reviewers from outside: their links, and a new one. For those who may approve, while the request waits. */
export function Reviewers({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation('approvals')
  const may = useMe().actions.includes('posts.approve')
  const open = approval.state === 'waiting' && may
  if (!open && approval.links.length === 0) return null
  return (
    <section aria-label={t('links')}>
      <h3 className={classes.head}>{t('links')}</h3>
      <p className="text-2">{t('links.text')}</p>
      <ul className={classes.list} style={{ marginTop: 8 }}>
        {approval.links.map((link) => (
          <Link key={link.id} link={link} withdrawable={open && ['open', 'expired'].includes(link.state)} />
        ))}
      </ul>
      {open && <InviteForm id={approval.id} />}
    </section>
  )
}

function Link({ link, withdrawable }: { link: Approval['links'][number]; withdrawable: boolean }) {
  const { t } = useTranslation('approvals')
  const time = useTime()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const withdraw = async () => {
    try {
      await api.governance.approvals.withdrawLink({ id: link.id })
      announce(t('links.withdrawn'))
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.key() })
    }
  }
  return (
    <li className={classes.choice}>
      <span>
        {link.name}{' '}
        <span className={`${classes.quiet} small`}>
          {t(`links.state.${link.state}`, { when: time.instant(link.expiresAt) })}
        </span>
      </span>
      {withdrawable && (
        <Button size="xs" variant="default" onClick={() => void withdraw()}>
          {t('links.withdraw')}
        </Button>
      )}
    </li>
  )
}

function InviteForm({ id }: { id: string }) {
  const { t } = useTranslation('approvals')
  const queryClient = useQueryClient()
  const [url, setUrl] = useState<string | null>(null)
  const form = useProblemForm({ initialValues: { name: '', hours: '72' }, guard: false })
  const make = ({ name, hours }: typeof form.values) =>
    api.governance.approvals.invite({ id, name, hours: Number(hours) })
  const done = (made: { url: string }) => {
    setUrl(made.url)
    form.reset()
    void queryClient.invalidateQueries({ queryKey: orpc.governance.approvals.key() })
  }
  return (
    <form onSubmit={form.submit(make, done)} className={classes.form} style={{ marginTop: 12 }}>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.pair}>
        <TextInput label={t('links.name')} maxLength={120} {...form.getInputProps('name')} />
        <Select
          label={t('links.hours')}
          allowDeselect={false}
          data={HOURS.map((hours) => ({ value: String(hours), label: t('links.hours.value', { hours }) }))}
          {...form.getInputProps('hours')}
        />
        <Button type="submit" variant="default" loading={form.sending}>
          {t('links.make')}
        </Button>
      </div>
      {url !== null && <CopyField label={t('links.once')} value={url} />}
    </form>
  )
}
