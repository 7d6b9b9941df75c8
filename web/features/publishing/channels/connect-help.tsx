import { useTranslation } from 'react-i18next'
import type { Platform } from '../records.ts'
import classes from './new-channel.module.css'

/** What connecting needs and where to get it, for each platform we know. */
export function ConnectHelp({ platform, way }: { readonly platform: Platform; readonly way: 'sign-in' | 'token' }) {
  const { t } = useTranslation('publishing')
  if (platform.id === 'newsroom') return <p className={classes.explain}>{t('connect.help.newsroom')}</p>
  if (platform.id === 'bluesky') {
    return (
      <div className={classes.explain}>
        <p>{t('connect.help.bluesky')}</p>
        <ol>
          <li>
            {`${t('connect.help.bluesky.1')} `}
            <a className="link" href="https://bsky.app/settings/app-passwords" target="_blank" rel="noreferrer">
              bsky.app/settings/app-passwords
            </a>
          </li>
          <li>{t('connect.help.bluesky.2')}</li>
          <li>{t('connect.help.bluesky.3')}</li>
        </ol>
      </div>
    )
  }
  if (platform.id === 'mastodon')
    return (
      <p className={classes.explain}>
        {t(way === 'sign-in' ? 'connect.help.mastodon.sign-in' : 'connect.help.mastodon.token')}
      </p>
    )
  return null
}
