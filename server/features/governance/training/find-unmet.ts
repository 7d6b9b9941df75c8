import type { FindUnmet } from '#server/features/organisation/index.ts'
import { textIn } from '../domain/translated.ts'
import { selectUnmet } from './store-unmet.ts'

/** The requirements that a person does not meet now, with titles in their language. `may` refuses what depends on them. */
export const findUnmet: FindUnmet = async (db, organisationId, personId, now) => {
  const rows = await selectUnmet(db, organisationId, personId, now)
  return rows.map(({ action, kind, title, language, state, since }) => ({
    action,
    kind,
    title: textIn(title, language),
    state,
    since,
  }))
}
