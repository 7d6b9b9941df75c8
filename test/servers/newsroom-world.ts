import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import sharp from 'sharp'
import type { Clock } from '#server/kernel/clock.ts'
import { readConfig } from '#server/kernel/config.ts'
import { openDatabase } from '#server/kernel/database/database.ts'
import { createFileStore } from '#server/kernel/files/store.ts'
import {
  memoryAccount,
  memoryProgress,
  messageOf,
  type ConformanceWorld,
  type RemotePost,
} from '#server/platforms/conformance-world.ts'
import { faultyNetwork } from '#server/platforms/faulty-network.ts'
import { newsroomPages, newsroomPlatform } from '#server/platforms/newsroom/index.ts'
import type { Account, Job, Message, Outcome, Picture } from '#server/platforms/port.ts'
import { cloneDatabase } from '../database.ts'

export const PUBLIC_URL = 'https://news.example.org'

export interface TestOrganisation {
  readonly id: string
  readonly slug: string
  readonly account: () => Account
}

/** A database, a folder of files and the newsrooms on both, with a clock that the test moves. */
export interface NewsroomServer {
  readonly platform: ReturnType<typeof newsroomPlatform>
  readonly database: Awaited<ReturnType<typeof openDatabase>>
  readonly addOrganisation: (
    told?: Partial<{ name: string; slug: string; language: string; timeZone: string }>,
  ) => Promise<TestOrganisation>
  readonly moveClock: (milliseconds: number) => void
  /** Publishes an article with a text, and whatever else a message may have. */
  readonly publish: (
    organisation: TestOrganisation,
    text: string,
    told?: Partial<Message> & { readonly pictures?: readonly Picture[] },
  ) => Promise<Outcome>
  readonly get: (path: string, headers?: Readonly<Record<string, string>>, method?: 'GET' | 'HEAD') => Promise<Response>
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly close: () => Promise<void>
}

/** Newsrooms on a database and a folder of their own; close them. */
export async function startNewsrooms(publicUrl = PUBLIC_URL): Promise<NewsroomServer> {
  const clone = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'newsroom-'))
  const database = await openDatabase({ connection: clone.connection, most: 4 })
  // Goes on by a millisecond a look, so that what happens within one second does not hang on how quick the machine is.
  let at = Math.ceil(Date.now() / 1000) * 1000 + 300
  const clock: Clock = { now: () => new Date((at += 1)), newId: () => v7() }
  const kernel = { config: readConfig({ TUTTI_URL: publicUrl }), clock, database, files: createFileStore(folder) }
  const platform = newsroomPlatform(kernel)
  const pages = newsroomPages(kernel)
  return {
    platform,
    database,
    moveClock: (milliseconds) => {
      at += milliseconds
    },
    addOrganisation: async ({
      name = 'Acme',
      slug = `acme-${v7().slice(-12)}`,
      language = 'en',
      timeZone = 'Europe/Istanbul',
    } = {}) => {
      const id = v7()
      const row = {
        organisation_id: id,
        name,
        slug,
        language,
        time_zone: timeZone,
        data_key: 'none',
        created_at: clock.now(),
      }
      await database.inOrganisation(id, (db) => db.insertInto('organisations').values(row).execute())
      const account = { ...memoryAccount({}, {})(), organisationId: id, channelId: v7() }
      return { id, slug, account: () => account }
    },
    publish: (organisation, text, { pictures = [], ...told } = {}) =>
      platform.publisher.publish(
        newsroomJob(platform, organisation, messageOf([{ text, pictures }], { title: 'An article', ...told })),
      ),
    get: async (path, headers = {}, method = 'GET') =>
      pages.fetch(new Request(new URL(path, publicUrl), { method, headers })),
    fetch: (request) => pages.fetch(request),
    close: async () => {
      await database.close()
      await clone.drop()
      await rm(folder, { recursive: true })
    },
  }
}

/** A job with a token of its own. */
export function newsroomJob(
  { publisher }: NewsroomServer['platform'],
  organisation: TestOrganisation,
  message: Message,
): Job {
  const startedAt = new Date()
  return {
    account: organisation.account(),
    message,
    token: publisher.mint(startedAt),
    startedAt,
    progress: memoryProgress(),
    signal: new AbortController().signal,
  }
}

/** A conformance world in which the organisation is a new one and no network is asked for anything. */
export async function newsroomWorld(server: NewsroomServer): Promise<ConformanceWorld> {
  const organisation = await server.addOrganisation()
  const noNetwork = { notHere: 'the newsroom is on this server: nothing is sent over a network' }
  return {
    // The suite has no real organisation to name.
    platform: {
      ...server.platform,
      connect: (_, channelId, settings) => server.platform.connect(organisation.id, channelId, settings),
    },
    network: faultyNetwork(() => Promise.reject(new Error('The newsroom asks no network'))),
    account: organisation.account,
    settings: {},
    wrongSettings: {},
    messageDefaults: { title: 'An article' },
    isPosting: noNetwork,
    listRemote: () => listShown(server, organisation),
    picture: newsroomPicture,
    tooLong: { notHere: 'an article may be as long as it likes' },
    revoke: { notHere: 'there are no credentials' },
    limitRate: { notHere: 'nothing limits the rate' },
    react: { notHere: 'nothing is counted' },
    blindRepeat: 'one-post',
    close: async () => undefined,
  }
}

async function listShown({ database }: NewsroomServer, { id }: TestOrganisation): Promise<RemotePost[]> {
  const rows = await database.inOrganisation(id, (db) =>
    db.selectFrom('newsroom_articles').selectAll().where('removed_at', 'is', null).execute(),
  )
  return rows.map((row) => ({
    remoteId: row.id,
    text: row.body,
    altTexts: (row.pictures as { altText: string }[]).map(({ altText }) => altText),
    replyTo: null,
  }))
}

/** A picture as a camera makes it, with a name in its metadata. */
export async function newsroomPicture(
  altText: string,
  { width = 1200, height = 800, background = '#b3202a' } = {},
): Promise<Picture> {
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Ayse Yilmaz' } })
    .jpeg()
    .toBuffer()
  return { id: v7(), type: 'image/jpeg', width, height, altText, bytes: async () => new Uint8Array(bytes) }
}
