import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { CatalogueLanguage } from '#locales/index.ts'
import { sentencesIn } from './words.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 A and AA, a line each. `contrast` asks for the colours only. */
export async function findBarriers(page: Page, contrast = false): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (contrast ? axe.withRules(['color-contrast']) : axe.withTags(RULES)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  )
}

/** What reaches beyond the page's width and would have to be scrolled to, sideways. */
export function findOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pages = [document.documentElement, document.getElementById('main')].filter((element) => element !== null)
    if (pages.every((element) => element.scrollWidth <= element.clientWidth)) return []
    const edge = document.documentElement.clientWidth
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.right <= edge + 1) return false
      for (let around = element.parentElement; around !== null && around.id !== 'main'; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return false
      }
      return true
    })
    return beyond
      .slice(0, 4)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`,
      )
      .concat('wider than the page')
  })
}

/**
 * Keys and placeholders shown instead of sentences and, in another language, sentences left in English. Words of mails and public pages,
 * and examples of what people write, are left out: names that people gave equal some of them. So is what the page itself says is not to
 * be translated, as formulas are.
 */
export async function findUntranslated(page: Page, language: CatalogueLanguage): Promise<readonly string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode())
      if (walk.currentNode.parentElement?.closest('[translate="no"]') === null)
        texts.push(walk.currentNode.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name)?.trim() ?? '')
    }
    return [...new Set(texts.filter((text) => text !== ''))]
  })
  const english = new Map(
    [...sentencesIn('en')].filter(
      ([key]) => !/^(?:newsroom|mail):|example$|report\.order$|other-language\.|decision\.test$/u.test(key),
    ),
  )
  const own = sentencesIn(language)
  const keys = new Set(
    [...english.keys()].flatMap((key) => [key, ...(key.includes('.') ? [key.slice(key.indexOf(':') + 1)] : [])]),
  )
  const left = new Set(
    language === 'en'
      ? []
      : [...english]
          .filter(([key, sentence]) => sentence.length > 3 && own.get(key) !== sentence)
          .map(([, sentence]) => sentence),
  )
  const meant = new Set(own.values())
  return shown.filter((text) => keys.has(text) || /\{[a-z]+[,}]/iu.test(text) || (left.has(text) && !meant.has(text)))
}

/** Shows the page in the other colours and waits until all of it wears them. */
export async function wear(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' })
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })
}
