import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  IconChecklist,
  IconChevronRight,
  IconFileText,
  IconFlag,
  IconListCheck,
  IconSpeakerphone,
  IconTarget,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { PlanBadge, ReviewBadge } from '../plans/plan-badge.tsx'
import type { Branch, Plan } from '../plans/records.ts'
import classes from './cascade.module.css'

const MARK: Readonly<Record<Branch['type'], Icon>> = {
  objective: IconTarget,
  goal: IconFlag,
  plan: IconListCheck,
  campaign: IconSpeakerphone,
  task: IconChecklist,
  post: IconFileText,
}
const PLAN_WORDS: readonly (string | null)[] = ['draft', 'proposed', 'approved', 'returned']

interface TreeRowProps {
  readonly branch: Branch
  /** Quiet facts at the right. */
  readonly words?: readonly string[]
  readonly lonely?: boolean
}

/** One record of the cascade; a press shows what stands directly below it. */
export function TreeRow({ branch, words = [], lonely = false }: TreeRowProps) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const [open, setOpen] = useState(false)
  const Mark = MARK[branch.type]
  const opens = branch.below > 0 && branch.type !== 'post'
  return (
    <li>
      <div className={classes.row}>
        {opens ? (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-label={t('cascade.tree.opened', { title: branch.title })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={16} stroke={1.5} aria-hidden />
          </button>
        ) : (
          <span className={classes.leaf} />
        )}
        <Mark size={16} stroke={1.5} role="img" aria-label={t(`type.${branch.type}`)} className={classes.mark} />
        <span className={classes.what}>
          <BranchLink branch={branch}>{branch.title}</BranchLink>
          {branch.type === 'plan' && PLAN_WORDS.includes(branch.state) && (
            <PlanBadge state={branch.state as Plan['state']} />
          )}
          <ReviewBadge count={branch.reviews} />
        </span>
        <span className={lonely ? `${classes.words} ${classes.lonely}` : classes.words}>
          {branch.type === 'task' && branch.state !== null && (
            <span>{t(`task.state.${branch.state}` as 'task.state.open')}</span>
          )}
          {words.map((word) => (
            <span key={word}>{word}</span>
          ))}
          {branch.owner !== null && <span>{branch.owner.name}</span>}
          {branch.on !== null && <span>{time.day(branch.on)}</span>}
        </span>
      </div>
      {open && branch.type !== 'post' && <Below type={branch.type} id={branch.id} />}
    </li>
  )
}

function Below({ type, id }: { type: Exclude<Branch['type'], 'post'>; id: string }) {
  const { t } = useTranslation('plans')
  const query = useQuery(orpc.strategy.cascade.branches.queryOptions({ input: { type, id } }))
  return (
    <Loaded query={query} skeleton={2}>
      {({ items, more }) => (
        <ul className={classes.tree}>
          {items.length === 0 && <li className={classes.more}>{t('cascade.tree.nothing')}</li>}
          {items.map((branch) => (
            <TreeRow key={branch.id} branch={branch} />
          ))}
          {more > 0 && <li className={classes.more}>{t('cascade.tree.below.more')}</li>}
        </ul>
      )}
    </Loaded>
  )
}

/** A link to a record of the cascade; tasks have no page of their own. */
export function BranchLink({ branch, children }: { branch: Pick<Branch, 'type' | 'id'>; children: ReactNode }) {
  const { type, id } = branch
  if (type === 'task') return <span>{children}</span>
  if (type === 'plan')
    return (
      <Link to="/strategy/plans/$id" params={{ id }} className="link">
        {children}
      </Link>
    )
  return (
    <RecordLink type={type} id={id} className="link">
      {children}
    </RecordLink>
  )
}
