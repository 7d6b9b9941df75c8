import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { unitPath } from '../model/unit-path.ts'
import { readUnit, type UnitRecord } from './store.ts'

/** Refuses a place that is not there, is closed, or is an agency, which has no units of ours in it. */
export async function checkPlace(db: Db, organisationId: string, parentId: string): Promise<UnitRecord> {
  let parent: UnitRecord
  try {
    parent = await readUnit(db, organisationId, parentId)
  } catch (error) {
    if (error instanceof Refusal) throw unknownReference('parentId')
    throw error
  }
  if (parent.closedAt !== null)
    throw new Refusal('unit.closed', { unit: parent.name }, [
      { path: 'parentId', code: 'unit.closed', params: { unit: parent.name } },
    ])
  if (parent.kind === 'agency')
    throw new Refusal('unit.in-agency', { unit: parent.name }, [
      { path: 'parentId', code: 'unit.in-agency', params: { unit: parent.name } },
    ])
  return parent
}

/** Refuses to move the company itself, and a unit below itself. */
export async function checkMove(db: Db, organisationId: string, unit: UnitRecord, parentId: string): Promise<void> {
  if (unit.parentId === null) throw new Refusal('unit.company', {}, [{ path: 'parentId', code: 'unit.company' }])
  const parent = await checkPlace(db, organisationId, parentId)
  const path = await unitPath(db, organisationId, parentId)
  if (path?.includes(unit.id) === true) {
    const params = { unit: unit.name, parent: parent.name }
    throw new Refusal('unit.circle', params, [{ path: 'parentId', code: 'unit.circle', params }])
  }
}
