import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#locales/index.ts'
import { api } from '#web/kernel/client.ts'
import { changeLanguage } from '#web/kernel/language.ts'
import { meQuery, useMe } from '#web/kernel/session.tsx'
import type { Me } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { ZoneSelect } from '#web/ui/zone-select.tsx'

/** One's name, language and zone: what everybody decides for themselves. */
export function ProfileSection() {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const ui = useTranslation('ui')
  const queryClient = useQueryClient()
  const me = useMe()
  const form = useProblemForm({
    initialValues: { name: me.person.name, language: me.language, timeZone: me.timeZone },
    draft: 'profile',
  })
  const done = async (after: Me) => {
    queryClient.setQueryData(meQuery.queryKey, after)
    form.setInitialValues({ name: after.person.name, language: after.language, timeZone: after.timeZone })
    await changeLanguage(session.i18n, after.language)
    announce(session.i18n.t('organisation:profile.saved'))
  }
  return (
    <Card title={t('settings.profile')}>
      <form onSubmit={form.submit((values) => api.session.change(values), done)} noValidate>
        <Stack gap={16}>
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
          <TextInput label={session.t('name')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label={session.t('email')}
            value={me.person.email}
            readOnly
            description={t('profile.email-hint')}
          />
          <Select
            label={t('profile.language')}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
          <ZoneSelect
            label={session.t('time-zone')}
            description={t('profile.time-zone-hint')}
            field={form.getInputProps('timeZone')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={form.sending}>
              {ui.t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
