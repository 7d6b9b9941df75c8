import accounts from './accounts.json' with { type: 'json' }
import advisor from './advisor.json' with { type: 'json' }
import approvals from './approvals.json' with { type: 'json' }
import audiences from './audiences.json' with { type: 'json' }
import audit from './audit.json' with { type: 'json' }
import budget from './budget.json' with { type: 'json' }
import chart from './chart.json' with { type: 'json' }
import choice from './choice.json' with { type: 'json' }
import confidential from './confidential.json' with { type: 'json' }
import document from './document.json' with { type: 'json' }
import content from './content.json' with { type: 'json' }
import finding from './finding.json' with { type: 'json' }
import governance from './governance.json' with { type: 'json' }
import mail from './mail.json' with { type: 'json' }
import measurement from './measurement.json' with { type: 'json' }
import model from './model.json' with { type: 'json' }
import newsroom from './newsroom.json' with { type: 'json' }
import notices from './notices.json' with { type: 'json' }
import organisation from './organisation.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import plans from './plans.json' with { type: 'json' }
import policies from './policies.json' with { type: 'json' }
import publishing from './publishing.json' with { type: 'json' }
import refusal from './refusal.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import rules from './rules.json' with { type: 'json' }
import session from './session.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import stop from './stop.json' with { type: 'json' }
import strategy from './strategy.json' with { type: 'json' }
import team from './team.json' with { type: 'json' }
import training from './training.json' with { type: 'json' }
import transfer from './transfer.json' with { type: 'json' }
import ui from './ui.json' with { type: 'json' }
import units from './units.json' with { type: 'json' }
import kpis from './kpis.json' with { type: 'json' }
import scorecard from './scorecard.json' with { type: 'json' }

/** Every sentence in English, by namespace. Keys are flat; values are ICU messages. */
export const en = {
  accounts,
  advisor,
  approvals,
  audiences,
  audit,
  budget,
  chart,
  choice,
  confidential,
  content,
  document,
  finding,
  governance,
  mail,
  measurement,
  model,
  newsroom,
  notices,
  organisation,
  people,
  plans,
  policies,
  publishing,
  refusal,
  review,
  rules,
  session,
  shell,
  stop,
  strategy,
  team,
  training,
  transfer,
  ui,
  units,
  kpis,
  scorecard,
}
