/** The positions of the made-up company: what each is there for, who fills it and whom it answers to. */
export interface SamplePosition {
  readonly key: string
  readonly unit: string
  readonly title: string
  readonly person: string | null
  readonly description: string
  readonly duty?: 'regional-reviewer' | 'legal' | 'brand' | 'press' | 'data-protection'
  /** Whom it answers to: for what is said in public, and for the work itself. */
  readonly functional?: string
  readonly administrative?: string
}

const OFFICER =
  'Plans, writes and publishes what the region says; answers on the day it is asked; knows when to pass a question on.'
const REVIEWER =
  'Reads what goes out for the region with local eyes: language, law, holidays, and what could hurt somebody.'
const REGION = 'Runs the region: sales, shop, people. Decides how much time social media gets there.'

export const POSITIONS: readonly SamplePosition[] = [
  {
    key: 'ceo',
    unit: 'company',
    title: 'Chief executive',
    person: 'Ines Hallgren',
    description: 'Sets the direction, and stands for it in public.',
  },
  {
    key: 'care',
    unit: 'care',
    title: 'Head of customer care',
    person: 'Ceyda Alkan',
    functional: 'ceo',
    administrative: 'ceo',
    description: 'Sees that every question has an answer, whichever way it came in.',
  },
  {
    key: 'legal',
    unit: 'legal',
    title: 'Head of legal',
    person: 'Tomas Keller',
    functional: 'ceo',
    administrative: 'ceo',
    duty: 'legal',
    description: 'Reads what could bind or cost the company before it is said.',
  },
  {
    key: 'marketing',
    unit: 'marketing',
    title: 'Head of marketing',
    person: 'Selin Arman',
    functional: 'ceo',
    administrative: 'ceo',
    duty: 'brand',
    description: 'Keeps the brand, the budget and the calendar of campaigns.',
  },
  {
    key: 'sales',
    unit: 'sales',
    title: 'Head of sales',
    person: 'Marek Dunn',
    functional: 'ceo',
    administrative: 'ceo',
    description: 'Office and café accounts, and the managers of the regions.',
  },
  {
    key: 'people',
    unit: 'people',
    title: 'Head of people',
    person: 'Aylin Sezer',
    functional: 'ceo',
    administrative: 'ceo',
    description: 'Hiring and training.',
  },
  {
    key: 'strategist',
    unit: 'hub',
    title: 'Social strategist',
    person: 'Deniz Korkut',
    functional: 'marketing',
    administrative: 'marketing',
    description:
      'Turns what the company wants into goals, rules and a rhythm that the regions can hold. Answers for all that is said functionally.',
  },
  {
    key: 'analyst',
    unit: 'hub',
    title: 'Analyst',
    person: 'Farid Moss',
    functional: 'strategist',
    administrative: 'strategist',
    description: 'Measures what came of it, and says so when nothing did.',
  },
  {
    key: 'film',
    unit: 'lumen',
    title: 'Producer',
    person: 'Nora Lindqvist',
    functional: 'analyst',
    description: 'Films and photographs for the winter campaign.',
  },
  {
    key: 'region-tr',
    unit: 'tr',
    title: 'Region manager',
    person: 'Levent Onat',
    administrative: 'sales',
    description: REGION,
  },
  {
    key: 'region-dach',
    unit: 'dach',
    title: 'Region manager',
    person: 'Jonas Weidmann',
    administrative: 'sales',
    description: REGION,
  },
  {
    key: 'region-uk',
    unit: 'uk',
    title: 'Region manager',
    person: 'Harriet Voss',
    administrative: 'sales',
    description: REGION,
  },
  {
    key: 'officer-tr',
    unit: 'tr',
    title: 'Social officer',
    person: 'Burcu Tezel',
    functional: 'strategist',
    administrative: 'region-tr',
    description: OFFICER,
  },
  {
    key: 'officer-dach',
    unit: 'dach',
    title: 'Social officer',
    person: 'Anke Moll',
    functional: 'strategist',
    administrative: 'region-dach',
    description: OFFICER,
  },
  {
    key: 'officer-uk',
    unit: 'uk',
    title: 'Social officer',
    person: 'Callum Reay',
    functional: 'strategist',
    administrative: 'region-uk',
    description: OFFICER,
  },
  {
    key: 'reviewer-tr',
    unit: 'tr',
    title: 'Regional reviewer',
    person: 'Elif Yavaş',
    functional: 'officer-tr',
    administrative: 'region-tr',
    duty: 'regional-reviewer',
    description: REVIEWER,
  },
  {
    key: 'reviewer-dach',
    unit: 'dach',
    title: 'Regional reviewer',
    person: 'Urs Baumli',
    functional: 'officer-dach',
    administrative: 'region-dach',
    duty: 'regional-reviewer',
    description: REVIEWER,
  },
  {
    key: 'reviewer-uk',
    unit: 'uk',
    title: 'Regional reviewer',
    person: null,
    functional: 'officer-uk',
    administrative: 'region-uk',
    duty: 'regional-reviewer',
    description: REVIEWER,
  },
]
