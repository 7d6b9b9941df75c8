/** How strongly a count is drawn against the greatest one: 0 nothing, 1 to 4. Anything is at least 1, and only the greatest reach 4. */
export function heatOf(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0
  const share = count / most
  if (share > 0.75) return 4
  if (share > 0.5) return 3
  return share > 0.25 ? 2 : 1
}
