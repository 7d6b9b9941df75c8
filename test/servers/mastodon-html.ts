/** A text as Mastodon shows it: paragraphs, shortened links, mentions and hashtags as links, everything else escaped. */
export function toHtml(text: string, { origin, markdown, software }: HtmlOptions): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
  return paragraphs.map((paragraph) => `<p>${inline(paragraph, { origin, markdown, software })}</p>`).join('')
}

export interface HtmlOptions {
  readonly origin: string
  readonly markdown: boolean
  readonly software: 'mastodon' | 'gotosocial'
}

const TOKEN = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])|(?<![\w/@])@(\w+)(?:@([\w.-]+\w))?|(?<![\w&/])#(\w*\p{L}\w*)/gu

function inline(text: string, options: HtmlOptions): string {
  let html = ''
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    const [whole, url, user, host, tag] = match
    html += plain(text.slice(from, match.index), options.markdown)
    if (url !== undefined) html += link(url, options.software)
    else if (user !== undefined) html += mention(user, host === undefined ? options.origin : `https://${host}`)
    else html += `<a href="${options.origin}/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`
    from = match.index + whole.length
  }
  return html + plain(text.slice(from), options.markdown)
}

function plain(text: string, markdown: boolean): string {
  const html = escape(text).replace(/\n/g, '<br />')
  return markdown ? html.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>').replace(/\*(.+?)\*/g, '<em>$1</em>') : html
}

function mention(user: string, origin: string): string {
  return `<span class="h-card" translate="no"><a href="${origin}/@${user}" class="u-url mention">@<span>${user}</span></a></span>`
}

function link(url: string, software: HtmlOptions['software']): string {
  const href = escape(url)
  const open = `<a href="${href}" target="_blank" rel="nofollow noopener noreferrer" translate="no">`
  if (software === 'gotosocial') return `${open}${href}</a>`
  const [, scheme = '', rest = ''] = /^(https?:\/\/(?:www\.)?)(.*)$/.exec(url) ?? []
  const [shown, hidden] = [rest.slice(0, 30), rest.slice(30)]
  const kind = hidden === '' ? '' : 'ellipsis'
  return `${open}<span class="invisible">${escape(scheme)}</span><span class="${kind}">${escape(shown)}</span><span class="invisible">${escape(hidden)}</span></a>`
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('&#38;', '&amp;')
}
