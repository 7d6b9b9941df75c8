import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { lockDataFolder } from '#server/kernel/data-folder.ts'
import { namedPostmaster } from '#server/kernel/database/embedded/orphan.ts'
import { placeOf } from '#server/kernel/database/embedded/place.ts'
import { startEmbedded } from '#server/kernel/database/embedded/start-embedded.ts'

const say = (fields: object, message: string): void => console.error(message, JSON.stringify(fields))
const folder = process.argv[2] ?? ''
await lockDataFolder(folder)
const embedded = await startEmbedded({ folder, log: { info: say, warn: say, error: say } })
console.log(`postmaster ${await namedPostmaster(await placeOf(folder))}`)
const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
console.log(`keeper ${/(\d+) \S*sh .*tutti-keeper/s.exec(children)?.[1]}`)

const client = new pg.Client(embedded.connection)
await client.connect()
await client.query('create table if not exists written (number integer primary key)')
for (let number = 1; ; number++) {
  await client.query('insert into written values ($1)', [number])
  console.log(`row ${number}`)
}
