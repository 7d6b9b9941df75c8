import { findLinks } from '#contract/text-count.ts'
import type { Passage } from './passage.ts'
import { sentenceStarts } from './sentences.ts'

const LEAST_WORDS = 4

/** The first sentence that says something: of the running text if there is any, and of a few words at least. */
export function leadSentence(passages: readonly Passage[], language: string): string {
  const spoken = passages.filter((passage) => passage.text !== '')
  const running = spoken.filter((passage) => passage.kind === 'text')
  const sentences = (running.length > 0 ? running : spoken).flatMap(({ text }) => sentencesOf(text, language))
  return sentences.find((sentence) => countWords(sentence) >= LEAST_WORDS) ?? sentences[0] ?? ''
}

function sentencesOf(text: string, language: string): string[] {
  const starts = [0, ...sentenceStarts(text, language)]
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim()).filter((sentence) => sentence !== '')
}

function countWords(sentence: string): number {
  const links = findLinks(sentence)
  const words = sentence.matchAll(/[\p{L}\p{M}\p{N}]+/gu)
  return [...words].filter(({ index }) => !links.some((link) => link.start <= index && index < link.end)).length
}
