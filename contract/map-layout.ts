/** The size of an objective on the strategy map, and the distances of the map, in units of the drawing. */
export const NODE = { width: 208, height: 84 } as const
export const MAP = { label: 148, pad: 24, gap: 28, columns: 4 } as const
const PERSPECTIVE_ORDER = ['financial', 'customer', 'internal-process', 'learning-and-growth'] as const
export type BandName = (typeof PERSPECTIVE_ORDER)[number]

export interface Placeable {
  readonly id: string
  readonly perspective: BandName
  /** Within its band; null where nobody has moved it. */
  readonly place: { readonly x: number; readonly y: number } | null
}
export interface Band {
  readonly perspective: BandName
  readonly y: number
  readonly height: number
}
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  /** The upper left corner of each objective on the whole map. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

/**
 * Puts objectives into the four bands, what is wanted on top. Those that nobody has moved stand in rows, in order, where no
 * other stands. The browser draws by it, and so does what is exported.
 */
export function layMap(items: readonly Placeable[]): MapLayout {
  const places = new Map<string, { x: number; y: number }>()
  const bands: Band[] = []
  let [top, width] = [0, MAP.label + MAP.columns * (NODE.width + MAP.gap) + MAP.pad]
  for (const perspective of PERSPECTIVE_ORDER) {
    const own = items.filter((item) => item.perspective === perspective)
    const within = placesOf(own)
    const lowest = Math.max(0, ...[...within.values()].map(({ y }) => y))
    const height = lowest + NODE.height + 2 * MAP.pad + 8
    for (const [id, { x, y }] of within) {
      places.set(id, { x: MAP.label + x, y: top + MAP.pad + y })
      width = Math.max(width, MAP.label + x + NODE.width + MAP.pad)
    }
    bands.push({ perspective, y: top, height })
    top += height
  }
  return { width, height: top, bands, places }
}

function placesOf(items: readonly Placeable[]): ReadonlyMap<string, { x: number; y: number }> {
  const places = new Map(
    items.flatMap(({ id, place }) => (place === null ? [] : [[id, { x: place.x, y: place.y }] as const])),
  )
  let spot = 0
  for (const { id, place } of items) {
    if (place !== null) continue
    while ([...places.values()].some((other) => overlaps(other, spotAt(spot)))) spot += 1
    places.set(id, spotAt(spot))
    spot += 1
  }
  return places
}

function spotAt(spot: number): { x: number; y: number } {
  return {
    x: (spot % MAP.columns) * (NODE.width + MAP.gap),
    y: Math.floor(spot / MAP.columns) * (NODE.height + MAP.gap),
  }
}

function overlaps(one: { x: number; y: number }, other: { x: number; y: number }): boolean {
  return Math.abs(one.x - other.x) < NODE.width && Math.abs(one.y - other.y) < NODE.height
}
