import type { Profession } from '../casefile/access.ts'

/** What must be true before a child leaves, in the order in which it is usually reached. */
export const requirementIds = [
  'kinship',
  'mother-consent',
  'guardian-consent',
  'best-interests',
  'judge',
  'prison-release',
  'exit-permit',
  'travel-document',
  'receiving-authority',
  'fit-to-fly',
] as const
export type RequirementId = (typeof requirementIds)[number]

/** What about a child's situation decides which requirements apply to them. */
export const mothers = ['lives', 'dead', 'not-found'] as const
export const stays = ['prison', 'elsewhere'] as const
export type Circumstances = { mother: (typeof mothers)[number]; stays: (typeof stays)[number] }

export type Requirement = {
  id: RequirementId
  /** Who may say that it is met; the first one owns it where nobody took it on by name. */
  meets: readonly Profession[]
  /** Who may read the paper: the doctor's is a medical paper, and not for every desk. */
  paperClass: 'clearance' | 'health'
  /** How many people must have signed the paper. */
  signatures: number
  /** Hours the paper is good for at most, from its own date. */
  validHours?: number
  /** The paper states its last day, and it must be written down. */
  expiryOnPaper?: boolean
  /** What must be met before; where a requirement does not apply to the child it holds nobody up. */
  after: readonly RequirementId[]
  onlyWhen?: { mother?: readonly Circumstances['mother'][]; stays?: readonly Circumstances['stays'][] }
  /** Met by the decision at the station that proves kinship, and never by hand. */
  byEvidence?: boolean
  /** Why it is asked. `verified`: read in the source named; otherwise professional knowledge to be checked. */
  source: { text: string; verified: boolean }
}

export type Corridor = { id: string; requirements: readonly Requirement[] }

/** The longest time between the examination and the flight, in hours. */
export const FIT_TO_FLY_HOURS = 72

const paper = { paperClass: 'clearance', signatures: 1 } as const

const iraqToKazakhstan: Corridor = {
  id: 'IQ-KZ',
  requirements: [
    {
      ...{ ...paper, id: 'kinship', meets: [], after: [], byEvidence: true },
      source: {
        text: "CABAR on Rusafa, 2019: relatives' DNA results went to Iraq, which checked everything itself, before the children were accepted",
        verified: true,
      },
    },
    {
      // May come before the laboratory answers: one visit to the prison may be all there is.
      ...{ ...paper, id: 'mother-consent', meets: ['consul', 'lawyer', 'coordinator'], after: [] },
      onlyWhen: { mother: ['lives'] },
      source: {
        text: "CABAR on Rusafa, 2019: the mothers signed every document required for their children's return",
        verified: true,
      },
    },
    {
      ...{ ...paper, id: 'guardian-consent', meets: ['lawyer', 'consul', 'coordinator'], after: ['kinship'] },
      onlyWhen: { mother: ['dead', 'not-found'] },
      source: {
        text: 'Where no mother can consent, a guardian named by a court does (practice of consular posts)',
        verified: false,
      },
    },
    {
      ...{
        ...paper,
        id: 'best-interests',
        meets: ['coordinator', 'lawyer'],
        signatures: 2,
        after: ['kinship'],
      },
      source: {
        text: 'UN Key Principles on children (2019): no separation but by an individual, reviewable best-interests decision; UNHCR Best Interests Procedure (2021)',
        verified: false,
      },
    },
    {
      ...{
        ...paper,
        id: 'judge',
        meets: ['lawyer', 'consul', 'coordinator'],
        after: ['kinship', 'mother-consent', 'guardian-consent'],
      },
      source: {
        text: 'CABAR on Rusafa, 2019: meetings with the Iraqi judge; a procedure agreed for handing the children over',
        verified: true,
      },
    },
    {
      ...{ ...paper, id: 'prison-release', meets: ['consul', 'lawyer', 'coordinator'], after: ['judge'] },
      onlyWhen: { stays: ['prison'] },
      source: { text: 'Chain of clearances: the host judge orders, the prison releases', verified: false },
    },
    {
      ...{ ...paper, id: 'exit-permit', meets: ['consul', 'lawyer', 'coordinator'], after: ['judge'] },
      source: {
        text: 'CABAR on Rusafa, 2019: meetings with the Iraqi migration authorities',
        verified: true,
      },
    },
    {
      ...{
        ...paper,
        id: 'travel-document',
        meets: ['consul', 'coordinator'],
        expiryOnPaper: true,
        after: ['kinship'],
      },
      source: {
        text: 'egov.kz, service pass38-4_mid: certificate of return, for a single entry',
        verified: true,
      },
    },
    {
      ...{
        ...paper,
        id: 'receiving-authority',
        meets: ['coordinator', 'lawyer', 'lead'],
        after: ['best-interests'],
      },
      source: {
        text: 'CABAR on Rusafa, 2019: a support centre in the capital received the children for about a month',
        verified: true,
      },
    },
    {
      ...{ id: 'fit-to-fly', meets: ['doctor'], paperClass: 'health', signatures: 1, after: [] },
      validHours: FIT_TO_FLY_HOURS,
      source: { text: 'IOM pre-embarkation check, 24 to 72 hours before departure', verified: false },
    },
  ],
}

const corridors = new Map([iraqToKazakhstan].map((corridor) => [corridor.id, corridor]))

/** `findCorridor('IQ-KZ')`, Iraq to Kazakhstan; undefined where nobody has written down what holds. */
export const findCorridor = (id: string): Corridor | undefined => corridors.get(id)

export const findRequirement = (corridor: Corridor, id: RequirementId): Requirement | undefined =>
  corridor.requirements.find((requirement) => requirement.id === id)
