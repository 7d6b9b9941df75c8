import { Button, Group, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery, useMe } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { SecondFactorDialog } from './second-factor-dialog.tsx'
import type { SecondFactorTask } from './second-factor-dialog.tsx'

/** The second factor: a code from an authenticator app beside the password. */
export function SecondFactorSection() {
  const { t } = useTranslation('organisation')
  const { twoFactor } = useMe()
  const queryClient = useQueryClient()
  const [task, setTask] = useState<SecondFactorTask | null>(null)
  const close = () => {
    setTask(null)
    void queryClient.refetchQueries({ queryKey: meQuery.queryKey })
  }
  return (
    <Card
      title={t('second.title')}
      badge={
        twoFactor && (
          <Badge tone="good" icon={IconShieldCheck}>
            {t('person.second-factor.on')}
          </Badge>
        )
      }
    >
      <Text size="sm" c="var(--text-2)" mb={16}>
        {twoFactor ? t('second.on-text') : t('second.off-text')}
      </Text>
      <Group gap={8}>
        {!twoFactor && <Button onClick={() => setTask('set-up')}>{t('second.set-up')}</Button>}
        {twoFactor && (
          <Button variant="default" onClick={() => setTask('new-codes')}>
            {t('second.new-codes')}
          </Button>
        )}
        {twoFactor && (
          <Button variant="default" onClick={() => setTask('remove')}>
            {t('second.remove')}
          </Button>
        )}
      </Group>
      <SecondFactorDialog task={task} onClose={close} />
    </Card>
  )
}
