import { createHash } from 'node:crypto'

/** Nothing but our stylesheet and pictures is loaded, nothing runs, and no other site may frame it. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface Answer {
  readonly body: string
  readonly type: string
  readonly status?: 200 | 404 | 410
  /** How long anybody may keep it. */
  readonly seconds: number
  /** When its content last changed; null where nobody can tell. */
  readonly changedAt: Date | null
}

/** A public answer that caches may keep for a while; 304 to whoever has the same already. */
export function publicAnswer(request: Request, answer: Answer, now: Date): Response {
  const { body, type, status = 200, seconds, changedAt } = answer
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const modified = changedAt === null ? null : wholeSecond(changedAt)
  const headers = new Headers({
    'content-type': type,
    'cache-control': `public, max-age=${seconds}`,
    'content-security-policy': POLICY,
  })
  if (status !== 200) return new Response(body, { status, headers })
  headers.set('etag', tag)
  if (modified !== null && modified <= now) headers.set('last-modified', modified.toUTCString())
  return hasSame(request.headers, tag, modified)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers })
}

/** RFC 9110, section 13.2.2: the date counts only where no tag is sent. */
function hasSame(headers: Headers, tag: string, modified: Date | null): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return namesTag(tags, tag)
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return modified !== null && since >= modified.getTime()
}

/** Whether an `If-None-Match` header names this tag. A proxy that compresses makes it weak, which is as good here. */
export function namesTag(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}

/** Rounded up: two changes within one second must not look like one to a reader who came between them. */
function wholeSecond(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 1000) * 1000)
}
