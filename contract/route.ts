import { oc } from '@orpc/contract'
import type { Permission } from './actions.ts'

export interface RouteMeta {
  /** The right that the route asks for; checked before its handler runs. */
  readonly may: Permission
  /** The handler asks the operating model itself: a workflow may ask somebody whom the model leaves out. */
  readonly beyondModel?: true
  /** It asks and changes nothing: its answer is not kept for a repeat. */
  readonly question?: true
}

interface RouteDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${string}`
  readonly may: Permission
  readonly summary: string
  readonly tag: string
  readonly status?: number
  readonly beyondModel?: true
  readonly question?: true
}

/** Starts the description of one request. A route cannot be written without naming its right. */
export function route(description: RouteDescription) {
  const { may, tag, status, beyondModel, question, ...rest } = description
  return oc
    .$meta<RouteMeta>({
      may,
      ...(beyondModel === undefined ? {} : { beyondModel }),
      ...(question === undefined ? {} : { question }),
    })
    .route({ ...rest, tags: [tag], ...(status === undefined ? {} : { successStatus: status }) })
}
