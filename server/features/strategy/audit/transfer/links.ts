import { folded } from '#server/features/organisation/index.ts'
import { addCompetitor } from '../competitors/change-competitors.ts'
import type { Bringing } from './bring-row.ts'
import type { SheetRow } from './sheet.ts'

interface Links {
  unitId?: string | null
  competitorId?: string | null
  holderId?: string | null
  holderWords?: string
}

/** Whom and what a row names: units by name, holders by e-mail address or in words, competitors by name; new ones are named. */
export async function readLinks(bringing: Bringing, row: SheetRow): Promise<Links> {
  return { ...unitOf(bringing, row), ...holderOf(bringing, row), ...(await competitorOf(bringing, row)) }
}

function unitOf({ known }: Bringing, row: SheetRow): Links {
  const name = row.cell('unit')
  if (name === null) return {}
  if (name === '') return { unitId: null }
  const [first, ...others] = known.units.get(folded(name)) ?? []
  if (first === undefined) row.blame('unit', 'import.unknown-unit', { name })
  if (others.length > 0) row.blame('unit', 'import.ambiguous', { name })
  return { unitId: first ?? null }
}

function holderOf({ known }: Bringing, row: SheetRow): Links {
  const text = row.cell('holder')
  if (text === null) return {}
  const person = known.people.get(text.toLowerCase())
  if (person !== undefined) return { holderId: person, holderWords: '' }
  if (text.length > 200) row.blame('holder', 'text.too-long')
  return { holderId: null, holderWords: text }
}

async function competitorOf({ kernel, actor, work, known }: Bringing, row: SheetRow): Promise<Links> {
  const name = row.cell('competitor')
  if (name === null) return {}
  if (name === '') return { competitorId: null }
  if (name.length > 200) {
    row.blame('competitor', 'text.too-long')
    return {}
  }
  const [first, ...others] = known.competitors.get(folded(name)) ?? []
  if (others.length > 0) row.blame('competitor', 'import.ambiguous', { name })
  if (first !== undefined) return { competitorId: first }
  const made = await addCompetitor(kernel, actor, work, { name, description: '', website: '' })
  known.competitors.set(folded(name), [made.id])
  return { competitorId: made.id }
}
