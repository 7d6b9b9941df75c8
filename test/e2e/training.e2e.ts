import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../world.ts'
import { insider, join, type Insider } from './scenery.ts'
import { ADMINISTRATOR, button, field, openStage, settled, type Stage, type Visit } from './stage.ts'

const RULE = 'Say it in one sentence.'

let stage: Stage
let officer: Insider
beforeAll(async () => {
  stage = await openStage()
  officer = await join(stage.server, 'burcu@example.org', 'Burcu Tezel', 'en', 'officer')
})
afterAll(() => stage.close())

test('A policy is written, accepted and enforced, and a quiz that is passed gives a right', async () => {
  const ada = await stage.visit({ with: (await insider(stage.server, ADMINISTRATOR)).cookie })
  const burcu = await stage.visit({ with: officer.cookie })
  await writePolicy(ada)
  await requirePolicy(ada)
  await acceptPolicy(burcu)
  await openCourse(ada)
  await passQuiz(burcu)
  expect([ada.watched.take(), burcu.watched.take()]).toEqual([[], []])
})

const mayDo = async (action: string) =>
  ((await officer.call('GET', 'session')).at('actions') as string[]).includes(action)

/** From a starter to the version in force, with a sentence of one's own. */
async function writePolicy({ page, words, watched }: Visit): Promise<void> {
  await page.goto('/govern/policies')
  await button(page, words('policies:new')).first().click()
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: words('policies:starter.charity') })
    .click()
  await button(page.getByRole('dialog'), words('policies:begin')).click()
  const text = field(page, words('policies:field.text')).first()
  await text.fill(RULE)
  await button(page, words('policies:draft.save')).click()
  await page.getByText(words('policies:saved')).waitFor()
  await settled({ page, watched })
  await button(page, words('policies:publish.action', { number: 1 })).click()
  await button(page.getByRole('dialog'), words('policies:publish.action', { number: 1 })).click()
  await page.getByRole('article').getByText(RULE).waitFor()
}

async function requirePolicy(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/govern/training')
  await settled(visit)
  await addRequirement(visit, words('session:action.pieces.change'), 'Social media policy for our cause')
  expect(await mayDo('pieces.change')).toBe(false)
}

async function addRequirement({ page, words }: Visit, right: string, needed: string): Promise<void> {
  await button(page, words('training:requirement.add')).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: words('training:field.right'), exact: true }).click()
  await page.getByRole('option', { name: right, exact: true }).click()
  await sheet.getByRole('combobox', { name: words('training:field.needs') }).click()
  await page.getByRole('option', { name: needed, exact: true }).click()
  await button(sheet, words('training:requirement.add')).click()
  await page.getByText(words('training:requirement.added')).first().waitFor()
}

/** The officer sees why something is held and where it is put right, reads, accepts, and may. */
async function acceptPolicy(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/content?tab=pieces')
  await settled(visit)
  await page
    .getByRole('link', { name: words('ui:held.mend') })
    .first()
    .click()
  await page.getByText(words('training:lacking.right', { rights: words('session:action.pieces.change') })).waitFor()
  await page.getByRole('link', { name: words('training:lacking.accept') }).click()
  await page.getByRole('article').getByText(RULE).waitFor()
  await page.getByRole('checkbox', { name: words('policies:accept.read', { number: 1 }) }).check()
  await button(page, words('policies:accept.action', { number: 1 })).click()
  await page
    .getByText(words('policies:accept.announced', { number: 1 }))
    .first()
    .waitFor()
  await until(
    () => mayDo('pieces.change'),
    (may) => may,
  )
}

async function openCourse(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/govern/training')
  await settled(visit)
  await button(page, words('training:course.new')).first().click()
  await page.getByRole('dialog').getByRole('radio', { name: 'Brand voice' }).click()
  await button(page.getByRole('dialog'), words('training:begin')).click()
  await button(page, words('training:course.open')).click()
  await page.getByText(words('training:course.opened')).first().waitFor()
  await page.goto('/govern/training')
  await settled(visit)
  await addRequirement(visit, words('session:action.posts.publish'), 'Brand voice')
  expect(await mayDo('posts.publish')).toBe(false)
}

/** Through the lessons to the quiz: first with wrong answers, then with the right ones. */
async function passQuiz(visit: Visit): Promise<void> {
  const { page, words } = visit
  await page.goto('/govern/training')
  await page.getByRole('link', { name: words('training:lacking.take') }).click()
  await button(page, words('training:lesson.next')).click()
  await button(page, words('training:lesson.next')).click()
  await button(page, words('training:lesson.to-quiz')).click()
  await button(page, words('training:quiz.hand-in')).click()
  await page.getByText(words('training:quiz.unanswered')).first().waitFor()
  await answer(visit, [[2], [1], [2], [2], [1], [1]])
  await page.getByText(words('training:quiz.failed', { score: 16, passMark: 80 })).waitFor()
  expect(await mayDo('posts.publish')).toBe(false)
  await button(page, words('training:quiz.again')).click()
  await answer(visit, [[2], [3], [1], [2, 4], [3], [1, 2]])
  await page.getByText(words('training:quiz.passed', { score: 100, passMark: 80 })).waitFor()
  expect(await mayDo('posts.publish')).toBe(true)
}

/** Chooses the answers of each question, counted from 1, and hands them in. */
async function answer({ page, words }: Visit, chosen: readonly (readonly number[])[]): Promise<void> {
  const questions = page.locator('form').locator('[role="radiogroup"], [role="group"]')
  for (const [number, places] of chosen.entries()) {
    const question = questions.nth(number)
    for (const ticked of await question.getByRole('checkbox', { checked: true }).all()) await ticked.uncheck()
    for (const place of places)
      await question
        .locator('input')
        .nth(place - 1)
        .check()
  }
  await button(page, words('training:quiz.hand-in')).click()
}
