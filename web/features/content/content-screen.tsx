import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconFileText, IconPhoto, IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { CampaignList } from './campaigns/campaign-list.tsx'
import { ContentSheet } from './content-sheet.tsx'
import type { Writing } from './content-sheet.tsx'
import { PicturesTab } from './media/pictures-tab.tsx'
import { PieceList } from './pieces/piece-list.tsx'
import classes from './content.module.css'

const TABS = ['campaigns', 'pieces', 'pictures'] as const
type Tab = (typeof TABS)[number]
const ICONS = { campaigns: IconSpeakerphone, pieces: IconFileText, pictures: IconPhoto } as const

/** What is said and why: campaigns, the pieces in them, and the pictures that go with them. */
export function ContentScreen() {
  const { t } = useTranslation('content')
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/content' })
  const tab: Tab = TABS.find((one) => one === search.tab) ?? 'campaigns'
  // An address with a goal in it comes from there, to plan a campaign for it.
  const [writing, setWriting] = useState<Writing | null>(
    search.goal === undefined ? null : { what: 'new-campaign', goalId: search.goal },
  )
  const open = (next: string | null) =>
    void navigate({ to: '/content', search: { tab: next ?? 'campaigns' }, replace: true })
  const done = () => {
    setWriting(null)
    if (search.goal !== undefined) open(tab)
  }
  return (
    <Page title={t('title')} actions={<Add tab={tab} campaignId={search.campaign} onWrite={setWriting} />}>
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List className={classes.tabs}>
          {TABS.map((one) => {
            const Mark = ICONS[one]
            return (
              <Tabs.Tab key={one} value={one} leftSection={<Mark size={16} stroke={1.5} aria-hidden />}>
                {t(`tab.${one}`)}
              </Tabs.Tab>
            )
          })}
        </Tabs.List>
        <Tabs.Panel value="campaigns">
          <CampaignList onNew={() => setWriting({ what: 'new-campaign' })} />
        </Tabs.Panel>
        <Tabs.Panel value="pieces">
          <PieceList
            campaignId={search.campaign}
            onNew={() => setWriting({ what: 'new-piece', campaignId: search.campaign })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="pictures">
          <PicturesTab />
        </Tabs.Panel>
      </Tabs>
      <ContentSheet writing={writing} onDone={done} />
    </Page>
  )
}

function Add({
  tab,
  campaignId,
  onWrite,
}: {
  tab: Tab
  campaignId: string | undefined
  onWrite: (writing: Writing) => void
}) {
  const { t } = useTranslation('content')
  const plus = <IconPlus size={16} stroke={1.5} aria-hidden />
  if (tab === 'pictures') return null
  if (tab === 'pieces')
    return (
      <AllowedButton action="pieces.change" icon={plus} onClick={() => onWrite({ what: 'new-piece', campaignId })}>
        {t('piece.write')}
      </AllowedButton>
    )
  return (
    <AllowedButton action="campaigns.change" icon={plus} onClick={() => onWrite({ what: 'new-campaign' })}>
      {t('campaign.plan')}
    </AllowedButton>
  )
}
