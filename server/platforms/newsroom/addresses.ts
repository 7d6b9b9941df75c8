/** Where a newsroom is, for everybody. `publicUrl` is an origin without a slash at the end. */
export function newsroomUrl(publicUrl: string, organisationSlug: string): string {
  return `${publicUrl}/newsroom/${organisationSlug}`
}

/** Where an article is; its slug may hold letters of any script. */
export function articleUrl(publicUrl: string, organisationSlug: string, articleSlug: string): string {
  return `${newsroomUrl(publicUrl, organisationSlug)}/${encodeURIComponent(articleSlug)}`
}
