const COMMON = [
  'password',
  'passwort',
  'qwerty',
  'letmein',
  'welcome',
  '123456',
  'abcdef',
  'iloveyou',
  'sifre',
  'parola',
  'galatasaray',
  'fenerbahce',
  'besiktas',
  'tutti',
]

/**
 * Whether a password is too easy to guess: after taking away well-known words, the person's own names and runs of one
 * character, fewer than eight different places are left. Length itself (12 to 128) is checked by the contract. After NIST SP 800-63B.
 */
export function isEasyToGuess(password: string, known: readonly string[]): boolean {
  const words = [...COMMON, ...known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter(
    (word) => word.length >= 4,
  )
  let rest = password.toLowerCase()
  for (const word of words) rest = rest.replaceAll(word, '')
  const withoutRuns = rest.replaceAll(/(.)\1+/gu, '$1')
  return withoutRuns.length < 8 || new Set(withoutRuns).size < 5
}
