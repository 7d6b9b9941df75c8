import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { RouteStages } from '#web/ui/route-stages.tsx'
import type { ApprovalRoute } from '#web/ui/use-approval-words.ts'
import type { Channel } from '../records.ts'
import type { Routes } from './use-approval-routes.ts'
import classes from './approval-card.module.css'

interface ApprovalCardProps {
  readonly channels: readonly Channel[]
  readonly routes: Routes
}

/** Who has to approve what is being written, and why; channels with the same answer are named together. */
export function ApprovalCard({ channels, routes }: ApprovalCardProps) {
  const { t } = useTranslation('approvals')
  const groups = grouped(channels, routes)
  return (
    <Card title={t('card.title')}>
      {channels.length === 0 && <p className="text-2">{t('card.choose')}</p>}
      {routes.failed && <p className="text-2">{t('card.failed')}</p>}
      {groups.map(({ names, route }) => (
        <div key={names.join(' ')} className={classes.route}>
          {groups.length > 1 && <h3 className={`${classes.channel} small`}>{names.join(', ')}</h3>}
          {route.needed ? <RouteStages stages={route.stages} /> : <p className="text-2">{t('card.none')}</p>}
          {route.workflow !== null && route.needed && (
            <p className={`${classes.by} small text-2`}>{t('card.by', { title: route.workflow.title })}</p>
          )}
        </div>
      ))}
    </Card>
  )
}

function grouped(channels: readonly Channel[], { byChannel }: Routes) {
  const groups = new Map<string, { names: string[]; route: ApprovalRoute }>()
  for (const channel of channels) {
    const route = byChannel.get(channel.id)
    if (route === undefined) continue
    const key = JSON.stringify([route.workflow, route.stages])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { names: [channel.name], route })
    else group.names.push(channel.name)
  }
  return [...groups.values()]
}
