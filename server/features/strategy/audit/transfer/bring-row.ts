import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { tidyHandle } from '../../domain/audit/handle.ts'
import { keepReading } from '../add-reading.ts'
import { changeWithin } from '../change-account.ts'
import { addAccount } from '../create-account.ts'
import { findAccount } from '../hold-account.ts'
import { findByHandle } from '../store-accounts.ts'
import { readFigures, sameFigures } from './figures.ts'
import type { Known } from './known.ts'
import { readLinks } from './links.ts'
import { parseFields } from './parse-fields.ts'
import type { SheetRow } from './sheet.ts'

export type { Known } from './known.ts'

export interface Bringing {
  readonly kernel: Kernel
  readonly actor: Actor
  readonly work: Change
  readonly known: Known
  /** The row in which an account stood already, by platform and handle. */
  readonly seen: Map<string, number>
}

/** Brings one row in; null where something is wrong with it. Columns that the file does not have change nothing. */
export async function bringRow(bringing: Bringing, row: SheetRow): Promise<'created' | 'changed' | 'unchanged' | null> {
  const { kernel, actor, work, seen } = bringing
  const fields = parseFields(row)
  const figures = readFigures(row)
  const links = await readLinks(bringing, row)
  if (row.isBlamed() || fields === null) return null
  const { key } = tidyHandle(fields.platform, fields.handle, fields.url ?? '')
  const name = `${fields.platform} ${key}`
  const before = seen.get(name)
  if (before !== undefined) {
    row.blame('handle', 'import.same-account', { row: before })
    return null
  }
  seen.set(name, row.number)
  try {
    const id = await findByHandle(work.db, actor.organisationId, { platform: fields.platform, key })
    const account =
      id === null
        ? await addAccount(kernel, actor, work, {
            state: 'owned',
            url: '',
            name: '',
            holderWords: '',
            notes: '',
            ...fields,
            ...links,
            source: 'imported',
          })
        : await findAccount(work.db, actor.organisationId, id)
    const changed = id !== null && (await changeWithin(actor, work, account, { ...fields, ...links }))
    const read = figures !== null && !(await sameFigures(work.db, account, figures))
    if (read && figures !== null) await keepReading(kernel, work, account, { source: 'imported', ...figures })
    if (id === null) return 'created'
    return changed || read ? 'changed' : 'unchanged'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    row.blame(null, error.code, error.params)
    return null
  }
}
