import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconScript } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import classes from '../governance.module.css'
import { useTextIn } from '../reading-language.ts'
import type { Lacking } from '../records.ts'

/** What I have to accept or pass before I may do something, with the way there; nothing where nothing is lacking. */
export function LackingCard() {
  const { t } = useTranslation('training')
  const inLanguage = useTextIn()
  const { data } = useQuery(orpc.governance.training.mine.queryOptions())
  if (data === undefined) return null
  const required = new Set(data.lacking.map(({ subject }) => subject.id))
  const open = data.toAccept.filter(({ id }) => !required.has(id))
  if (data.lacking.length + open.length === 0) return null
  return (
    <Card title={t('lacking.title')} pad={false}>
      <ul className={classes.rows}>
        {data.lacking.map((lacking) => (
          <li key={lacking.subject.id} className={classes.notice}>
            <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
            <LackingWords lacking={lacking} />
            <WayThere lacking={lacking} />
          </li>
        ))}
        {open.map(({ id, title }) => (
          <li key={id} className={classes.notice}>
            <IconScript size={18} stroke={1.5} aria-hidden />
            <span>{t('lacking.open-policy', { title: inLanguage(title) })}</span>
            <Link to="/govern/policies/$id" params={{ id }} className="link">
              {t('lacking.accept')}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function LackingWords({ lacking }: { lacking: Lacking }) {
  const { t, i18n } = useTranslation(['training', 'session'])
  const time = useTime()
  const inLanguage = useTextIn()
  const rights = new Intl.ListFormat(i18n.language).format(
    lacking.actions.map((action) => t(`session:action.${action}`)),
  )
  const since = lacking.since === null ? '' : time.day(lacking.since)
  return (
    <span className={classes.words}>
      <span className="medium">{t('lacking.right', { rights })}</span>
      <span>{t(`lacking.${lacking.kind}.${lacking.state}`, { title: inLanguage(lacking.subject.title), since })}</span>
    </span>
  )
}

function WayThere({ lacking: { kind, subject } }: { lacking: Lacking }) {
  const { t } = useTranslation('training')
  return kind === 'policy' ? (
    <Link to="/govern/policies/$id" params={{ id: subject.id }} className="link">
      {t('lacking.accept')}
    </Link>
  ) : (
    <Link to="/govern/training/$id" params={{ id: subject.id }} className="link">
      {t('lacking.take')}
    </Link>
  )
}
