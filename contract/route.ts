import { oc } from '@orpc/contract'
import type { Permission } from './actions.ts'

export interface RouteMeta {
  /** The right that the route asks for; checked before its handler runs. */
  readonly may: Permission
}

interface RouteDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${string}`
  readonly may: Permission
  readonly summary: string
  readonly tag: string
  readonly status?: number
}

/** Starts the description of one request. A route cannot be written without naming its right. */
export function route(description: RouteDescription) {
  const { may, tag, status, ...rest } = description
  return oc
    .$meta<RouteMeta>({ may })
    .route({ ...rest, tags: [tag], ...(status === undefined ? {} : { successStatus: status }) })
}
