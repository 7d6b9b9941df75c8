import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useMe } from '#web/kernel/session.tsx'
import { addDays } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import classes from '../strategy.module.css'
import own from './audiences.module.css'
import { usePlatformNames } from './platform-names.ts'
import type { Audience } from './records.ts'
import { useLanguageNames } from './use-language-names.ts'

/** Needs and objections, in the words in which they were heard. */
export function LinesCard({ title, lines, none }: { title: string; lines: readonly string[]; none: string }) {
  return (
    <Card title={title}>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{none}</p>
      ) : (
        <ul className={own.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Who they are: ages and lives, languages, regions. */
export function FactsCard({ audience }: { readonly audience: Audience }) {
  const { t } = useTranslation('audiences')
  const { nameOf } = useLanguageNames()
  const { demographics, languages, units } = audience
  return (
    <Card title={t('facts.title')}>
      <p className={demographics === '' ? classes.quiet : classes.prose}>{demographics || t('facts.none')}</p>
      <dl className={classes.facts} style={{ marginTop: 12 }}>
        <dt>{t('field.languages')}</dt>
        <dd>{languages.length === 0 ? '–' : languages.map(nameOf).join(', ')}</dd>
        <dt>{t('field.units')}</dt>
        <dd>{units.length === 0 ? '–' : units.map(({ name }) => name).join(', ')}</dd>
      </dl>
    </Card>
  )
}

/** The platforms where they gather, where they are most of the time first. */
export function PlacesCard({ places }: Pick<Audience, 'places'>) {
  const { t } = useTranslation('audiences')
  const { nameOf } = usePlatformNames()
  const order = { main: 0, often: 1, sometimes: 2 }
  return (
    <Card title={t('field.places')}>
      {places.length === 0 ? (
        <p className={classes.quiet}>{t('places.none')}</p>
      ) : (
        <ul className={classes.rows}>
          {places
            .toSorted((one, other) => order[one.strength] - order[other.strength])
            .map(({ platform, strength, note }) => (
              <li key={`${platform} ${strength} ${note}`}>
                <span className={classes.end}>
                  <span className="medium">{nameOf(platform)}</span>
                  <Badge tone={strength === 'main' ? 'accent' : 'line'}>{t(`strength.${strength}`)}</Badge>
                </span>
                {note !== '' && <span className={classes.quiet}>{note}</span>}
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}

/** After so long, what was found out may no longer hold. */
const OLD_DAYS = 365

/** What the knowledge rests on, newest first, and which of it has grown old. */
export function SourcesCard({ sources }: Pick<Audience, 'sources'>) {
  const { t } = useTranslation('audiences')
  const time = useTime()
  const old = addDays(time.today(), -OLD_DAYS)
  return (
    <Card title={t('field.sources')}>
      {sources.length === 0 ? (
        <p className={classes.quiet}>{t('sources.none')}</p>
      ) : (
        <ul className={classes.rows}>
          {sources
            .toSorted((one, other) => other.foundOn.localeCompare(one.foundOn))
            .map(({ title, url, foundOn, note }) => (
              <li key={`${title} ${foundOn} ${url} ${note}`}>
                <span className={classes.end}>
                  {url === null ? (
                    <span className="medium">{title}</span>
                  ) : (
                    <a href={url} className="link" target="_blank" rel="noreferrer">
                      {title} <IconExternalLink size={14} stroke={1.5} aria-hidden />
                    </a>
                  )}
                  {foundOn < old && <Badge tone="warn">{t('sources.old')}</Badge>}
                </span>
                <span className={classes.quiet}>{time.day(foundOn)}</span>
                {note !== '' && <span className="small">{note}</span>}
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}

/** The campaigns that name an audience. */
export function CampaignsCard({ id }: Pick<Audience, 'id'>) {
  const { t } = useTranslation('audiences')
  const time = useTime()
  const may = useMe().actions.includes('content.read')
  const query = useQuery({
    queryKey: [...orpc.content.campaigns.key(), 'every-of-audience', id],
    queryFn: () => everyPage((page) => api.content.campaigns({ ...page, audienceId: id })),
    enabled: may,
  })
  if (!may) return null
  return (
    <Card title={t('campaigns.title')}>
      <Loaded query={query}>
        {(campaigns) =>
          campaigns.length === 0 ? (
            <p className={classes.quiet}>{t('campaigns.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {campaigns.map(({ id: campaignId, title, startsOn, endsOn }) => (
                <li key={campaignId}>
                  <RecordLink type="campaign" id={campaignId} className="link">
                    {title}
                  </RecordLink>
                  <span className={classes.quiet}>{time.days(startsOn, endsOn)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
