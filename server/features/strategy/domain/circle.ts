export interface Arrow {
  readonly causeId: string
  readonly effectId: string
}

/**
 * The way round that an arrow would close, from its cause over its effect back to its cause; null where it closes none. The
 * shortest one, so that it can be said in a sentence.
 */
export function circleOf(arrows: readonly Arrow[], { causeId, effectId }: Arrow): readonly string[] | null {
  if (causeId === effectId) return [causeId, causeId]
  const effects = Map.groupBy(arrows, (arrow) => arrow.causeId)
  const cameFrom = new Map<string, string>([[effectId, causeId]])
  const queue = [effectId]
  for (let id = queue.shift(); id !== undefined; id = queue.shift())
    for (const { effectId: next } of effects.get(id) ?? []) {
      if (next === causeId) return [...wayTo(cameFrom, id, causeId), causeId]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, id)
      queue.push(next)
    }
  return null
}

function wayTo(cameFrom: ReadonlyMap<string, string>, end: string, start: string): string[] {
  const way = [end]
  for (let id = cameFrom.get(end); id !== undefined && way[0] !== start; id = cameFrom.get(id)) way.unshift(id)
  return way
}
