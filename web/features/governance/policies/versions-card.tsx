import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import classes from '../governance.module.css'
import type { Policy } from '../records.ts'

/** The published versions, each to be compared with the one in force. */
export function VersionsCard({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('policies')
  const time = useTime()
  const versions = useQuery(orpc.governance.policies.versions.queryOptions({ input: { id: policy.id } }))
  const current = policy.current?.number ?? 0
  return (
    <Card title={t('versions')} pad={false}>
      <Loaded query={versions}>
        {({ items }) => (
          <ul className={classes.rows}>
            {items.map((version) => (
              <li key={version.number} className={classes.words}>
                <span className="medium">{t('version', { number: version.number })}</span>
                {version.note !== '' && <span>{version.note}</span>}
                <span className={classes.quiet}>
                  {t('version.published', {
                    day: time.date(version.publishedAt),
                    name: version.publishedBy?.name ?? '–',
                  })}
                </span>
                {version.number !== current && (
                  <Link
                    to="/govern/policies/$id"
                    params={{ id: policy.id }}
                    search={{ view: 'compare', from: String(version.number) }}
                    className="link"
                  >
                    {t('version.compare', { number: current })}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
