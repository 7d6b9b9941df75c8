import { expect, it } from 'vitest'
import { html, safeHtml, textOf } from './html.ts'

it('escapes every text, in content and in attributes', () => {
  const evil = `"><script>alert('1')</script>&`
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;'
  expect(textOf(html`<a title="${evil}">${evil}</a>`)).toBe(`<a title="${escaped}">${escaped}</a>`)
})

it('puts markup in as it is, lists one after another, nothing for null', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
  expect(textOf(html`${items}${null}${2}${safeHtml('<hr>')}`)).toBe('<li>a</li><li>&lt;b&gt;</li>2<hr>')
})
