import { Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconListCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from '../governance.module.css'
import { everyPack, refreshRules } from './rule-records.ts'
import type { PackSummary } from './rule-records.ts'
import { useCountryNames } from './use-country-names.ts'

/** The packs in use, each with its switch. */
export function PackList() {
  const { t } = useTranslation('rules')
  const packs = useQuery(everyPack)
  return (
    <Card title={t('packs')} pad={false}>
      <Loaded query={packs} skeleton={4}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              icon={IconListCheck}
              title={t('packs.empty')}
              text={t('packs.empty.text')}
              example={t('packs.empty.example')}
            />
          ) : (
            <ul className={classes.rows}>
              {items.map((pack) => (
                <PackRow key={pack.id} pack={pack} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function PackRow({ pack }: { pack: PackSummary }) {
  const { t } = useTranslation('rules')
  const turn = useTurnPack(pack)
  const countries = useCountryNames()
  const may = useMay('rules.change')
  const where = [...pack.countries.map(countries), ...pack.units.map(({ name }) => name)].join(', ')
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/govern/rules/$id" params={{ id: pack.id }} className={classes.title}>
          {pack.title}
        </Link>
        <p className={classes.clamp}>{pack.description}</p>
        <div className={classes.facts}>
          <Badge tone={pack.kind === 'brand' ? 'accent' : 'info'}>{t(`kind.${pack.kind}`)}</Badge>
          <span className={classes.quiet}>{where === '' ? t('pack.everywhere') : where}</span>
          <span className={classes.quiet}>{t('pack.count', { on: pack.rulesOn, rules: pack.rules })}</span>
        </div>
      </div>
      <Switch
        checked={pack.enabled}
        disabled={!may.allowed}
        title={may.because}
        aria-label={t('pack.switch', { title: pack.title })}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
    </li>
  )
}

/** Turns a pack on or off, with the way back. */
export function useTurnPack({ id, title }: Pick<PackSummary, 'id' | 'title'>): (enabled: boolean) => Promise<void> {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  const set = async (enabled: boolean): Promise<void> => {
    await api.governance.rules.changePack({ id, enabled })
    await refreshRules(queryClient)
  }
  return async (enabled) => {
    try {
      await set(enabled)
      announce(t(enabled ? 'pack.turned-on' : 'pack.turned-off', { title }), { undo: () => set(!enabled) })
    } catch (error) {
      announce(sentence(asProblem(error)), { tone: 'refused' })
    }
  }
}
