import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'

type Invitation = InferContractRouterOutputs<Contract>['organisation']['invitations']['items'][number]

/** Invitations that nobody has accepted yet. */
export function InvitationsCard() {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const time = useTime()
  const withdraw = useWithdraw()
  const invitations = useQuery(orpc.organisation.invitations.queryOptions({ input: { limit: 200 } }))
  return (
    <Card title={t('invitations')} pad={false}>
      <Loaded query={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconMail} title={t('invitations.none')} text={t('invitations.none-text')} />
          ) : (
            <DataTable
              caption={t('invitations')}
              rows={items}
              rowKey={(invitation) => invitation.id}
              columns={[
                {
                  key: 'name',
                  head: t('person.name'),
                  cell: ({ name, email }) => (
                    <>
                      <span className="medium">{name}</span> <span className="text-3">{email}</span>
                    </>
                  ),
                },
                { key: 'role', head: t('person.role'), cell: ({ role }) => session.t(`role.${role}`) },
                { key: 'by', head: t('invitation.by'), cell: ({ invitedBy }) => invitedBy.name },
                { key: 'until', head: t('invitation.until'), cell: ({ expiresAt }) => time.date(expiresAt) },
                {
                  key: 'actions',
                  head: '',
                  label: t('person.actions'),
                  number: true,
                  cell: (invitation) => (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('invitation.withdraw-of', { name: invitation.name })}
                      onClick={() => void withdraw(invitation)}
                    >
                      {t('invitation.withdraw')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  )
}

function useWithdraw(): (invitation: Invitation) => Promise<void> {
  const { t } = useTranslation('organisation')
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async (invitation) => {
    const sure = await confirm({
      title: t('invitation.withdraw-title'),
      consequence: t('invitation.withdraw-text', { name: invitation.name }),
      action: t('invitation.withdraw'),
    })
    if (!sure) return
    try {
      await api.organisation.withdrawInvitation({ id: invitation.id })
      announce(t('invitation.withdrawn'))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
    await queryClient.invalidateQueries({ queryKey: orpc.organisation.invitations.key() })
  }
}
