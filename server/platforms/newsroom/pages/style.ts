import { createHash } from 'node:crypto'

/** The look of the newsroom: one reading column, the colours of Tutti, light or dark as the reader's device is set. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --quiet: #f6f6f9; --line: #e3e3ea; --text: #1a1a22; --text-2: #474755; --text-3: #656574;
  --accent: #5747d6; --on-accent: #ffffff; --link: #4c3dc8; --underline: #c8c1f7;
  --sans: "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  --wide: 54rem; --column: 41rem; --gutter: clamp(1.25rem, 4vw, 2rem);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121217; --quiet: #1e1e26; --line: #2d2d38; --text: #ededf2; --text-2: #bcbcc9; --text-3: #9797a7;
    --accent: #6353e0; --link: #b3aafb; --underline: #4b429a;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--page); color: var(--text);
  font: 400 1.0625rem/1.65 var(--sans); overflow-wrap: anywhere; -webkit-font-smoothing: antialiased; }
h1, h2, h3, h4, h5, h6, p, ul, ol, figure, blockquote, pre { margin: 0; }
a { color: var(--link); text-decoration-color: var(--underline); text-decoration-thickness: 2px; text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 3px; }
img { display: block; max-width: 100%; height: auto; }
h1, h2, h3, h4, h5, h6 { font-weight: 650; line-height: 1.2; letter-spacing: -.018em; text-wrap: balance; }
h1, .news h2 { hyphens: auto; hyphenate-limit-chars: 16; }
h1, h2, h3, h4, p, li, td, th, blockquote { unicode-bidi: plaintext; }

.skip { position: absolute; inset-inline-start: 1rem; top: -6rem; z-index: 1; padding: .6rem 1rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); }
.skip:focus { top: 1rem; }
.banner, main, footer { width: 100%; max-width: calc(var(--wide) + 2 * var(--gutter)); margin-inline: auto; padding-inline: var(--gutter); }
main { flex: 1; padding-block: clamp(2rem, 6vw, 4rem) 4rem; }
.banner { position: relative; display: flex; align-items: center; gap: .5rem 1rem; padding-block: .9rem; }
.banner::after { content: ""; position: absolute; bottom: 0; inset-inline: var(--gutter); border-bottom: 1px solid var(--line); }
.banner a { display: flex; align-items: center; gap: .7rem; min-width: 0; min-height: 44px; color: inherit; text-decoration: none; font-weight: 600; }
.banner a:hover .name { text-decoration: underline; text-decoration-color: var(--underline); text-decoration-thickness: 2px; text-underline-offset: .2em; }
.mark { flex: none; display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-size: 1rem; line-height: 1; }
.name { line-height: 1.3; }
.room { margin-inline-start: auto; color: var(--text-3); font-size: .9375rem; white-space: nowrap; }
footer { padding-block: 1.25rem 2rem; color: var(--text-3); font-size: .9375rem; }
footer nav { border-top: 1px solid var(--line); padding-top: 1rem; }
footer ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: 0; list-style: none; }
footer a, .back a, .pages a { display: inline-block; padding-block: .4rem; color: var(--text-2); }
.when { color: var(--text-3); font-size: .9375rem; }

h1.index { font-size: clamp(1.9rem, 5.2vw, 2.75rem); }
.empty { margin-top: 2rem; padding: 3rem 1.5rem; border-radius: 12px; background: var(--quiet); color: var(--text-2); text-align: center; }
.news { padding: 0; list-style: none; margin-top: clamp(1.5rem, 4vw, 2.5rem); }
.news > li { display: grid; gap: 1rem; padding-block: 2rem; border-top: 1px solid var(--line); }
.news > li:first-child { border-top: 0; padding-top: 0; }
.news h2 { margin-block: .3rem .5rem; font-size: 1.375rem; }
.news h2 a { color: inherit; text-decoration-color: transparent; }
.news h2 a:hover { text-decoration-color: var(--underline); }
.summary { color: var(--text-2); max-width: 42rem; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; line-clamp: 4; overflow: hidden; }
.thumbnail img { width: 100%; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 12px; background: var(--quiet); }
.lead h2 { font-size: clamp(1.6rem, 4vw, 2.125rem); }
@media (min-width: 40rem) {
  .news > li:not(.lead) { grid-template-columns: 1fr 14rem; gap: 2rem; }
  .news > li:not(.lead) .words:only-child { grid-column: 1 / -1; }
  .news > li:not(.lead) .thumbnail { order: 2; }
  .news > li:not(.lead) .thumbnail img { aspect-ratio: 3 / 2; }
  .lead { gap: 1.5rem; }
}
.pages { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: .5rem 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--text-3); }

.reading > * { max-width: var(--column); margin-inline: auto; }
.reading > .hero, .reading > .gallery { max-width: var(--wide); }
.back { margin-bottom: 1.5rem; font-size: .9375rem; }
.reading h1 { margin-top: .5rem; font-size: clamp(1.9rem, 6vw, 2.875rem); line-height: 1.14; }
.standfirst { margin-top: 1rem; color: var(--text-2); font-size: 1.25rem; line-height: 1.5; text-wrap: pretty; }
.hero { margin-top: 2rem; }
.hero img { width: auto; max-height: 46rem; margin-inline: auto; border-radius: 12px; background: var(--quiet); }
.body { margin-top: 2rem; text-wrap: pretty; }
.body > * + * { margin-top: 1.25em; }
.body :is(h2, h3, h4, h5, h6) { margin-top: 1.9em; font-size: 1.0625rem; }
.body h2 { font-size: 1.5rem; }
.body h3 { font-size: 1.1875rem; }
.body :is(h2, h3, h4, h5, h6) + * { margin-top: .6em; }
.body > :first-child { margin-top: 0; }
.body :is(ul, ol) { padding-inline-start: 1.4em; }
.body li + li, .body li > :is(ul, ol) { margin-top: .4em; }
.body li::marker { color: var(--text-3); }
.body li > p + p, blockquote > * + * { margin-top: .8em; }
.body blockquote { padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--underline); color: var(--text-2); }
.body hr { width: 4rem; margin: 2.5em auto; border: 0; border-top: 2px solid var(--line); }
code { padding: .1em .3em; border-radius: 4px; background: var(--quiet); font: .9em/1.5 var(--mono); unicode-bidi: isolate; }
pre { padding: 1rem 1.25rem; border-radius: 12px; background: var(--quiet); overflow-x: auto; overflow-wrap: normal; }
pre code { padding: 0; background: none; }
.wide { overflow-x: auto; overflow-wrap: normal; }
table { min-width: 100%; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
th, td { padding: .6rem .9rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th[align="right"], td[align="right"] { text-align: end; white-space: nowrap; }
th[align="center"], td[align="center"] { text-align: center; }
th { color: var(--text-2); font-weight: 600; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem; margin-top: 3rem; align-items: start; }
.gallery img { width: 100%; border-radius: 12px; background: var(--quiet); }

.message { max-width: var(--column); margin: clamp(2rem, 10vh, 6rem) auto; text-align: center; }
.message h1 { font-size: clamp(1.6rem, 5vw, 2.125rem); }
.message p { margin-top: 1rem; color: var(--text-2); }
.button { display: inline-block; margin-top: .75rem; padding: .65rem 1.25rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 500; text-decoration: none; }
.button:hover { text-decoration: underline; text-decoration-color: currentColor; }
@media print { .banner .room, .skip, .back, footer { display: none; } body { font-size: 11pt; } }
`

/** Changes with every change of the look. */
export const STYLE_TAG = createHash('sha256').update(STYLE).digest('base64url').slice(0, 12)

/** Where the pages load it from. */
export const STYLE_ADDRESS = `/newsroom/style.css?v=${STYLE_TAG}`
