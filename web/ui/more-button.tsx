import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
  readonly m?: number
  readonly mt?: number
}

/** Fetches the next page of a list; nothing where there is none. */
export function MoreButton({ query, ...margin }: MoreButtonProps) {
  const { t } = useTranslation('ui')
  if (!query.hasNextPage) return null
  return (
    <Button
      {...margin}
      size="xs"
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('more')}
    </Button>
  )
}
