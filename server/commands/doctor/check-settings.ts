import { ConfigError, type Config } from '#server/kernel/config.ts'
import type { Surroundings } from '../surroundings.ts'
import { readSettings } from '../with-installation.ts'
import { note, ok, problem, type Finding } from './finding.ts'

/** The settings in the environment; null where something in them is wrong, and then all that is. */
export function checkSettings(env: Surroundings['env']): { config: Config | null; findings: Finding[] } {
  try {
    const config = readSettings(env)
    const mail =
      config.smtp === null
        ? [note('Mail', 'No mail server is set (SMTP_URL, SMTP_FROM): invitations are handed over as links.')]
        : []
    const findings = [
      ok('Settings', 'All settings can be read.'),
      ...config.warnings.map((warning) => note('Settings', warning)),
      ...mail,
    ]
    return { config, findings }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const findings = error.problems.map(({ variable, expected }) =>
      problem('Settings', `${variable} is wrong. Expected: ${expected}.`),
    )
    return { config: null, findings }
  }
}
