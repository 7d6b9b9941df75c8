import { Button, Select } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from '../content.module.css'
import { everyCampaign } from '../records.ts'
import type { Piece } from '../records.ts'

interface PieceListProps {
  /** Only those of one campaign. */
  readonly campaignId: string | undefined
  readonly onNew: () => void
}

/** Pieces, newest first, of all campaigns or of one. */
export function PieceList({ campaignId, onNew }: PieceListProps) {
  const { t } = useTranslation(['content', 'ui'])
  const navigate = useNavigate()
  const campaigns = useQuery(everyCampaign).data ?? []
  const columns = useColumns()
  const query = useInfiniteQuery(
    orpc.content.pieces.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(campaignId === undefined ? {} : { campaignId }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const filter = (id: string | null) =>
    void navigate({
      to: '/content',
      search: { tab: 'pieces', ...(id === null ? {} : { campaign: id }) },
      replace: true,
    })
  return (
    <Card pad={false}>
      {(campaigns.length > 0 || campaignId !== undefined) && (
        <div className={classes.filter}>
          <Select
            aria-label={t('pieces.filter')}
            placeholder={t('pieces.all')}
            size="xs"
            w={280}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('pieces.all') }}
            nothingFoundMessage={t('campaign.none-found')}
            data={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
            value={campaignId ?? null}
            onChange={filter}
          />
        </div>
      )}
      <Loaded query={query} skeleton={5}>
        {({ pages }) => {
          const pieces = pages.flatMap((page) => page.items)
          if (pieces.length > 0)
            return <DataTable caption={t('tab.pieces')} columns={columns} rows={pieces} rowKey={(piece) => piece.id} />
          return (
            <Empty
              icon={IconFileText}
              title={t('pieces.empty')}
              text={t('pieces.empty.text')}
              example={t('pieces.empty.example')}
              action={
                <AllowedButton action="pieces.change" why="beside" variant="light" onClick={onNew}>
                  {t('pieces.empty.action')}
                </AllowedButton>
              }
            />
          )
        }}
      </Loaded>
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('ui:more')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function useColumns(): readonly Column<Piece>[] {
  const { t } = useTranslation('content')
  const time = useTime()
  const number = useNumber()
  return [
    {
      key: 'title',
      head: t('piece'),
      cell: (piece) => (
        <RecordLink type="piece" id={piece.id} className="medium" title={piece.title}>
          {piece.title}
        </RecordLink>
      ),
    },
    {
      key: 'campaign',
      head: t('campaign'),
      cell: (piece) =>
        piece.campaign === null ? (
          <span className={classes.gap}>
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            {t('piece.no-campaign')}
          </span>
        ) : (
          <RecordLink type="campaign" id={piece.campaign.id} title={piece.campaign.title}>
            {piece.campaign.title}
          </RecordLink>
        ),
    },
    { key: 'by', head: t('piece.by'), cell: (piece) => piece.createdBy?.name ?? '–' },
    { key: 'variants', head: t('piece.variants'), number: true, cell: (piece) => number.count(piece.variants) },
    {
      key: 'changed',
      head: t('piece.changed'),
      number: true,
      cell: (piece) => (
        <time dateTime={piece.changedAt} title={time.instant(piece.changedAt)}>
          {time.relative(piece.changedAt)}
        </time>
      ),
    },
  ]
}
