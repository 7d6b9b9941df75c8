import { lazyRouteComponent } from '@tanstack/react-router'
import { createElement } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Namespace } from './language.ts'

const SCREENS: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob('../features/*/*-screen.tsx')

/** The words that the screens of a feature use, their own and their neighbours'. Fetched before the screen is shown. */
const WORDS: Readonly<Record<string, Namespace[]>> = {
  session: ['session'],
  organisation: ['organisation', 'units', 'people', 'team', 'transfer'],
  governance: ['governance', 'approvals', 'policies', 'training', 'rules', 'confidential'],
  strategy: [
    'strategy',
    'audiences',
    'plans',
    'budget',
    'kpis',
    'scorecard',
    'document',
    'accounts',
    'choice',
    'transfer',
  ],
  content: ['content', 'audiences', 'approvals'],
  publishing: ['publishing', 'audiences', 'approvals', 'rules'],
  measurement: ['measurement', 'plans', 'strategy'],
}

function pascal(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function isComponent(value: unknown): value is ComponentType {
  return typeof value === 'function'
}

/**
 * A screen that is fetched when its address is opened: `lazyScreen('publishing/post-screen')` shows `PostScreen` of
 * `web/features/publishing/post-screen.tsx`, once the words of its feature are there.
 */
export function lazyScreen(path: `${string}/${string}-screen`) {
  return lazyRouteComponent(async () => ({ default: withWords(path, await loadScreen(path)) }), 'default')
}

function withWords(path: string, screen: ComponentType): ComponentType {
  const words = WORDS[path.split('/')[0] ?? ''] ?? []
  return function ScreenWithWords() {
    useTranslation(words)
    return createElement(screen)
  }
}

async function loadScreen(path: string): Promise<ComponentType> {
  const load = SCREENS[`../features/${path}.tsx`]
  if (load === undefined) throw new Error(`There is no screen ${path}`)
  const name = pascal(path.split('/').at(-1) ?? '')
  const module = await load()
  const component: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined
  if (!isComponent(component)) throw new Error(`${path}.tsx does not export ${name}`)
  return component
}
