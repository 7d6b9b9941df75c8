export type Strength = 'too-short' | 'weak' | 'fair' | 'strong'

const COMMON = [
  'password',
  'parola',
  'sifre',
  'şifre',
  'qwerty',
  '123456',
  'letmein',
  'welcome',
  'admin',
  'tutti',
  'abcdef',
]

/** How many different characters, counting a run such as `aaaa` or `1234` once. */
function variety(password: string): number {
  let steps = 0
  for (let place = 1; place < password.length; place += 1) {
    const step = password.charCodeAt(place) - password.charCodeAt(place - 1)
    if (Math.abs(step) > 1) steps += 1
  }
  return Math.min(steps + 1, new Set(password).size * 2)
}

/**
 * A rough word for how hard a password is to guess, from length, variety and a few well-known words. It advises; the rule
 * is the server's (12 characters).
 */
export function passwordStrength(password: string, words: readonly string[] = []): Strength {
  if (password.length < 12) return 'too-short'
  const lower = password.toLowerCase()
  const known = [...COMMON, ...words.map((word) => word.toLowerCase())].filter(
    (word) => word.length >= 4 && lower.includes(word),
  )
  const worth = variety(password) - known.reduce((sum, word) => sum + word.length, 0)
  if (worth < 9) return 'weak'
  return worth < 14 ? 'fair' : 'strong'
}
