import { Button, Stack } from '@mantine/core'
import { IconFileSpreadsheet, IconUserPlus } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { InvitationsCard } from './invitations-card.tsx'
import { OrganiseTabs } from './organise-tabs.tsx'
import { PeopleCard, type Person } from './people-card.tsx'

const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.tsx')).InviteDialog }))
const ProfileSheet = lazy(async () => ({ default: (await import('./people/profile-sheet.tsx')).ProfileSheet }))
const TransferSheet = lazy(async () => ({ default: (await import('./transfer/transfer-sheet.tsx')).TransferSheet }))

/** Who belongs to the organisation, in which role and position, and who has been invited. */
export function PeopleScreen() {
  const { t } = useTranslation('organisation')
  const { organisation } = useMe()
  const mayChange = useMay('people.change').allowed
  const [inviting, setInviting] = useState(false)
  const [asked, setAsked] = useState(false)
  const [carrying, setCarrying] = useState(false)
  const [person, setPerson] = useState<Person | null>(null)
  const invite = () => {
    setAsked(true)
    setInviting(true)
  }
  return (
    <Page
      title={t('people')}
      sub={organisation.name}
      actions={
        <>
          {mayChange && (
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} stroke={1.5} aria-hidden />}
              onClick={() => setCarrying(true)}
            >
              {t('lists')}
            </Button>
          )}
          <AllowedButton
            action="people.change"
            icon={<IconUserPlus size={16} stroke={1.5} aria-hidden />}
            onClick={invite}
          >
            {t('invite')}
          </AllowedButton>
        </>
      }
    >
      <OrganiseTabs />
      <Stack gap={16}>
        <PeopleCard onChoose={setPerson} />
        {mayChange && <InvitationsCard />}
      </Stack>
      {asked && (
        <Suspense fallback={null}>
          <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
        </Suspense>
      )}
      <SideSheet opened={person !== null} onClose={() => setPerson(null)} title={person?.name ?? ''} size={520}>
        <Suspense fallback={null}>
          {person !== null && <ProfileSheet personId={person.id} onDone={() => setPerson(null)} />}
        </Suspense>
      </SideSheet>
      <SideSheet opened={carrying} onClose={() => setCarrying(false)} title={t('lists')} size={640}>
        <Suspense fallback={null}>{carrying && <TransferSheet />}</Suspense>
      </SideSheet>
    </Page>
  )
}
