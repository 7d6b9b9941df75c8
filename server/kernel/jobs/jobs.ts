import type pg from 'pg'
import { fromKysely, PgBoss, type Job } from 'pg-boss'
import type { Db } from '../database/database.ts'
import type { Log } from '../log.ts'

export interface JobOptions {
  /** Seconds from now; default: at once. */
  readonly startAfterSeconds?: number
}

/** Background work that may run twice and late: never deliveries. */
export interface Jobs {
  /** Puts a job in; with `db`, in the caller's transaction, so that it exists only if the change does. */
  readonly send: (name: string, payload: object, options?: JobOptions, db?: Db) => Promise<void>
  /** Runs `work` for each job of this name in this process. Call before `start`. */
  readonly on: (name: string, work: (payload: unknown) => Promise<void>) => void
  /** Runs a job of this name again and again, by cron expression in UTC; one process takes each turn. */
  readonly every: (name: string, cron: string, work: () => Promise<void>) => void
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Jobs on pg-boss in the same database. `works: false` (a web process) only puts jobs in. */
export function createJobs(pool: pg.Pool, log: Log, works: boolean): Jobs {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => pool.query(text, values) },
    migrate: false,
    supervise: works,
    schedule: works,
  })
  boss.on('error', (error) => log.error({ err: error }, 'background jobs failed'))
  const handlers = new Map<string, (payload: unknown) => Promise<void>>()
  const crons = new Map<string, string>()
  const run = (name: string, work: (payload: unknown) => Promise<void>) => async (jobs: Job<unknown>[]) => {
    for (const job of jobs) {
      try {
        await work(job.data)
      } catch (error) {
        log.error({ err: error, job: name }, 'a background job failed and will be tried again')
        throw error
      }
    }
  }
  return {
    send: async (name, payload, options = {}, db) => {
      await boss.send(name, payload, {
        ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
        ...(db === undefined ? {} : { db: fromKysely(db) }),
      })
    },
    on: (name, work) => void handlers.set(name, work),
    every: (name, cron, work) => {
      handlers.set(name, work)
      crons.set(name, cron)
    },
    start: async () => {
      await boss.start()
      for (const [name, work] of handlers) {
        const cron = crons.get(name)
        // A turn that is still waiting makes the next one superfluous; other jobs each carry their own work.
        await boss.createQueue(name, {
          retryLimit: 5,
          retryBackoff: true,
          retryDelay: 5,
          heartbeatSeconds: 30,
          policy: cron === undefined ? 'standard' : 'short',
        })
        if (cron !== undefined) await boss.schedule(name, cron)
        if (works) await boss.work(name, { pollingIntervalSeconds: 2 }, run(name, work))
      }
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000, close: false }),
  }
}
