const KEPT = ['objective', 'goal', 'campaign', 'piece', 'post'] as const

/** The records that somebody made in the tour, so that a reload goes on with the same ones. */
export type TourIds = Readonly<Partial<Record<(typeof KEPT)[number], string>>>

/** The name under which this browser keeps the tour of a person in an organisation. */
export function tourName(me: {
  readonly person: { readonly id: string }
  readonly organisation: { readonly id: string }
}): string {
  return `tutti.tour.${me.organisation.id}.${me.person.id}`
}

/** What this browser kept; null where it has kept nothing, so that the records have to be looked for. */
export function readTour(name: string, storage: Pick<Storage, 'getItem'> = localStorage): TourIds | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    return Object.fromEntries(
      KEPT.flatMap((key) => {
        const id: unknown = Reflect.get(kept, key)
        return typeof id === 'string' ? [[key, id]] : []
      }),
    )
  } catch {
    return null
  }
}

/** Keeps the ids. A full or forbidden storage only means that they are looked for again after a reload. */
export function keepTour(name: string, ids: TourIds, storage: Pick<Storage, 'setItem'> = localStorage): void {
  try {
    storage.setItem(name, JSON.stringify(ids))
  } catch {
    // Nothing is lost: the records themselves are on the server.
  }
}
