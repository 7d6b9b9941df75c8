import { useRef } from 'react'
import type { Media } from '../records.ts'
import { makeLink, toggleBold, toggleLines } from './markdown-edit.ts'
import type { Edit, Selected } from './markdown-edit.ts'

/** Changes the text of a text area in a way that its own undo (Ctrl Z) knows. */
function carryOut(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus()
  area.setSelectionRange(edit.from, edit.to)
  // Old, but the only way that keeps the browser's undo; where it is missing, the text is set and the change announced.
  if (!document.execCommand('insertText', false, edit.insert)) {
    area.setRangeText(edit.insert)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(edit.selectFrom, edit.selectTo)
}

/** The text area of the editor with what its tools do to it. */
export function useMarkdownArea(standIn: string) {
  const area = useRef<HTMLTextAreaElement>(null)
  const apply = (edit: (selected: Selected) => Edit) => {
    const element = area.current
    if (element !== null)
      carryOut(element, edit({ text: element.value, from: element.selectionStart, to: element.selectionEnd }))
  }
  return {
    area,
    bold: () => apply((selected) => toggleBold(selected, standIn)),
    link: () => apply((selected) => makeLink(selected, standIn)),
    heading: () => apply((selected) => toggleLines(selected, '## ')),
    list: () => apply((selected) => toggleLines(selected, '- ')),
    /** Names pictures in the text, each in a paragraph of its own, so that they go with the words around them. */
    pictures: (pictures: readonly Media[]) =>
      apply(({ to }) => {
        const insert = pictures
          .map((picture) => `\n\n![${picture.altText.replaceAll(/[[\]\n]/gu, ' ')}](${picture.url})\n\n`)
          .join('')
        return { from: to, to, insert, selectFrom: to + insert.length, selectTo: to + insert.length }
      }),
  }
}
