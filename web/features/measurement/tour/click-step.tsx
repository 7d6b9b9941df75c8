import { Button, Loader } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { Link } from '../records.ts'
import type { TourRecords } from './find-tour-records.ts'
import classes from './tour.module.css'

const ASK_AGAIN_MS = 3000

/** Step five: the published page, the link on it, and the wait for the click. */
export function ClickStep({ post }: { readonly post: NonNullable<TourRecords['post']> }) {
  const { t } = useTranslation('measurement')
  const links =
    useQuery(
      orpc.measurement.links.queryOptions({ input: { postId: post.id, limit: 10 }, refetchInterval: ASK_AGAIN_MS }),
    ).data?.items ?? []
  const { url } = post.delivery
  return (
    <div>
      <div className={classes.foot}>
        {url === null ? (
          <RecordLink type="post" id={post.id} className="link">
            {t('tour.publish.open')}
          </RecordLink>
        ) : (
          <Button
            component="a"
            href={url}
            target="_blank"
            rel="noopener"
            rightSection={<IconExternalLink size={16} stroke={1.5} aria-hidden />}
          >
            {t('tour.click.action')}
          </Button>
        )}
        <span className={classes.status} role="status">
          <Loader size={18} aria-hidden />
          {t('tour.click.waiting')}
        </span>
      </div>
      {links.length > 0 && <Links links={links} />}
    </div>
  )
}

function Links({ links }: { links: readonly Link[] }) {
  const { t } = useTranslation('measurement')
  const robots = links.reduce((sum, link) => sum + link.robots, 0)
  return (
    <div className={classes.links}>
      <p className={classes.note}>{t('tour.click.links')}</p>
      <ul>
        {links.map((link) => (
          <li key={link.id} className={classes.link}>
            <span className={classes.address}>{link.url}</span>
            <span className={classes.target}>{t('tour.click.leads', { target: link.target })}</span>
          </li>
        ))}
      </ul>
      {robots > 0 && (
        <p className={classes.note} role="status">
          {t('tour.click.robots', { count: robots })}
        </p>
      )}
    </div>
  )
}
