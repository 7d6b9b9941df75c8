import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/toast.tsx'
import type { Channel } from '../records.ts'
import { BASE, formOf, joined, splitToFit, withPart } from './composition.ts'
import type { Composition, Tab } from './composition.ts'
import { countForm, cutToFit, shortLinkLength } from './count-forms.ts'
import type { PlacedFinding } from './finding-places.ts'
import { withSuggestion } from './suggestion.ts'
import type { Composing } from './use-composition.ts'

interface Fix {
  readonly label: string
  readonly onPress: () => void
}

function focus(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** Whether a text fits every one of these channels. */
function fitting(composition: Composition, channels: readonly Channel[]): (text: string) => boolean {
  return (text) =>
    channels.every(({ id, description: platform }) => {
      const contentWarning = composition.extras[id]?.contentWarning ?? ''
      const linkLength = shortLinkLength(window.location.origin)
      const form = { title: '', parts: [{ text, mediaIds: [] }] }
      return countForm(form, { platform, contentWarning, trackLinks: composition.trackLinks, linkLength }).every(
        (count) => count.over === 0,
      )
    })
}

/** For each finding the ways to mend it that a press can do. */
export function useFixes(
  { composition, dispatch }: Composing,
  channels: readonly Channel[],
  onTab: (tab: Tab) => void,
) {
  const { t } = useTranslation('publishing')
  return ({ finding, rule, tab, channels: ids }: PlacedFinding): readonly Fix[] => {
    const concerned = channels.filter((channel) => ids.includes(channel.id))
    const threads = concerned.every((channel) => channel.description.threads)
    const form = formOf(composition, tab, concerned[0]?.description.threads ?? true)
    const part = form.parts[finding.part]
    switch (finding.code) {
      case 'rule': {
        const mended = rule === null || rule.waived !== null ? null : withSuggestion(form, rule)
        if (rule === null || mended === null) return []
        const use = () => {
          dispatch({ kind: 'form', tab, form: mended.form })
          announce(t('fix.used', { text: mended.text }), { undo: () => dispatch({ kind: 'form', tab, form }) })
        }
        return [{ label: t(mended.adds ? 'fix.add' : 'fix.use', { text: mended.text }), onPress: use }]
      }
      case 'text.too-long': {
        const fits = fitting(composition, concerned)
        const divide: Fix = {
          label: t('fix.split'),
          onPress: () =>
            dispatch({ kind: 'form', tab, form: splitToFit(form, finding.part, fits, (text) => cutToFit(text, fits)) }),
        }
        const own =
          tab === BASE
            ? concerned.map<Fix>((channel) => ({
                label: t('fix.own', { channel: channel.name }),
                onPress: () => onTab(channel.id),
              }))
            : []
        return [...(threads ? [divide] : []), ...own]
      }
      case 'media.alt-text-missing': {
        const id = part?.mediaIds[Number(finding.params['picture']) - 1]
        return id === undefined
          ? []
          : [
              {
                label: t('fix.describe'),
                onPress: () => {
                  onTab(tab)
                  focus(`alt-${id}`)
                },
              },
            ]
      }
      case 'media.too-many': {
        const most = Number(finding.params['most'])
        const mediaIds = part?.mediaIds.slice(0, most) ?? []
        return concerned.map((channel) => ({
          label: t('fix.fewer', { count: most, channel: channel.name }),
          onPress: () =>
            dispatch({
              kind: 'form',
              tab: channel.id,
              form: withPart(formOf(composition, channel.id, channel.description.threads), finding.part, { mediaIds }),
            }),
        }))
      }
      case 'thread.not-offered':
        return [{ label: t('fix.join'), onPress: () => dispatch({ kind: 'form', tab, form: joined(form) }) }]
      case 'link.not-tracked':
        return [{ label: t('fix.track'), onPress: () => dispatch({ kind: 'set', values: { trackLinks: true } }) }]
      case 'title.too-long':
        return [
          {
            label: t('fix.title'),
            onPress: () => {
              onTab(tab)
              focus('compose-title')
            },
          },
        ]
      default:
        return []
    }
  }
}
