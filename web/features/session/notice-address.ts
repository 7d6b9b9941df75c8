const ADDRESS: Readonly<Record<string, string>> = {
  direction: '/strategy/cascade',
  objective: '/strategy/objectives/$id',
  goal: '/strategy/goals/$id',
  plan: '/strategy/plans/$id',
  campaign: '/content/campaigns/$id',
  piece: '/content/pieces/$id',
  post: '/posts/$id',
  delivery: '/calendar/deliveries',
  channel: '/calendar/channels',
  policy: '/govern/policies/$id',
  course: '/govern/training/$id',
  requirement: '/govern/training',
  certificate: '/govern/training',
  approval: '/govern',
  workflow: '/govern/workflows',
  stakeholder: '/govern/stakeholders',
  stop: '/govern/stop',
  unit: '/organise/units',
  position: '/organise?position=$id',
  person: '/organise/people',
  'operating-model': '/organise/model',
  placement: '/organise/advisor',
  'plan-document': '/strategy/document',
}

/** Where what a notice is about can be seen; home where it has no page. An agency is a unit with a page of its own. */
export function noticeAddress({ kind, subject }: { kind: string; subject: { type: string; id: string } }): string {
  if (kind.startsWith('agency.')) return '/organise/agencies'
  if (kind.startsWith('representative.') || kind.startsWith('team.')) return '/organise/team'
  return (ADDRESS[subject.type] ?? '/').replace('$id', subject.id)
}
