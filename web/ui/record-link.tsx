import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const ADDRESS = {
  objective: '/strategy/objectives/$id',
  goal: '/strategy/goals/$id',
  campaign: '/content/campaigns/$id',
  piece: '/content/pieces/$id',
  post: '/posts/$id',
} as const

export type RecordType = keyof typeof ADDRESS

interface RecordLinkProps {
  readonly type: RecordType
  readonly id: string
  readonly className?: string | undefined
  readonly current?: boolean
  readonly title?: string
  readonly children: ReactNode
}

/** A link to the page of an objective, goal, campaign, piece or post. */
export function RecordLink({ type, id, className, current = false, title, children }: RecordLinkProps) {
  return (
    <Link
      to={ADDRESS[type]}
      params={{ id }}
      className={className}
      title={title}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}

/** The path of a record's page, where a link component does not fit. */
export function recordPath(type: RecordType, id: string): string {
  return ADDRESS[type].replace('$id', id)
}
