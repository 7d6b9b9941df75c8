import { Refusal, unknownReference, type FieldProblem } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { compilePattern } from '../domain/rules/pattern/program.ts'
import type { Body } from './show-pack.ts'

/** Refuses patterns that cannot be read or would be slow, naming each by its path. `paths`: where each rule stands in the request. */
export function checkPatterns(
  rules: readonly { readonly path: string; readonly body: Pick<Body, 'definition'> }[],
): void {
  const fields = rules.flatMap(({ path, body: { definition } }): FieldProblem[] => {
    if (definition.kind !== 'pattern') return []
    try {
      compilePattern(definition.pattern, definition.anyCase)
      return []
    } catch {
      return [{ path: `${path}definition.pattern`, code: 'rule.unsafe-pattern' }]
    }
  })
  if (fields.length > 0) throw new Refusal('request.invalid', {}, fields)
}

/** Refuses units that the organisation does not have. */
export async function checkUnits(
  db: Db,
  organisationId: string,
  unitIds: readonly string[],
  path = 'unitIds',
): Promise<void> {
  const wanted = [...new Set(unitIds)]
  if (wanted.length === 0) return
  const known = await db
    .selectFrom('organisation_units')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', wanted)
    .execute()
  if (known.length < wanted.length) throw unknownReference(path)
}
