import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { ConnectForm } from './channels/connect-form.tsx'
import { PlatformCard } from './channels/platform-card.tsx'
import { everyChannel, everyPlatform } from './queries.ts'
import classes from './channels/new-channel.module.css'

/** Connects a channel in two steps: which platform, and what it needs; or connects an old one again. */
export function NewChannelScreen() {
  const { t } = useTranslation('publishing')
  const search = useSearch({ from: '/shell/calendar/channels/new' })
  const navigate = useNavigate()
  const platforms = useQuery(everyPlatform)
  const channels = useQuery({ ...everyChannel, enabled: search.channel !== undefined })
  const again = channels.data?.find((channel) => channel.id === search.channel)
  const chosen = again?.description ?? platforms.data?.find((platform) => platform.id === search.platform)
  const choose = (platform: string | undefined) =>
    void navigate({ to: '/calendar/channels/new', search: platform === undefined ? {} : { platform } })
  const title =
    again !== undefined
      ? t('connect.again', { name: again.name })
      : chosen === undefined
        ? t('connect.title')
        : t('connect.to', { platform: chosen.name })
  return (
    <Page title={title} {...(chosen === undefined ? { sub: t('connect.sub') } : {})}>
      <p className={classes.back}>
        {chosen === undefined || again !== undefined ? (
          <Link to="/calendar/channels" className="link">
            <IconArrowLeft size={14} stroke={1.5} aria-hidden />
            {t('connect.back')}
          </Link>
        ) : (
          <button type="button" className="link" onClick={() => choose(undefined)}>
            <IconArrowLeft size={14} stroke={1.5} aria-hidden />
            {t('connect.other')}
          </button>
        )}
      </p>
      {chosen !== undefined && <ConnectForm key={again?.id ?? chosen.id} platform={chosen} again={again ?? null} />}
      {chosen === undefined && search.channel === undefined && (
        <Loaded query={platforms} skeleton={6}>
          {(every) => (
            <ul className={classes.cards}>
              {every.map((platform) => (
                <PlatformCard key={platform.id} platform={platform} onChoose={() => choose(platform.id)} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
      {chosen === undefined && search.channel !== undefined && (
        <Loaded query={channels} skeleton={6}>
          {() => <p className="text-2">{t('connect.gone')}</p>}
        </Loaded>
      )}
    </Page>
  )
}
