import { Stack } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { InvitationsCard } from './invitations-card.tsx'
import { PeopleCard } from './people-card.tsx'

const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.tsx')).InviteDialog }))

/** Who belongs to the organisation, in which role, and who has been invited. */
export function OrganiseScreen() {
  const { t } = useTranslation('organisation')
  const { organisation } = useMe()
  const mayChange = useMay('people.change').allowed
  const [inviting, setInviting] = useState(false)
  const [asked, setAsked] = useState(false)
  const invite = () => {
    setAsked(true)
    setInviting(true)
  }
  return (
    <Page
      title={t('title')}
      sub={organisation.name}
      actions={
        <AllowedButton
          action="people.change"
          icon={<IconUserPlus size={16} stroke={1.5} aria-hidden />}
          onClick={invite}
        >
          {t('invite')}
        </AllowedButton>
      }
    >
      <Stack gap={16}>
        <PeopleCard />
        {mayChange && <InvitationsCard />}
      </Stack>
      {asked && (
        <Suspense fallback={null}>
          <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
