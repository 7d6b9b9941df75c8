import pg from 'pg'

/**
 * One transaction as the owner of the tables, who sees the rows of every organisation. Committed when `work` returns,
 * rolled back when it throws. `mode` is what follows `begin`.
 */
export async function asOwner<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
  mode = '',
): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'tutti command' })
  // A connection that breaks also rejects the query under way, which is where it is reported.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`begin ${mode}`)
    await client.query(`select set_config('app.maintenance', 'on', true), set_config('app.dispatch', 'on', true)`)
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    // Ends a transaction that is still open, too.
    await client.end()
  }
}

/** Whether a table is there, by its full name such as `public.events`. */
export async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name])
  return rows[0]?.there ?? false
}
