import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '#contract/actions.ts'
import type { Role } from '#contract/actions.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { CopyField } from '#web/ui/copy-field.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { everyUnit } from './structure-records.ts'
import { UnitSelect } from './units/unit-select.tsx'

interface Invited {
  readonly name: string
  readonly email: string
  readonly link: string
  readonly mailed: boolean
}

interface InviteDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Invites a person; the link that comes back is shown once, to be passed on where no mail is set up. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const { t } = useTranslation('organisation')
  const [invited, setInvited] = useState<Invited | null>(null)
  const close = () => {
    onClose()
    setInvited(null)
  }
  return (
    <Modal opened={opened} onClose={close} title={invited === null ? t('invite.title') : t('invite.done')}>
      {invited === null ? <InviteForm onDone={setInvited} /> : <InvitedNote invited={invited} close={close} />}
    </Modal>
  )
}

function InviteForm({ onDone }: { onDone: (invited: Invited) => void }) {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const queryClient = useQueryClient()
  const role: Role = 'officer'
  const mayPlace = useMay('structure.change').allowed
  const units = useQuery({ ...everyUnit, enabled: mayPlace })
  const form = useProblemForm<{ name: string; email: string; role: Role; unitId: string | null; title: string }>({
    initialValues: { name: '', email: '', role, unitId: null, title: '' },
    draft: 'invitation:new',
  })
  const done = (invited: Invited) => {
    onDone(invited)
    void queryClient.invalidateQueries({ queryKey: orpc.organisation.invitations.key() })
  }
  return (
    <form
      onSubmit={form.submit(({ unitId, title, ...values }) => {
        const places = unitId === null ? {} : { newPosition: { unitId, title } }
        return api.organisation.invite({ ...values, ...places })
      }, done)}
      noValidate
    >
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <TextInput label={t('person.name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
        <TextInput label={session.t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Select
          label={t('person.role')}
          description={t(`role-help.${form.values.role}`)}
          data={ROLES.map((value) => ({ value, label: session.t(`role.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        {mayPlace && (
          <UnitSelect
            clearable
            label={t('invite.unit')}
            description={t('invite.unit.help')}
            units={units.data?.items ?? []}
            {...form.getInputProps('unitId')}
          />
        )}
        {form.values.unitId !== null && (
          <TextInput withAsterisk label={t('invite.position')} maxLength={120} {...form.getInputProps('title')} />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={form.sending}>
            {t('invite.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function InvitedNote({ invited, close }: { invited: Invited; close: () => void }) {
  const { t } = useTranslation('organisation')
  const ui = useTranslation('ui')
  return (
    <Stack gap={16}>
      <Text size="sm">
        {invited.mailed ? t('invite.mailed', { email: invited.email }) : t('invite.not-mailed', { name: invited.name })}
      </Text>
      <CopyField label={t('invite.link')} value={invited.link} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {ui.t('close')}
        </Button>
      </Group>
    </Stack>
  )
}
