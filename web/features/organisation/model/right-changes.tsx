import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelPreview, RightChange } from './records.ts'
import classes from './model.module.css'

interface RightChangesProps {
  readonly preview: ModelPreview
  /** How many people are named before the rest is behind a button. */
  readonly first?: number
}

/** Who gains and who loses which right, by name, before it is done. */
export function RightChanges({ preview, first = 5 }: RightChangesProps) {
  const { t } = useTranslation('model')
  if (preview.gains.length === 0 && preview.loses.length === 0)
    return <p className={classes.quiet}>{t('preview.nobody')}</p>
  return (
    <>
      {(['gains', 'loses'] as const).map(
        (side) => preview[side].length > 0 && <Side key={side} side={side} people={preview[side]} first={first} />,
      )}
      {preview.waitingPosts > 0 && (
        <p className={classes.quiet}>{t('preview.waiting', { count: preview.waitingPosts })}</p>
      )}
    </>
  )
}

function Side({ side, people, first }: { side: 'gains' | 'loses'; people: readonly RightChange[]; first: number }) {
  const { t } = useTranslation('model')
  const [all, setAll] = useState(false)
  const Icon = side === 'gains' ? IconArrowUp : IconArrowDown
  return (
    <section className={classes.sideOf} data-side={side}>
      <h3>{t(`preview.${side}`, { count: people.length })}</h3>
      <ul>
        {(all ? people : people.slice(0, first)).map((one) => (
          <li key={one.person.id}>
            <Icon size={16} stroke={1.5} aria-hidden />
            <div>
              <strong>{one.person.name}</strong>
              <Changes change={one} />
            </div>
          </li>
        ))}
      </ul>
      {!all && people.length > first && (
        <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
          {t('preview.more', { count: people.length - first })}
        </Button>
      )}
    </section>
  )
}

/** Rights that come or go in the same places are told in one sentence. */
function Changes({ change }: { change: RightChange }) {
  const { t, i18n } = useTranslation('model')
  const session = useTranslation('session')
  const places = new Map<string, string[]>()
  for (const { action, units, elsewhere } of change.changes) {
    const names = units.map((unit) => unit.name)
    const place = list(elsewhere ? [...names, t('preview.elsewhere')] : names, i18n.language)
    places.set(place, [...(places.get(place) ?? []), session.t(`action.${action}`)])
  }
  return (
    <>
      {[...places].map(([place, actions]) => (
        <p key={place}>{t('preview.change', { actions: list(actions, i18n.language), place })}</p>
      ))}
    </>
  )
}

function list(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)
}
