import type { Db } from '#server/kernel/database/database.ts'
import { saveItems } from './store-items.ts'
import type { CoveringStop } from './covered.ts'

/** Files deliveries that were held because of running stops under each of these, for the review after it. */
export async function fileHeld(
  db: Db,
  organisationId: string,
  held: readonly { readonly deliveryId: string; readonly postId: string; readonly stops: readonly CoveringStop[] }[],
  at: Date,
): Promise<void> {
  const items = held.flatMap(({ deliveryId, postId, stops }) =>
    stops.map(({ stopId }) => ({ stopId, deliveryId, postId })),
  )
  await saveItems(db, organisationId, { items, kind: 'held', at })
}
