import { z } from 'zod'
import {
  Account,
  ACCOUNT_FINDINGS,
  AccountPlatform,
  AccountState,
  Known,
  Reading,
  TriedAccounts,
} from './audit-records.ts'
import { comparison, competitors, WebAddress } from './competitors.ts'
import { Gone, Id, Line, LocalDate, Page, PageRequest, Prose } from './kinds.ts'
import { route } from './route.ts'
import { swot } from './swot.ts'

const tag = 'Audit'

const AccountFields = z.object({
  platform: AccountPlatform,
  handle: Line(300),
  url: z.union([z.literal(''), WebAddress]).default(''),
  name: Prose(200).default(''),
  state: AccountState.default('owned'),
  competitorId: Id.nullable().optional(),
  unitId: Id.nullable().optional(),
  holderId: Id.nullable().optional(),
  holderWords: Prose(200).default(''),
  notes: Prose(5000).default(''),
})

const Count = z.number().int().min(0).max(1e12).nullable().optional()
/** Up to two decimals, never below nothing. */
const Measure = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,7}(\.\d{1,2})?$/, { error: 'money.not-a-number' }))
  .nullable()
  .optional()

export const TaskOfFinding = z.object({
  title: Line(),
  ownerId: Id.nullable().optional(),
  dueOn: LocalDate.nullable().optional(),
  planId: Id.nullable().optional(),
})

const File = z.object({ text: z.string().max(2_000_000, { error: 'text.too-long' }) })
const ById = z.object({ id: Id })

export const audit = {
  competitors,
  comparison,
  swot,
  accounts: route({
    method: 'GET',
    path: '/audit-accounts',
    may: 'strategy.read',
    summary: 'Accounts in the organisation’s name and those of competitors',
    tag,
  })
    .input(
      PageRequest.extend({
        state: AccountState.optional(),
        platform: AccountPlatform.optional(),
        /** Ours, or those of competitors; both where it is left out. */
        whose: z.enum(['ours', 'competitors']).optional(),
        competitorId: Id.optional(),
      }),
    )
    .output(Page(Account)),
  account: route({ method: 'GET', path: '/audit-accounts/{id}', may: 'strategy.read', summary: 'One account', tag })
    .input(ById)
    .output(Account),
  summary: route({
    method: 'GET',
    path: '/audit-summary',
    may: 'strategy.read',
    summary: 'How many accounts stand how, and what was noticed',
    tag,
  }).output(
    z.object({
      states: z.record(AccountState, z.number().int()),
      findings: z.array(z.object({ finding: z.enum(ACCOUNT_FINDINGS), accounts: z.number().int() })),
      platforms: z.array(z.object({ platform: AccountPlatform, accounts: z.number().int() })),
    }),
  ),
  createAccount: route({
    method: 'POST',
    path: '/audit-accounts',
    may: 'goals.change',
    summary: 'Put an account on the list',
    tag,
    status: 201,
  })
    .input(AccountFields)
    .output(Account),
  changeAccount: route({
    method: 'PATCH',
    path: '/audit-accounts/{id}',
    may: 'goals.change',
    summary: 'Change what is known of an account',
    tag,
  })
    .input(
      AccountFields.partial().extend({
        id: Id,
        url: AccountFields.shape.url.removeDefault().optional(),
        name: AccountFields.shape.name.removeDefault().optional(),
        state: AccountState.optional(),
        holderWords: Prose(200).optional(),
        notes: Prose(5000).optional(),
      }),
    )
    .output(Account),
  removeAccount: route({
    method: 'DELETE',
    path: '/audit-accounts/{id}',
    may: 'goals.change',
    summary: 'Take an account off the list',
    tag,
  })
    .input(ById)
    .output(Gone),
  restoreAccount: route({
    method: 'POST',
    path: '/audit-accounts/{id}/restoration',
    may: 'goals.change',
    summary: 'Put a removed account back',
    tag,
  })
    .input(ById)
    .output(Account),
  takeChannels: route({
    method: 'POST',
    path: '/audit-channels',
    may: 'goals.change',
    summary: 'Put every connected channel on the list that is not there yet',
    tag,
  })
    .input(z.object({}))
    .output(z.object({ created: z.number().int() })),
  lookUp: route({
    method: 'POST',
    path: '/audit-accounts/{id}/look-up',
    may: 'goals.change',
    summary: 'Look its public profile up and keep what it shows as a reading',
    tag,
  })
    .input(ById)
    .output(Account),
  readings: route({
    method: 'GET',
    path: '/audit-accounts/{id}/readings',
    may: 'strategy.read',
    summary: 'What an account showed over time, newest first',
    tag,
  })
    .input(PageRequest.extend({ id: Id }))
    .output(Page(Reading)),
  addReading: route({
    method: 'POST',
    path: '/audit-accounts/{id}/readings',
    may: 'goals.change',
    summary: 'Write down what an account shows today',
    tag,
    status: 201,
  })
    .input(
      z.object({
        id: Id,
        followers: Count,
        following: Count,
        posts: Count,
        postsPerWeek: Measure,
        interactionsPerPost: Measure,
        lastPostOn: LocalDate.nullable().optional(),
        hasPicture: Known.optional(),
        hasText: Known.optional(),
        hasLink: Known.optional(),
        isVerified: Known.optional(),
      }),
    )
    .output(Account),
  taskOfAccount: route({
    method: 'POST',
    path: '/audit-accounts/{id}/tasks',
    may: 'plans.change',
    summary: 'Make a task of what was noticed about an account',
    tag,
    status: 201,
  })
    .input(TaskOfFinding.extend({ id: Id, finding: z.enum(ACCOUNT_FINDINGS) }))
    .output(z.object({ id: Id, title: z.string() })),
  export: route({
    method: 'GET',
    path: '/audit-transfer',
    may: 'strategy.read',
    summary: 'The accounts as a CSV file that spreadsheets open',
    tag,
  }).output(z.object({ name: z.string(), text: z.string() })),
  check: route({
    method: 'POST',
    path: '/audit-transfer/trial',
    may: 'goals.change',
    summary: 'Try a CSV file of accounts: everything that is wrong with it, by row and column; changes nothing',
    tag,
    question: true,
  })
    .input(File)
    .output(TriedAccounts),
  import: route({
    method: 'POST',
    path: '/audit-transfer',
    may: 'goals.change',
    summary: 'Bring accounts in from a CSV file, all of it or nothing; the same again changes nothing',
    tag,
  })
    .input(File)
    .output(TriedAccounts),
}
