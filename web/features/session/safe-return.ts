/** Where to go after signing in: only an address of this site, never one that a link from outside smuggled in. */
export function safeReturn(to: string | undefined): string {
  if (to === undefined || !/^\/(?![/\\])/u.test(to) || to.startsWith('/sign-in')) return '/'
  return /[\u0000-\u001f]/u.test(to) ? '/' : to
}
