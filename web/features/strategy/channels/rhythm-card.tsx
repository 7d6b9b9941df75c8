import { ActionIcon } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconChevronLeft, IconChevronRight, IconMetronome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_PLATFORMS } from '#contract/audit-records.ts'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { mondayOf } from './monday.ts'
import type { Rhythm } from './records.ts'
import { RhythmCell } from './rhythm-cell.tsx'
import classes from './channels.module.css'

const WEEKS = 8
/** How many of them lie before this week. */
const BEFORE = 3

/** Target against planned and published posts of each platform, week by week; below it the share of whoever answers for a target. */
export function RhythmCard() {
  const { t } = useTranslation('choice')
  const time = useTime()
  const search = useSearch({ from: '/shell/strategy/channels' })
  const navigate = useNavigate()
  const usual = mondayOf(time.today(), -BEFORE)
  const from = search.from !== undefined && /^\d{4}-\d\d-\d\d$/.test(search.from) ? search.from : usual
  const query = useQuery(
    orpc.strategy.channelChoice.rhythm.queryOptions({
      input: { from, weeks: WEEKS },
      placeholderData: keepPreviousData,
    }),
  )
  const move = (weeks: number) =>
    void navigate({
      to: '/strategy/channels',
      search: { from: mondayOf(from, weeks) },
      replace: true,
      resetScroll: false,
    })
  const ways = (
    <>
      <ActionIcon variant="default" aria-label={t('rhythm.earlier')} onClick={() => move(-4)}>
        <IconChevronLeft size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('rhythm.later')} onClick={() => move(4)}>
        <IconChevronRight size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </>
  )
  return (
    <Card title={t('rhythm')} end={ways} pad={false}>
      <Loaded query={query}>
        {({ platforms }) =>
          platforms.length === 0 ? (
            <Empty icon={IconMetronome} title={t('rhythm.empty')} text={t('rhythm.empty.text')} />
          ) : (
            <RhythmTable platforms={platforms} />
          )
        }
      </Loaded>
    </Card>
  )
}

function RhythmTable({ platforms }: { platforms: readonly Rhythm[] }) {
  const { t } = useTranslation(['choice', 'accounts'])
  const time = useTime()
  const weeks = platforms[0]?.weeks ?? []
  const nameOf = (platform: string) => {
    const known = ACCOUNT_PLATFORMS.find((one) => one === platform)
    return known === undefined ? platform : t(`accounts:platform.${known}`)
  }
  return (
    <div className={classes.scroll}>
      <table className={classes.rhythm}>
        <caption className="visually-hidden">{t('rhythm.help')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.platform')}</th>
            {weeks.map(({ week, startsOn, when }) => (
              <th key={week} scope="col" className={when === 'now' ? classes.now : undefined}>
                {t('rhythm.week.short', { week: Number(week.slice(-2)) })}
                <br />
                {when === 'now' ? t('rhythm.now') : time.day(startsOn, { short: true })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {platforms.flatMap(({ platform, weeks: counted, people, channels }) => [
            <tr key={platform}>
              <th scope="row">
                {nameOf(platform)}
                {channels === 0 && <div className={classes.quiet}>{t('rhythm.no-channel')}</div>}
              </th>
              {counted.map((share) => (
                <td key={share.week}>
                  <RhythmCell share={share} when={share.when} />
                </td>
              ))}
            </tr>,
            ...people.map(({ person, weeks: own }) => (
              <tr key={`${platform} ${person.id}`} className={classes.person}>
                <th scope="row">{person.name}</th>
                {own.map((share, place) => (
                  <td key={weeks[place]?.week ?? place}>
                    <RhythmCell share={share} when={weeks[place]?.when ?? 'now'} />
                  </td>
                ))}
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </div>
  )
}
