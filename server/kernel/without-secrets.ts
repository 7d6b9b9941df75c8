const REMOVED = '[removed]'

/** Endings of field names (lower case, without `-` and `_`) whose values are never shown. */
const SECRET_NAME =
  /(authorization|cookies?|pass(words?|wd|phrase)|tokens?|secrets?|credentials?|jwt|signature|sessionid|dpop)$|(^|api|access|private|data|installation)keys?$/

/** In addresses and forms, where short names carry keys too. */
const SECRET_PARAMETER =
  /([?&;#"\s](?:[\w.%[\]-]{0,60}(?:token|secret|passw(?:or)?d|signature|api_?key|jwt|assertion)|key|code|state|sig|auth|credentials?)=)[^&\s"'\\<>#]+/gi
const USER_IN_ADDRESS = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/"'@\\?#]{1,2000}@/gi
const CREDENTIAL_IN_HEADER = /\b(Bearer|DPoP|Basic)\s+(?=[\w.~+/=-]{16})[\w.~+/=-]+/gi
const SECRET_IN_JSON =
  /("[\w-]{0,60}(?:token|secret|password|jwt|api_?key|authorization|cookie)"\s{0,9}:\s{0,9}")(?:[^"\\]|\\.)*/gi

/**
 * The same JSON value without secrets: fields with a telling name keep the name and lose the value, at any depth, and
 * texts lose passwords in addresses, telling query parameters, authorization headers and secrets in quoted JSON.
 */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value)
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isSecret(name, inner) ? REMOVED : withoutSecrets(inner)]),
  )
}

function isSecret(name: string, value: unknown): boolean {
  return value !== null && typeof value !== 'boolean' && SECRET_NAME.test(name.toLowerCase().replaceAll(/[-_]/g, ''))
}

/** A text, such as an address or a sentence, without the secrets that it shows. */
export function textWithoutSecrets(text: string): string {
  return ` ${text}`
    .replaceAll(USER_IN_ADDRESS, `$1${REMOVED}@`)
    .replaceAll(SECRET_PARAMETER, `$1${REMOVED}`)
    .replaceAll(CREDENTIAL_IN_HEADER, `$1 ${REMOVED}`)
    .replaceAll(SECRET_IN_JSON, `$1${REMOVED}`)
    .slice(1)
}
