import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { announce } from '#web/ui/toast.tsx'
import { keyed } from '#web/ui/keyed.ts'
import { compareLines } from './line-difference.ts'
import type { DifferentLine } from './line-difference.ts'
import type { PieceFields } from './piece-fields.ts'
import type { PieceSaver } from './piece-saver.ts'
import { useSaverState } from './use-piece-saver.ts'
import classes from './conflict-card.module.css'

interface ConflictCardProps {
  readonly saver: PieceSaver
  readonly pieceId: string
}

/** Two people have written the same piece: shows both texts line by line and lets the person decide. Nothing typed is lost. */
export function ConflictCard({ saver, pieceId }: ConflictCardProps) {
  const { t } = useTranslation('content')
  const { mine, status } = useSaverState(saver)
  if (status.kind !== 'conflict') return null
  const { theirs } = status
  const takeTheirs = () => {
    saver.settle(theirs)
    announce(t('conflict.taken'), { undo: () => saver.change(mine) })
  }
  return (
    <section className={classes.card} role="alert" aria-labelledby="conflict-title">
      <div className={classes.head}>
        <h2 id="conflict-title">
          <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
          {t('conflict.title')}
        </h2>
        <Who pieceId={pieceId} />
      </div>
      <p>{t('conflict.text')}</p>
      <BothTexts mine={mine} theirs={theirs} />
      <div className={classes.ways}>
        <Button variant="default" onClick={() => saver.settle(mine)}>
          {t('conflict.mine')}
        </Button>
        <Button variant="default" onClick={takeTheirs}>
          {t('conflict.theirs')}
        </Button>
      </div>
    </section>
  )
}

function Who({ pieceId }: { pieceId: string }) {
  const { t } = useTranslation('content')
  const time = useTime()
  const event = useQuery(
    orpc.governance.events.queryOptions({
      input: { subjectType: 'piece', subjectId: pieceId, limit: 1 },
      staleTime: 0,
    }),
  ).data?.items[0]
  return event === undefined ? null : (
    <span className={classes.who}>{t('conflict.who', { name: event.actor.name, when: time.time(event.at) })}</span>
  )
}

function BothTexts({ mine, theirs }: { mine: PieceFields; theirs: PieceFields }) {
  const { t } = useTranslation('content')
  const whole = ({ title, body }: PieceFields) => `${title}\n\n${body}`
  const lines = compareLines(whole(mine), whole(theirs))
  return (
    <div className={classes.both}>
      <Text title={t('conflict.yours')} lines={lines.mine} />
      <Text title={t('conflict.there')} lines={lines.theirs} />
    </div>
  )
}

function Text({ title, lines }: { title: string; lines: readonly DifferentLine[] }) {
  const { t } = useTranslation('content')
  return (
    // Scrolls, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.text} aria-label={title} tabIndex={0}>
      <h3>{title}</h3>
      {keyed(lines).map(({ key, item: line }) => (
        <p key={key} className={line.own ? classes.own : undefined}>
          {line.own && <span className="visually-hidden">{t('conflict.own')} </span>}
          {line.text || '\u00a0'}
        </p>
      ))}
    </section>
  )
}
