import { HEIGHT, WIDTH, type Spot } from './arrange.ts'

/** The position over which the middle of a dragged one is held; null over empty ground and over itself. */
export function nodeUnder(
  spots: readonly Spot[],
  id: string,
  { x, y }: { readonly x: number; readonly y: number },
): string | null {
  const [middle, half] = [x + WIDTH / 2, y + HEIGHT / 2]
  const under = spots.find(
    (spot) =>
      spot.id !== id && middle >= spot.x && middle <= spot.x + WIDTH && half >= spot.y && half <= spot.y + HEIGHT,
  )
  return under?.id ?? null
}
