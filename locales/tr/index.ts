import content from './content.json' with { type: 'json' }
import finding from './finding.json' with { type: 'json' }
import mail from './mail.json' with { type: 'json' }
import measurement from './measurement.json' with { type: 'json' }
import newsroom from './newsroom.json' with { type: 'json' }
import organisation from './organisation.json' with { type: 'json' }
import publishing from './publishing.json' with { type: 'json' }
import refusal from './refusal.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import session from './session.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import strategy from './strategy.json' with { type: 'json' }
import ui from './ui.json' with { type: 'json' }

/** Every sentence in Turkish, by namespace. Keys are flat; values are ICU messages. */
export const tr = {
  content,
  finding,
  mail,
  measurement,
  newsroom,
  organisation,
  publishing,
  refusal,
  review,
  session,
  shell,
  strategy,
  ui,
}
