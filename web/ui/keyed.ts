/** Items that stay in their places, each with its place as its key: lines of a text, parts of a thread or of a difference. */
export function keyed<Item>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] {
  return items.map((item, place) => ({ key: String(place), item }))
}
