import { afterAll, beforeAll } from 'vitest'
import { newsroomWorld, startNewsrooms, type NewsroomServer } from '#test/servers/newsroom-world.ts'
import { conformance } from '../conformance.ts'

let server: NewsroomServer
beforeAll(async () => {
  server = await startNewsrooms()
})
afterAll(() => server.close())

conformance('The newsroom', () => newsroomWorld(server))
