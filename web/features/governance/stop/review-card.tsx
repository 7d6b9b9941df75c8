import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCalendarTime, IconSend, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { DecideDialog, type Wish } from './decide-dialog.tsx'
import type { Stop, StopItem } from './records.ts'
import classes from './stop.module.css'

const DECISIONS = [
  ['send-now', 'review.send', IconSend],
  ['move', 'review.move', IconCalendarTime],
  ['drop', 'review.drop', IconX],
] as const

/** What a lifted stop held and nobody has decided on: sent now, moved or dropped, one by one or together. */
export function ReviewCard({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation('stop')
  const items = useQuery({
    queryKey: [...orpc.governance.stops.items.key(), stop.id, 'waiting'],
    queryFn: () => everyPage((page) => api.governance.stops.items({ stopId: stop.id, waiting: 'true', ...page })),
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [wish, setWish] = useState<Wish | null>(null)
  const free = (items.data ?? []).filter((item) => item.coveredBy === null)
  const picked = free.filter((item) => chosen.has(item.id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Card
      title={t('review.of', { scope: stop.scope.name })}
      badge={<Badge tone="warn">{String(stop.waiting)}</Badge>}
      pad={false}
    >
      <div className={classes.bar}>
        <Checkbox
          label={t('review.all')}
          checked={picked.length > 0 && picked.length === free.length}
          indeterminate={picked.length > 0 && picked.length < free.length}
          onChange={({ currentTarget }) => setChosen(new Set(currentTarget.checked ? free.map((item) => item.id) : []))}
        />
        <span className={classes.quiet} role="status">
          {t('review.count', { count: picked.length })}
        </span>
        <div className={classes.acts}>
          {picked.length === 0
            ? DECISIONS.map(([decision, words, Mark]) => (
                <Button
                  key={decision}
                  size="xs"
                  variant="default"
                  disabled
                  leftSection={<Mark size={14} stroke={1.5} aria-hidden />}
                >
                  {t(words)}
                </Button>
              ))
            : DECISIONS.map(([decision, words, Mark]) => (
                <AllowedButton
                  key={decision}
                  action="emergency.lift"
                  size="xs"
                  variant="default"
                  icon={<Mark size={14} stroke={1.5} aria-hidden />}
                  onClick={() => setWish({ stop, decision, items: picked })}
                >
                  {t(words)}
                </AllowedButton>
              ))}
        </div>
      </div>
      <Loaded query={items}>
        {(all) => (
          <ul className={classes.rows}>
            {all.map((item) => (
              <ReviewRow key={item.id} item={item} chosen={chosen.has(item.id)} onToggle={() => toggle(item.id)} />
            ))}
          </ul>
        )}
      </Loaded>
      {wish !== null && (
        <DecideDialog
          wish={wish}
          onClose={() => setWish(null)}
          onDone={() => {
            setWish(null)
            setChosen(new Set())
          }}
        />
      )}
    </Card>
  )
}

function ReviewRow({ item, chosen, onToggle }: { item: StopItem; chosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('stop')
  const time = useTime()
  return (
    <li className={classes.item}>
      <Checkbox
        aria-label={t('review.choose', { title: item.title })}
        checked={chosen && item.coveredBy === null}
        disabled={item.coveredBy !== null}
        onChange={onToggle}
      />
      <div className={classes.words}>
        <RecordLink type="post" id={item.postId} className={classes.title}>
          {item.title}
        </RecordLink>
        <p className={classes.quiet} title={time.instant(item.dueAt)}>
          {[
            item.channel.name,
            ...(item.campaign === null ? [] : [item.campaign.title]),
            t('review.late', { when: time.instant(item.dueAt) }),
          ].join(' · ')}
        </p>
      </div>
      {item.coveredBy !== null && <Badge tone="bad">{t('review.covered', { scope: item.coveredBy.name })}</Badge>}
    </li>
  )
}
