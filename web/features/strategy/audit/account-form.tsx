import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PLATFORMS, ACCOUNT_STATES } from '#contract/audit-records.ts'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useUnits } from '#web/ui/use-units.ts'
import { only, useVersions } from '#web/ui/versions.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { accountRequest, accountValues, emptyAccount } from './account-values.ts'
import type { AccountValues } from './account-values.ts'
import { everyCompetitor } from './records.ts'
import type { Account } from './records.ts'

interface NewAccountProps {
  readonly competitorId?: string | undefined
  readonly onDone: () => void
}

/** The form that puts an account on the list. */
export function NewAccount({ competitorId, onDone }: NewAccountProps) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: emptyAccount(competitorId ?? null),
    draft: `account:new:${competitorId ?? ''}`,
  })
  const send = form.submit(
    (values) => api.strategy.audit.createAccount(accountRequest(values)),
    async (account) => {
      onDone()
      announce(t('account.created', { handle: account.handle }))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <AccountFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <Foot onDone={onDone} sending={form.sending} />
    </form>
  )
}

/** The form that changes an account. Two people who save the same one are told; nothing typed is lost. */
export function EditAccount({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const versions = useVersions({
    seen: account,
    read: () => api.strategy.audit.account({ id: account.id }),
    valuesOf: accountValues,
  })
  const form = useProblemForm({
    initialValues: accountValues(account),
    draft: `account:${account.id}:${account.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.audit.changeAccount(
          { ...only(accountRequest(values), names), id: account.id },
          { context: { version } },
        ),
      ),
    async () => {
      onDone()
      announce(t('account.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const told = [
    ['handle', t('column.handle')],
    ['url', t('column.url')],
    ['name', t('column.name')],
    ['holderWords', t('field.holder-words')],
    ['notes', t('column.notes')],
  ] as const
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <AccountFields form={form} holder={account.holder} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          told
            .filter(([name]) => conflict.names.includes(name))
            .map(([name, label]) => ({ label, mine: conflict.mine[name], theirs: conflict.theirs[name] }))
        }
        save={send}
      />
      <Foot onDone={onDone} sending={form.sending} />
    </form>
  )
}

function Foot({ onDone, sending }: { onDone: () => void; sending: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <SheetFoot>
      <Button variant="default" onClick={onDone}>
        {t('cancel')}
      </Button>
      <AllowedButton action="goals.change" type="submit" loading={sending}>
        {t('save')}
      </AllowedButton>
    </SheetFoot>
  )
}

function AccountFields({ form, holder = null }: { form: ProblemForm<AccountValues>; holder?: Account['holder'] }) {
  const { t } = useTranslation('accounts')
  const units = useUnits()
  const competitors = useQuery(everyCompetitor).data ?? []
  const ours = form.values.competitorId === null
  return (
    <>
      <Select
        label={t('column.platform')}
        allowDeselect={false}
        data={ACCOUNT_PLATFORMS.map((value) => ({ value, label: t(`platform.${value}`) }))}
        {...form.getInputProps('platform')}
      />
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={300}
        label={t('column.handle')}
        description={t('field.handle.help')}
        {...form.getInputProps('handle')}
      />
      <TextInput
        maxLength={500}
        type="url"
        label={t('column.url')}
        description={t('field.url.help')}
        {...form.getInputProps('url')}
      />
      <TextInput maxLength={200} label={t('column.name')} {...form.getInputProps('name')} />
      <Select
        label={t('column.competitor')}
        description={t('field.competitor.help')}
        placeholder={t('account.ours')}
        data={competitors.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('account.ours') }}
        {...form.getInputProps('competitorId')}
      />
      {ours && (
        <>
          <Select
            label={t('column.state')}
            description={t(`state.${form.values.state}.help`)}
            allowDeselect={false}
            data={ACCOUNT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            {...form.getInputProps('state')}
          />
          <PersonSelect label={t('field.holder')} known={holder} {...form.getInputProps('holderId')} />
          <TextInput
            maxLength={200}
            label={t('field.holder-words')}
            description={t('field.holder-words.help')}
            {...form.getInputProps('holderWords')}
          />
          <Select
            label={t('column.unit')}
            placeholder={t('field.none')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('field.none') }}
            {...form.getInputProps('unitId')}
          />
        </>
      )}
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        label={t('column.notes')}
        {...form.getInputProps('notes')}
      />
    </>
  )
}
