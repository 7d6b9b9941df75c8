import type { LineKind } from '#contract/lines.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { notify } from '../notices.ts'
import { lockStructure } from '../units/store.ts'
import { endLine, readPosition, wayUp } from './store.ts'

interface Wish {
  readonly positionId: string
  readonly superiorId: string
  readonly kind: LineKind
}

/** Makes a position report to another. A circle is refused, with the way that would make it. */
export function setLine(kernel: Kernel, actor: Actor, wish: Wish) {
  return change(kernel, actor, (work) => setLineWithin(work, kernel.clock, actor.organisationId, wish))
}

/** The same inside a change that is under way, for positions that are made together with their lines. */
export async function setLineWithin({ db, record }: Change, clock: Clock, organisationId: string, wish: Wish) {
  const { positionId, superiorId, kind } = wish
  await lockStructure(db, organisationId)
  const position = await readPosition(db, organisationId, positionId)
  const superior = await superiorOf(db, organisationId, superiorId)
  await refuseCircle(db, organisationId, wish, position.name ?? position.title)
  const now = clock.now()
  const way = await wayUp(db, { organisationId, positionId, kind })
  const before = way[1] ?? null
  if (before?.id === superiorId) return { ...wish, before: superiorId }
  await endLine(db, { organisationId, positionId, kind }, now)
  await db
    .insertInto('organisation_reporting_lines')
    .values({
      organisation_id: organisationId,
      id: clock.newId(),
      kind,
      position_id: positionId,
      superior_id: superiorId,
      since: now,
    })
    .execute()
  record({
    verb: 'position.line-set',
    subject: { type: 'position', id: positionId, title: position.title },
    before: { kind, superior: before?.name ?? null },
    after: { kind, superior: superior.name ?? superior.title },
  })
  if (position.person_id !== null)
    await notify(db, clock, organisationId, [
      {
        personId: position.person_id,
        kind: `line.${kind}-set`,
        params: { position: position.title, superior: superior.name ?? superior.title },
        subject: { type: 'position', id: positionId },
      },
    ])
  return { ...wish, before: before?.id ?? null }
}

async function superiorOf(db: Db, organisationId: string, id: string) {
  try {
    return await readPosition(db, organisationId, id)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal('request.invalid', {}, [{ path: 'superiorId', code: 'reference.unknown' }])
  }
}

async function refuseCircle(db: Db, organisationId: string, { positionId, superiorId, kind }: Wish, name: string) {
  const above = await wayUp(db, { organisationId, positionId: superiorId, kind })
  const meets = above.findIndex((one) => one.id === positionId)
  if (meets < 0) return
  const path = [name, ...above.slice(0, meets + 1).map((one) => one.name)].join(' → ')
  throw new Refusal('line.circle', { path }, [{ path: 'superiorId', code: 'line.circle', params: { path } }])
}
