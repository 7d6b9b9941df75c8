export interface RenditionCacheLimits {
  readonly mostBytes: number
  /** How many are made at the same time: each holds a whole picture in memory. */
  readonly mostAtOnce: number
  /** How many may wait for their turn. */
  readonly mostWaiting: number
}

/** Pictures made lately, so that one that many people read is made once. */
export interface RenditionCache {
  /** The bytes under this key, made where nobody has them yet. Null: cannot be made. `busy`: too many are asked for now. */
  readonly get: (key: string, make: () => Promise<Uint8Array | null>) => Promise<Uint8Array | null | 'busy'>
}

/** An empty cache in the memory of this process; what was used longest ago goes first. */
export function createRenditionCache(limits: RenditionCacheLimits): RenditionCache {
  const kept = keepRecent(limits.mostBytes)
  const underWay = new Map<string, Promise<Uint8Array | null>>()
  const takeTurn = turns(limits.mostAtOnce)
  return {
    get: async (key, make) => {
      const known = kept.find(key) ?? underWay.get(key)
      if (known !== undefined) return known
      if (underWay.size >= limits.mostAtOnce + limits.mostWaiting) return 'busy'
      const making = takeTurn(make).finally(() => underWay.delete(key))
      underWay.set(key, making)
      const made = await making
      if (made !== null) kept.keep(key, made)
      return made
    },
  }
}

function keepRecent(mostBytes: number) {
  const pictures = new Map<string, Uint8Array>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= pictures.get(key)?.byteLength ?? 0
    pictures.delete(key)
  }
  const keep = (key: string, picture: Uint8Array) => {
    drop(key)
    pictures.set(key, picture)
    bytes += picture.byteLength
    for (const oldest of pictures.keys()) {
      if (bytes <= mostBytes) break
      drop(oldest)
    }
  }
  return {
    keep,
    find: (key: string) => {
      const picture = pictures.get(key)
      if (picture !== undefined) keep(key, picture)
      return picture
    },
  }
}

function turns(mostAtOnce: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostAtOnce) await new Promise<void>((resume) => waiting.push(resume))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
