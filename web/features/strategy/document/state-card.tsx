import { Button, Group, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from './document.module.css'
import type { PlanDocument, PlanVersion } from './records.ts'

interface StateCardProps {
  readonly plan: PlanDocument
  readonly versions: readonly PlanVersion[]
}

/** What comes next: a version is proposed, or the one that waits is decided. */
export function StateCard({ plan, versions }: StateCardProps) {
  const { t } = useTranslation('document')
  const waiting = versions.find(({ number }) => number === plan.waiting)
  if (waiting === undefined)
    return (
      <Card title={t('propose.title')}>
        <ProposeForm plan={plan} />
      </Card>
    )
  return (
    <Card title={t('decide')}>
      {waiting.mayDecide ? <DecideForm version={waiting} /> : <Waits version={waiting} />}
    </Card>
  )
}

function ProposeForm({ plan }: { readonly plan: PlanDocument }) {
  const { t } = useTranslation('document')
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { note: '' }, draft: 'plan-document:note' })
  const send = form.submit(
    ({ note }) => api.strategy.planDocument.propose({ note }, { context: { version: plan.version } }),
    async ({ number }) => {
      announce(t('proposed', { number }))
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
    },
  )
  return (
    <form onSubmit={send} className={classes.form}>
      <p className="text-2">{t('propose.text')}</p>
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        label={t('propose.note')}
        description={t('propose.note.help')}
        {...form.getInputProps('note')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <AllowedButton action="plans.change" type="submit" why="beside" loading={form.sending}>
        {t('propose')}
      </AllowedButton>
    </form>
  )
}

function DecideForm({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('document')
  const queryClient = useQueryClient()
  const { number } = version
  const [outcome, setOutcome] = useState<'approved' | 'returned'>('approved')
  const form = useProblemForm({ initialValues: { words: '' }, draft: `plan-document:decision:${number}` })
  const send = (chosen: 'approved' | 'returned') => {
    setOutcome(chosen)
    form.submit(
      ({ words }) =>
        api.strategy.planDocument.decide({ number, outcome: chosen, words }, { context: { version: version.version } }),
      async () => {
        announce(t(`decided.${chosen}`, { number }))
        await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
      },
    )()
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send('approved')
      }}
    >
      <p className="text-2">{t('decide.text', { name: version.proposedBy?.name ?? t('version.somebody'), number })}</p>
      {version.note !== '' && <blockquote className={classes.quote}>{version.note}</blockquote>}
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        label={t('decide.words')}
        description={t('decide.words.help')}
        {...form.getInputProps('words')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Group gap={8}>
        <Button type="submit" loading={form.sending && outcome === 'approved'}>
          {t('decide.approve')}
        </Button>
        <Button variant="default" loading={form.sending && outcome === 'returned'} onClick={() => send('returned')}>
          {t('decide.return')}
        </Button>
      </Group>
    </form>
  )
}

function Waits({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('document')
  const me = useMe()
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const { number } = version
  const own = version.proposedBy?.id === me.person.id
  const withdraw = async () => {
    try {
      await api.strategy.planDocument.withdraw({ number }, { context: { version: version.version } })
      announce(t('withdrawn', { number }))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.strategy.planDocument.key() })
    }
  }
  return (
    <div className={classes.form}>
      <p>{t(own ? 'decide.own' : 'decide.waits', { number })}</p>
      {own && (
        <div>
          <Button size="xs" variant="default" onClick={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </div>
  )
}
