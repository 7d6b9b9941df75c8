interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** All items of a paged list, asked for page after page in the largest pages there are. For lists that a person reads as a whole. */
export async function everyPage<Item>(
  read: (page: { limit: number; cursor?: string }) => Promise<PageOf<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: PageOf<Item> = await read({ limit: 200, ...(cursor === null ? {} : { cursor }) })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}
