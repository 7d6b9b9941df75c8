import { Group, Select, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { LANGUAGES } from '#locales/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { meQuery, useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { ZoneSelect } from '#web/ui/zone-select.tsx'

type Organisation = InferContractRouterOutputs<Contract>['organisation']['read']

/** The organisation's name, address, zone, language and currency. */
export function OrganisationSection() {
  const { t } = useTranslation('organisation')
  const organisation = useQuery(orpc.organisation.read.queryOptions())
  return (
    <Card title={t('settings.organisation')}>
      <Loaded query={organisation}>{(data) => <OrganisationForm key={data.version} organisation={data} />}</Loaded>
    </Card>
  )
}

function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const ui = useTranslation('ui')
  const queryClient = useQueryClient()
  const readOnly = !useMay('organisation.change').allowed
  const { name, slug, language, timeZone, currency, version } = organisation
  const form = useProblemForm({
    initialValues: { name, slug, language, timeZone, currency },
    draft: `organisation:${organisation.id}`,
  })
  const done = (after: Organisation) => {
    queryClient.setQueryData(orpc.organisation.read.queryKey(), after)
    void queryClient.refetchQueries({ queryKey: meQuery.queryKey })
    announce(t('organisation.saved'))
  }
  return (
    <form
      onSubmit={form.submit((values) => api.organisation.change(values, { context: { version } }), done)}
      noValidate
    >
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <TextInput label={t('organisation.name')} readOnly={readOnly} {...form.getInputProps('name')} />
        <TextInput
          label={t('organisation.slug')}
          description={t('organisation.slug-hint')}
          readOnly={readOnly}
          {...form.getInputProps('slug')}
        />
        <ZoneSelect
          label={session.t('time-zone')}
          description={session.t('found.time-zone-hint')}
          field={form.getInputProps('timeZone')}
        />
        <Select
          label={t('organisation.language')}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          readOnly={readOnly}
          {...form.getInputProps('language')}
        />
        <CurrencySelect label={t('organisation.currency')} field={form.getInputProps('currency')} />
        <Group justify="flex-end">
          <AllowedButton action="organisation.change" type="submit" why="beside" loading={form.sending}>
            {ui.t('save')}
          </AllowedButton>
        </Group>
      </Stack>
    </form>
  )
}

function CurrencySelect({ label, field }: { label: string; field: object }) {
  const { t, i18n } = useTranslation('organisation')
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'currency' })
    return Intl.supportedValuesOf('currency').map((code) => ({
      value: code,
      label: `${code} – ${names.of(code) ?? code}`,
    }))
  }, [i18n.language])
  return (
    <Select
      label={label}
      description={t('organisation.currency-hint')}
      data={data}
      searchable
      allowDeselect={false}
      limit={100}
      {...field}
    />
  )
}
