import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconFileText, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { ComposeLink } from '../compose-link.tsx'
import classes from '../content.module.css'

/** The pieces of a campaign, each with the way to put it on channels. */
export function CampaignPieces({ campaignId, onWrite }: { readonly campaignId: string; readonly onWrite: () => void }) {
  const { t } = useTranslation(['content', 'ui'])
  const time = useTime()
  const query = useInfiniteQuery(
    orpc.content.pieces.infiniteOptions({
      input: (cursor: string | undefined) => ({ campaignId, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const pieces = query.data?.pages.flatMap((page) => page.items) ?? []
  const write = (
    <AllowedButton
      action="pieces.change"
      size="xs"
      variant="default"
      icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
      onClick={onWrite}
    >
      {t('piece.write')}
    </AllowedButton>
  )
  return (
    <Card title={t('tab.pieces')} end={pieces.length > 0 && write}>
      <Loaded query={query}>
        {() =>
          pieces.length === 0 ? (
            <Empty
              icon={IconFileText}
              title={t('campaign.no-piece')}
              text={t('campaign.no-piece.text')}
              example={t('pieces.empty.example')}
              action={write}
            />
          ) : (
            <ul className={classes.rows}>
              {pieces.map((piece) => (
                <li key={piece.id}>
                  <span className={classes.what}>
                    <RecordLink type="piece" id={piece.id} className="medium" title={piece.title}>
                      {piece.title}
                    </RecordLink>
                    <span className={classes.quiet}>
                      {t('piece.line', { variants: piece.variants, when: time.relative(piece.changedAt) })}
                    </span>
                  </span>
                  <ComposeLink pieceId={piece.id} campaignId={campaignId} variant="default" size="xs" />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <Button
          mt={12}
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </Card>
  )
}
