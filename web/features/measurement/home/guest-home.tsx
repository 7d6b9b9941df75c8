import { Button, Group } from '@mantine/core'
import { IconBriefcase } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HoldingRule } from '#contract/actions.ts'
import { useMay } from '#web/kernel/session.tsx'
import type { Me } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Page } from '#web/ui/page.tsx'

const OF_GUESTS: readonly HoldingRule[] = ['right.agency-limit', 'right.agency-ended', 'right.agency-without-owner']

/** What an agency's limits keep from somebody who may not see results; null for everybody else. */
export function limitOf(me: Me): Me['held'][number] | null {
  return me.held.find(({ action, code }) => action === 'measurement.read' && OF_GUESTS.includes(code)) ?? null
}

/** Whether somebody works here for an agency, with or without results. */
export function isGuest(me: Me): boolean {
  return me.held.some(({ code }) => OF_GUESTS.includes(code))
}

/** The home of a guest who was given no results: for whom they work here, how long, and the ways to what they were given. */
export function GuestHome({ limit: { code, params } }: { readonly limit: Me['held'][number] }) {
  const { t } = useTranslation('measurement')
  const { because } = useMay('measurement.read')
  const time = useTime()
  const works = code === 'right.agency-limit'
  const agency = params['agency'] ?? ''
  const text = works ? t('guest.text', { day: time.day(params['endsOn'] ?? '') }) : because
  return (
    <Page title={t('home.title')}>
      <Card>
        <Empty
          icon={IconBriefcase}
          title={t('guest.title', { agency })}
          text={text}
          action={
            works && (
              <Group gap={8} justify="center">
                <Button component={Link} to="/content">
                  {t('guest.content')}
                </Button>
                <Button component={Link} to="/calendar" variant="default">
                  {t('guest.calendar')}
                </Button>
              </Group>
            )
          }
        />
      </Card>
    </Page>
  )
}
