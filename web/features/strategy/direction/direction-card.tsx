import { useQuery } from '@tanstack/react-query'
import { IconCompass, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import type { Direction } from '../records.ts'
import { DirectionForm } from './direction-form.tsx'
import { DIRECTION_PARTS } from './direction-parts.ts'
import classes from './direction.module.css'

/** Vision, mission and values: what everything below is for. Edited where they stand. */
export function DirectionCard() {
  const { t } = useTranslation('strategy')
  const [editing, setEditing] = useState(false)
  const query = useQuery(orpc.strategy.direction.queryOptions())
  const written = query.data !== undefined && DIRECTION_PARTS.some((part) => query.data[part] !== '')
  return (
    <Card
      title={t('direction.title')}
      end={written && !editing && <DirectionEnd direction={query.data} onEdit={() => setEditing(true)} />}
    >
      <Loaded query={query} skeleton={2}>
        {(direction) => {
          if (editing) return <DirectionForm direction={direction} onDone={() => setEditing(false)} />
          if (written) return <DirectionText direction={direction} />
          return (
            <Empty
              icon={IconCompass}
              title={t('direction.empty')}
              text={t('direction.empty.text')}
              example={t('direction.empty.example')}
              action={
                <AllowedButton action="objectives.change" why="beside" variant="light" onClick={() => setEditing(true)}>
                  {t('direction.write')}
                </AllowedButton>
              }
            />
          )
        }}
      </Loaded>
    </Card>
  )
}

function DirectionEnd({ direction, onEdit }: { direction: Direction; onEdit: () => void }) {
  const { t } = useTranslation('strategy')
  const time = useTime()
  return (
    <>
      {direction.changedAt !== null && (
        <span className={classes.changed}>
          {direction.changedBy === null
            ? t('direction.changed', { when: time.date(direction.changedAt) })
            : t('direction.changed-by', { when: time.date(direction.changedAt), who: direction.changedBy.name })}
        </span>
      )}
      <AllowedButton
        action="objectives.change"
        size="xs"
        variant="default"
        icon={<IconPencil size={14} stroke={1.5} aria-hidden />}
        onClick={onEdit}
      >
        {t('edit')}
      </AllowedButton>
    </>
  )
}

function DirectionText({ direction }: { direction: Direction }) {
  const { t } = useTranslation('strategy')
  return (
    <div className={classes.parts}>
      {DIRECTION_PARTS.map((part) => (
        <div key={part}>
          <h3 className={classes.label}>
            {t(`direction.${part}`)}
            <span className={classes.explained}>{t(`direction.${part}.explained`)}</span>
          </h3>
          <p className={direction[part] === '' ? classes.missing : classes.text}>
            {direction[part] || t(`direction.${part}.missing`)}
          </p>
        </div>
      ))}
    </div>
  )
}
