import { row, table, text, word } from '../../domain/plan-content.ts'
import { selectDirection } from '../../direction/store.ts'
import type { LiveBlock } from './block.ts'

/** Vision, mission and values. */
export const direction: LiveBlock = {
  room: 'direction',
  section: 'summary',
  read: async ({ db, organisationId }) => {
    const found = await selectDirection(db, organisationId)
    const lines = [
      ['vision', found?.vision ?? ''],
      ['mission', found?.mission ?? ''],
      ['values', found?.values_held ?? ''],
    ] as const
    return table(
      lines
        .filter(([, said]) => said.trim() !== '')
        .map(([name, said]) => row(name, [word(`strategy:direction.${name}`), text(said)])),
      { columns: [] },
    )
  },
}
