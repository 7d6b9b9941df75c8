import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Freshness } from '../figures/freshness.tsx'
import { ShowMore } from '../show-more.tsx'
import { LinksTable } from './links-table.tsx'

/** Every short link, newest first, with people's clicks and robots' visits apart. */
export function LinksTab() {
  const { t } = useTranslation('measurement')
  const query = useInfiniteQuery(
    orpc.measurement.links.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  return (
    <Card title={t('links.title')} end={t('links.note')} pad={false}>
      <Loaded query={query} skeleton={6}>
        {({ pages }) => {
          const links = pages.flatMap((page) => page.items)
          if (links.length === 0) return <NoLinks />
          return (
            <Freshness at={query.dataUpdatedAt}>
              <LinksTable links={links} />
              <ShowMore query={query} />
            </Freshness>
          )
        }}
      </Loaded>
    </Card>
  )
}

function NoLinks() {
  const { t } = useTranslation('measurement')
  return (
    <Empty
      icon={IconLink}
      title={t('links.empty.title')}
      text={t('links.empty.text')}
      action={
        <Button component={Link} to="/content" variant="light">
          {t('links.empty.action')}
        </Button>
      }
    />
  )
}
