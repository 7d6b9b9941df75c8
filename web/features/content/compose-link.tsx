import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'

interface ComposeLinkProps {
  readonly pieceId?: string
  readonly campaignId?: string
  readonly variant?: 'filled' | 'default' | 'light'
  readonly size?: 'xs' | 'sm'
  /** Called before the page is left. */
  readonly onLeave?: () => void
}

/** The way to the composer, with what is to be said and for which campaign. */
export function ComposeLink({ pieceId, campaignId, variant = 'filled', size = 'sm', onLeave }: ComposeLinkProps) {
  const { t } = useTranslation('content')
  const may = useMay('posts.change')
  const look = {
    variant,
    size,
    leftSection: <IconCalendarPlus size={size === 'xs' ? 14 : 16} stroke={1.5} aria-hidden />,
  }
  const words = pieceId === undefined ? t('compose.post') : t('compose.piece')
  if (!may.allowed)
    return (
      <AllowedButton action="posts.change" size={size}>
        {words}
      </AllowedButton>
    )
  const search = { ...(pieceId === undefined ? {} : { pieceId }), ...(campaignId === undefined ? {} : { campaignId }) }
  return (
    <Button {...look} renderRoot={(root) => <Link {...root} to="/posts/new" search={search} onClick={onLeave} />}>
      {words}
    </Button>
  )
}
