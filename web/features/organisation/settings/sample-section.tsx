import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asProblem, orpc } from '#web/kernel/client.ts'
import { meQuery, useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { useSwitchOrganisation } from '#web/ui/use-switch-organisation.ts'

/** The made-up company with half a year of work, to try things without harm. */
export function SampleSection() {
  const { t } = useTranslation('organisation')
  const me = useMe()
  const elsewhere = me.organisations.find(
    (organisation) => organisation.sample && organisation.id !== me.organisation.id,
  )
  const exists = me.organisation.sample || elsewhere !== undefined
  const open = useSwitchOrganisation()
  const { make, remove, busy, error } = useSample()
  return (
    <Card title={t('sample.title')}>
      <Text size="sm" c="var(--text-2)" mb={16}>
        {me.organisation.sample ? t('sample.here') : exists ? t('sample.there') : t('sample.text')}
      </Text>
      {error !== null && <ProblemNotice problem={asProblem(error)} />}
      <Text size="sm" c="var(--text-2)" role="status">
        {busy ? t('sample.working') : ''}
      </Text>
      <Group gap={8} mt={8}>
        {!exists && (
          <Button loading={busy} onClick={make}>
            {t('sample.make')}
          </Button>
        )}
        {elsewhere !== undefined && (
          <Button disabled={busy} onClick={() => open(elsewhere.id)}>
            {t('sample.open')}
          </Button>
        )}
        {exists && (
          <Button variant="default" loading={busy} onClick={() => void remove()}>
            {t('sample.remove')}
          </Button>
        )}
      </Group>
    </Card>
  )
}

function useSample() {
  const { t } = useTranslation('organisation')
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const refresh = async () => {
    await queryClient.refetchQueries({ queryKey: meQuery.queryKey })
    await queryClient.invalidateQueries()
  }
  const making = useMutation(
    orpc.sample.create.mutationOptions({
      onSuccess: async () => {
        await refresh()
        announce(t('sample.made'))
      },
    }),
  )
  const removing = useMutation(
    orpc.sample.remove.mutationOptions({
      onSuccess: async () => {
        await refresh()
        announce(t('sample.removed'))
      },
    }),
  )
  return {
    busy: making.isPending || removing.isPending,
    error: making.error ?? removing.error,
    make: () => making.mutate(undefined),
    remove: async () => {
      if (
        await confirm({
          title: t('sample.remove-title'),
          consequence: t('sample.remove-text'),
          action: t('sample.remove'),
        })
      )
        removing.mutate(undefined)
    },
  }
}
