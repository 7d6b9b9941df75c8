import { OPERATING_MODELS, type OperatingModel } from './actions.ts'

/** The functions that social media can report to. */
export const PLACES = ['marketing', 'public-relations', 'sales', 'service', 'shared-centre'] as const
export type Placement = (typeof PLACES)[number]

/** How well an answer fits: 0 speaks against, 1 leaves it open, 2 speaks for, 3 speaks strongly for. */
export type Points = 0 | 1 | 2 | 3

export interface PlacementQuestion {
  readonly key: string
  /** Several answers at once; their points are averaged, so that many answers weigh no more than one. */
  readonly many: boolean
  /** Answers that grow from little to much, where one step is a small change. */
  readonly ordered: boolean
  /** How much it weighs to begin with, 0 to 5. */
  readonly weight: number
  readonly options: readonly PlacementOption[]
}
export interface PlacementOption {
  readonly key: string
  readonly places: Readonly<Record<Placement, Points>>
  readonly models: Readonly<Record<OperatingModel, Points>>
}

type FivePoints = readonly [Points, Points, Points, Points, Points]
type FourPoints = readonly [Points, Points, Points, Points]

/** Points in the order of `PLACES` and of `OPERATING_MODELS`. */
function option(key: string, places: FivePoints, models: FourPoints): PlacementOption {
  return {
    key,
    places: Object.fromEntries(PLACES.map((place, at) => [place, places[at]])) as Record<Placement, Points>,
    models: Object.fromEntries(OPERATING_MODELS.map((model, at) => [model, models[at]])) as Record<
      OperatingModel,
      Points
    >,
  }
}

//                                          marketing, PR, sales, service, shared centre;  centralised, decentralised, hub and spoke, dandelion
export const PLACEMENT_QUESTIONS: readonly PlacementQuestion[] = [
  {
    key: 'audience',
    many: true,
    ordered: false,
    weight: 4,
    options: [
      option('consumers', [3, 1, 1, 2, 2], [1, 1, 2, 2]),
      option('businesses', [2, 1, 3, 1, 2], [1, 2, 2, 1]),
      option('citizens', [1, 3, 0, 2, 2], [2, 1, 2, 1]),
      option('journalists', [0, 3, 0, 0, 1], [3, 0, 2, 1]),
      option('candidates', [1, 1, 0, 0, 3], [1, 2, 2, 1]),
    ],
  },
  {
    key: 'creators',
    many: true,
    ordered: false,
    weight: 3,
    options: [
      option('marketing', [3, 1, 1, 0, 1], [2, 1, 2, 1]),
      option('public-relations', [1, 3, 0, 0, 1], [3, 0, 2, 1]),
      option('sales', [1, 0, 3, 1, 1], [0, 2, 2, 1]),
      option('service', [1, 0, 0, 3, 1], [1, 2, 2, 1]),
      option('people', [1, 1, 0, 0, 2], [1, 2, 2, 1]),
      option('units', [1, 0, 1, 1, 3], [0, 3, 2, 3]),
    ],
  },
  {
    key: 'role',
    many: true,
    ordered: false,
    weight: 5,
    options: [
      option('awareness', [3, 2, 0, 0, 2], [2, 1, 2, 2]),
      option('reputation', [1, 3, 0, 1, 1], [3, 0, 2, 1]),
      option('leads', [2, 0, 3, 0, 1], [1, 2, 2, 1]),
      option('service', [0, 0, 0, 3, 2], [1, 2, 2, 2]),
      option('recruiting', [1, 1, 0, 0, 3], [1, 2, 2, 1]),
    ],
  },
  {
    key: 'funnel',
    many: false,
    ordered: true,
    weight: 3,
    options: [
      option('attention', [3, 3, 0, 0, 1], [2, 1, 2, 2]),
      option('consideration', [3, 1, 2, 1, 1], [1, 1, 3, 2]),
      option('purchase', [2, 0, 3, 1, 1], [1, 2, 2, 1]),
      option('loyalty', [1, 0, 1, 3, 2], [1, 2, 2, 2]),
    ],
  },
  {
    key: 'influencers',
    many: false,
    ordered: true,
    weight: 2,
    options: [
      option('none', [1, 1, 1, 1, 1], [1, 1, 1, 1]),
      option('some', [2, 2, 1, 0, 1], [1, 1, 2, 1]),
      option('heavy', [3, 3, 0, 0, 1], [2, 1, 2, 1]),
    ],
  },
  {
    key: 'crises',
    many: false,
    ordered: true,
    weight: 4,
    options: [
      option('rare', [2, 0, 2, 1, 1], [1, 2, 1, 2]),
      option('sometimes', [1, 2, 1, 1, 2], [2, 1, 2, 1]),
      option('often', [0, 3, 0, 1, 2], [3, 0, 2, 1]),
    ],
  },
  {
    key: 'social-selling',
    many: false,
    ordered: true,
    weight: 3,
    options: [
      option('no', [2, 2, 0, 1, 1], [2, 1, 1, 1]),
      option('some', [1, 1, 2, 1, 1], [1, 2, 2, 1]),
      option('core', [1, 0, 3, 0, 1], [0, 3, 2, 2]),
    ],
  },
  {
    key: 'hands',
    many: false,
    ordered: true,
    weight: 2,
    options: [
      option('in-house', [1, 1, 1, 2, 2], [1, 2, 2, 2]),
      option('mixed', [2, 1, 1, 1, 2], [1, 1, 3, 2]),
      option('agency', [3, 2, 0, 0, 1], [3, 0, 1, 1]),
    ],
  },
  {
    key: 'regions',
    many: false,
    ordered: true,
    weight: 4,
    options: [
      option('one', [2, 2, 2, 2, 0], [3, 1, 1, 0]),
      option('few', [2, 1, 1, 1, 2], [1, 2, 3, 2]),
      option('many', [1, 1, 1, 1, 3], [0, 2, 2, 3]),
    ],
  },
  {
    key: 'languages',
    many: false,
    ordered: true,
    weight: 3,
    options: [
      option('one', [2, 2, 2, 2, 0], [3, 1, 1, 0]),
      option('few', [2, 1, 1, 1, 2], [1, 2, 3, 2]),
      option('many', [1, 1, 1, 1, 3], [0, 2, 2, 3]),
    ],
  },
  {
    key: 'regulation',
    many: false,
    ordered: true,
    weight: 3,
    options: [
      option('light', [2, 1, 2, 2, 1], [1, 2, 2, 2]),
      option('partly', [1, 2, 1, 1, 2], [2, 1, 3, 1]),
      option('strict', [0, 3, 0, 0, 2], [3, 0, 2, 0]),
    ],
  },
  {
    key: 'maturity',
    many: false,
    ordered: true,
    weight: 3,
    options: [
      option('starting', [3, 2, 1, 1, 0], [3, 0, 1, 0]),
      option('practised', [2, 1, 1, 1, 2], [1, 1, 3, 2]),
      option('seasoned', [1, 1, 2, 2, 3], [0, 3, 2, 3]),
    ],
  },
  {
    key: 'team',
    many: false,
    ordered: true,
    weight: 2,
    options: [
      option('one', [3, 2, 1, 1, 0], [3, 0, 0, 0]),
      option('two-to-four', [2, 2, 1, 1, 1], [3, 0, 2, 0]),
      option('five-to-fifteen', [2, 1, 1, 1, 2], [1, 1, 3, 2]),
      option('more', [1, 1, 1, 2, 3], [0, 3, 2, 3]),
    ],
  },
]
