import type { Language } from '#contract/kinds.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { MailNotSent } from '#server/kernel/mail.ts'
import { translate } from '#server/kernel/translate.ts'
import { findApproval, titleOf } from './store.ts'

interface Asked {
  readonly approvalId: string
  readonly stage: number
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly reminder: boolean
}

/**
 * Sends the letters that wait: to whoever is asked or reminded, and to authors of what was decided. Without a mail server
 * nothing is sent, and what is older than a day is not sent later either: the notices say it.
 */
export async function mailApprovals(kernel: Kernel, organisationId: string): Promise<void> {
  if (!kernel.mail.configured) return
  const since = new Date(kernel.clock.now().getTime() - 24 * 3_600_000)
  const asked = await kernel.database.inOrganisation(organisationId, (db) => readAsked(db, organisationId, since))
  for (const one of asked) {
    const title = await titleOfApproval(kernel, organisationId, one.approvalId)
    const sent = await send(kernel, one, {
      kind: one.reminder ? 'reminder' : 'asked',
      title,
      link: `${kernel.config.publicUrl}/govern?open=${one.approvalId}`,
    })
    if (!sent) return
    await kernel.database.inOrganisation(organisationId, (db) =>
      db
        .updateTable('governance_approval_asks')
        .set({ mailed_at: kernel.clock.now() })
        .where('organisation_id', '=', organisationId)
        .where('approval_id', '=', one.approvalId)
        .where('stage', '=', one.stage)
        .where('person_id', '=', one.personId)
        .execute(),
    )
  }
  await mailOutcomes(kernel, organisationId, since)
}

async function readAsked(db: Db, organisationId: string, since: Date): Promise<Asked[]> {
  const rows = await db
    .selectFrom('governance_approval_asks as a')
    .innerJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.approval_id', 'a.stage', 'a.person_id', 'a.reminded_at', 'p.email', 'p.name', 'p.language'])
    .where('a.organisation_id', '=', organisationId)
    .where('a.ended_at', 'is', null)
    .where('a.mailed_at', 'is', null)
    .where((the) => the.or([the('a.asked_at', '>', since), the('a.reminded_at', '>', since)]))
    .limit(200)
    .execute()
  return rows.map((row) => ({
    approvalId: row.approval_id,
    stage: row.stage,
    personId: row.person_id,
    email: row.email,
    name: row.name,
    language: row.language === 'tr' ? 'tr' : 'en',
    reminder: row.reminded_at !== null,
  }))
}

async function mailOutcomes(kernel: Kernel, organisationId: string, since: Date): Promise<void> {
  const rows = await kernel.database.inOrganisation(organisationId, (db) =>
    db
      .selectFrom('governance_approvals as g')
      .innerJoin('organisation_people as p', (join) =>
        join.onRef('p.organisation_id', '=', 'g.organisation_id').onRef('p.id', '=', 'g.asked_by'),
      )
      .select(['g.id', 'g.post_id', 'g.state', 'p.email', 'p.name', 'p.language'])
      .where('g.organisation_id', '=', organisationId)
      .where('g.state', 'in', ['approved', 'rejected', 'expired'])
      .where('g.closed_at', '>', since)
      .where('g.outcome_mailed_at', 'is', null)
      .limit(200)
      .execute(),
  )
  for (const row of rows) {
    const sent = await send(
      kernel,
      { email: row.email, name: row.name, language: row.language === 'tr' ? 'tr' : 'en' },
      {
        kind: row.state as 'approved' | 'rejected' | 'expired',
        title: await titleOfApproval(kernel, organisationId, row.id),
        link: `${kernel.config.publicUrl}/posts/${row.post_id}`,
      },
    )
    if (!sent) return
    await kernel.database.inOrganisation(organisationId, (db) =>
      db
        .updateTable('governance_approvals')
        .set({ outcome_mailed_at: kernel.clock.now() })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', row.id)
        .execute(),
    )
  }
}

function titleOfApproval(kernel: Kernel, organisationId: string, id: string): Promise<string> {
  return kernel.database.inOrganisation(organisationId, async (db) =>
    titleOf(await findApproval(db, organisationId, id)),
  )
}

interface Words {
  readonly kind: 'asked' | 'reminder' | 'approved' | 'rejected' | 'expired'
  readonly title: string
  readonly link: string
}

/** False: the mail server cannot be reached; the letters stay until it can. */
async function send(
  kernel: Kernel,
  to: Pick<Asked, 'email' | 'name' | 'language'>,
  { kind, title, link }: Words,
): Promise<boolean> {
  const values = { name: to.name, title, link }
  try {
    await kernel.mail.send({
      to: to.email,
      subject: translate(to.language, `mail:approval.${kind}.subject`, values),
      text: translate(to.language, `mail:approval.${kind}.text`, values),
    })
    return true
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error
    kernel.log.warn({ err: error }, 'a letter about an approval could not be sent')
    return error.why === 'refused'
  }
}
