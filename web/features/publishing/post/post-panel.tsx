import { useQuery } from '@tanstack/react-query'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { SheetFoot, SideSheet } from '#web/ui/side-sheet.tsx'
import { Attempts } from '../deliveries/attempts.tsx'
import { Settlement } from '../deliveries/settlement.tsx'
import { isMoving, isUnsettled } from '../post-rules.ts'
import { postTitle } from '../post-title.ts'
import { postQuery, traceQuery } from '../queries.ts'
import type { Post } from '../records.ts'
import { DeliveryTrouble } from './delivery-trouble.tsx'
import { PostButtons } from './post-buttons.tsx'
import { PostFacts } from './post-facts.tsx'
import { PostTrace } from './post-trace.tsx'
import { SentParts } from './sent-parts.tsx'
import classes from './post-panel.module.css'

/** A post beside the calendar: its text, where it leads, how its delivery stands and what can be done. */
export function PostPanel({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation('publishing')
  const post = useQuery({
    ...postQuery(id ?? ''),
    enabled: id !== null,
    refetchInterval: (query) =>
      query.state.data !== undefined && isMoving(query.state.data.delivery, new Date()) ? 2000 : false,
  })
  return (
    <SideSheet
      opened={id !== null}
      onClose={onClose}
      title={post.data === undefined || id === null ? t('post.one') : postTitle(post.data)}
      size={680}
    >
      {id !== null && (
        <Loaded query={post} skeleton={6}>
          {(loaded) => <PanelBody post={loaded} />}
        </Loaded>
      )}
    </SideSheet>
  )
}

function PanelBody({ post }: { post: Post }) {
  const { t } = useTranslation('publishing')
  const trace = useQuery(traceQuery(post.id))
  const { delivery } = post
  return (
    <div className={classes.panel}>
      {trace.data !== undefined && <PostTrace post={post} trace={trace.data} />}
      <PostFacts post={post} />
      <DeliveryTrouble delivery={delivery} />
      {isUnsettled(delivery.state) ? (
        <div className={classes.settle}>
          <Settlement post={post} />
        </div>
      ) : (
        <section aria-label={t('post.text')}>
          <h3 className={classes.head}>{t('post.text')}</h3>
          <SentParts post={post} />
        </section>
      )}
      {!isUnsettled(delivery.state) && delivery.attempts.length > 0 && (
        <section aria-label={t('post.delivery')}>
          <h3 className={classes.head}>{t('post.delivery')}</h3>
          <Attempts attempts={delivery.attempts} />
        </section>
      )}
      <RecordLink type="post" id={post.id} className="link">
        {t('post.whole')}
        <IconArrowRight
          size={14}
          stroke={1.5}
          aria-hidden
          style={{ display: 'inline', verticalAlign: '-2px', marginLeft: 4 }}
        />
      </RecordLink>
      <SheetFoot>
        <PostButtons post={post} />
      </SheetFoot>
    </div>
  )
}
