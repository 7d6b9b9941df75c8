import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
import { CreateKeyDialog } from './create-key-dialog.tsx'

type ApiKey = InferContractRouterOutputs<Contract>['organisation']['apiKeys']['items'][number]

/** Keys with which programs work in the organisation's name. */
export function ApiKeysSection() {
  const { t } = useTranslation('organisation')
  const [creating, setCreating] = useState(false)
  const keys = useQuery(orpc.organisation.apiKeys.queryOptions({ input: { limit: 200 } }))
  const create = (
    <Button size="xs" variant="light" onClick={() => setCreating(true)}>
      {t('keys.create')}
    </Button>
  )
  return (
    <Card title={t('settings.api-keys')} pad={false} end={create}>
      <Loaded query={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={IconKey}
              title={t('keys.none')}
              text={t('keys.none-text')}
              example={t('keys.example')}
              action={create}
            />
          ) : (
            <KeyTable keys={items} />
          )
        }
      </Loaded>
      <CreateKeyDialog opened={creating} onClose={() => setCreating(false)} />
    </Card>
  )
}

function KeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const { t } = useTranslation('organisation')
  const time = useTime()
  const revoke = useRevoke()
  return (
    <DataTable
      caption={t('settings.api-keys')}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        {
          key: 'name',
          head: t('keys.name'),
          cell: (key) => (
            <>
              <span className="medium">{key.name}</span> <code className="text-3">{key.hint}</code>
            </>
          ),
        },
        { key: 'scopes', head: t('keys.scopes'), cell: (key) => t('keys.scope-count', { count: key.scopes.length }) },
        {
          key: 'used',
          head: t('keys.used'),
          cell: (key) => (key.lastUsedAt === null ? t('person.never') : time.relative(key.lastUsedAt)),
        },
        {
          key: 'until',
          head: t('keys.until'),
          cell: (key) => (key.expiresAt === null ? t('keys.forever') : time.date(key.expiresAt)),
        },
        {
          key: 'actions',
          head: '',
          label: t('person.actions'),
          number: true,
          cell: (key) => (
            <Button
              size="xs"
              variant="default"
              aria-label={t('keys.revoke-of', { name: key.name })}
              onClick={() => void revoke(key)}
            >
              {t('keys.revoke')}
            </Button>
          ),
        },
      ]}
    />
  )
}

function useRevoke(): (key: ApiKey) => Promise<void> {
  const { t } = useTranslation('organisation')
  const queryClient = useQueryClient()
  const confirm = useConfirm()
  const sentence = useProblemText()
  return async (key) => {
    if (
      !(await confirm({
        title: t('keys.revoke-title', { name: key.name }),
        consequence: t('keys.revoke-text'),
        action: t('keys.revoke'),
      }))
    )
      return
    try {
      await api.organisation.revokeApiKey({ id: key.id })
      announce(t('keys.revoked'))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
    await queryClient.invalidateQueries({ queryKey: orpc.organisation.apiKeys.key() })
  }
}
