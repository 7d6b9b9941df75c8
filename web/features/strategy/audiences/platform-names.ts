import { useTranslation } from 'react-i18next'

/** Places that are often named, by id; whatever else people write stands as they wrote it. */
const NAMES: Readonly<Record<string, string>> = {
  bluesky: 'Bluesky',
  discord: 'Discord',
  facebook: 'Facebook',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  medium: 'Medium',
  pinterest: 'Pinterest',
  quora: 'Quora',
  reddit: 'Reddit',
  telegram: 'Telegram',
  threads: 'Threads',
  tiktok: 'TikTok',
  whatsapp: 'WhatsApp',
  x: 'X',
  xing: 'XING',
  youtube: 'YouTube',
}

/** The names of platforms, for reading and for choosing; `idOf` turns a name that is known back into its id. */
export function usePlatformNames() {
  const { t, i18n } = useTranslation('audiences')
  const names: Readonly<Record<string, string>> = { newsroom: t('platform.newsroom'), ...NAMES }
  const nameOf = (id: string) => names[id.toLowerCase()] ?? id
  const fold = (text: string) => text.trim().toLocaleLowerCase(i18n.language)
  const idOf = (name: string) => Object.keys(names).find((id) => fold(nameOf(id)) === fold(name)) ?? name.trim()
  return { nameOf, idOf, all: Object.values(names).toSorted((one, other) => one.localeCompare(other, i18n.language)) }
}
