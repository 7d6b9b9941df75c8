import { escape } from './mastodon-html.ts'
import type { Answer } from './mastodon-http.ts'

export interface Application {
  readonly id: string
  readonly secret: string
  readonly name: string
  readonly redirectUris: readonly string[]
  readonly scopes: readonly string[]
}

/** The page on which a person lets an application in, or not. Whoever opens it is signed in already. */
export function authorizePage(
  { application, scopes }: { readonly application: Application; readonly scopes: readonly string[] },
  query: URLSearchParams,
): Answer {
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  )
  const body = `<!doctype html>
<html lang="en"><head><title>Authorization required</title></head><body><main>
<h1>Authorization required</h1>
<p><strong>${escape(application.name)}</strong> would like permission to access your account.</p>
<ul>${scopes.map((scope) => `<li>${escape(scope)}</li>`).join('')}</ul>
<form method="post" action="/oauth/authorize">${kept.join('')}
<p><label>Account <input name="account" value="brand"></label></p>
<button name="decision" value="allow">Authorize</button>
<button name="decision" value="deny">Deny</button>
</form></main></body></html>`
  return { status: 200, body, headers: { 'content-type': 'text/html; charset=utf-8' } }
}
