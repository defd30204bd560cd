/**
 * Who may know what. The one table that grants, row-level security, the screens' hints, the docs and the
 * tests are derived from. Default is no. Which operation a profession may use stands with the operation (`may`).
 */
export const professions = [
  'coordinator',
  'consul',
  'geneticist',
  'lawyer',
  'lead',
  'doctor',
  'socialWorker',
  'editor',
  'administrator',
  'protectionOfficer',
  'psychologist',
] as const
export type Profession = (typeof professions)[number]

/** Somebody without an account: a grandmother at the public form, a reader of the public page. */
export const ANYONE = 'anyone'
export type Asker = Profession | typeof ANYONE

/** Every event type and read table belongs to one class of facts; a profession reads whole classes. */
export const classes = [
  'file', // who a person is: names, sex, age, the drawing of the family, the operation
  'tracing', // requests, how to reach a relative, candidates
  'list', // rows of a list while it is being taken in; destroyed when it is
  'consent', // what was consented to, by whom, in which language
  'dna', // genotypes, kits and their chain of custody
  'finding', // claims, likelihood ratios, decisions; no genotypes
  'clearance', // requirements, papers
  'health', // what a doctor notes
  'flight', // aircraft, team, plans, the runbook
  'handover', // head counts, acts of handing over
  'placement', // where a child lives, what a family agreed to
  'observation', // follow-ups and notes of social workers
  'psychology', // a psychologist's notes, for psychologists alone
  'custody', // where a parent is held and since when; in the parent's file, never in a child's
  'figure', // figures before they are published, and corrections
  'opening', // who opened a file, and when
  'account', // who works here: invitations, ways to sign in, training
  'protection', // opened in an emergency, retention, holds, destruction, what a person was told is kept
] as const
export type Class = (typeof classes)[number]

export type Access = { reads: readonly Class[]; records: readonly Class[] }

export const access: Record<Profession, Access> = {
  coordinator: {
    reads: [
      'file',
      'tracing',
      'list',
      'consent',
      'finding',
      'clearance',
      'flight',
      'handover',
      'placement',
      'opening',
    ],
    records: ['file', 'tracing', 'list', 'consent', 'finding', 'clearance', 'flight', 'placement', 'opening'],
  },
  consul: {
    reads: ['file', 'tracing', 'list', 'consent', 'clearance', 'custody', 'flight'],
    records: ['file', 'tracing', 'list', 'consent', 'clearance', 'custody', 'opening'],
  },
  geneticist: {
    reads: ['file', 'consent', 'dna', 'finding'],
    records: ['file', 'consent', 'dna', 'finding', 'opening'],
  },
  lawyer: {
    reads: ['file', 'consent', 'finding', 'clearance', 'custody', 'placement'],
    records: ['file', 'consent', 'finding', 'clearance', 'custody', 'placement', 'opening'],
  },
  lead: {
    // With the protection officer the lead decides that a person is erased: two people, two posts. Both see who looked.
    reads: ['file', 'finding', 'clearance', 'flight', 'handover', 'placement', 'opening', 'protection'],
    records: ['file', 'finding', 'clearance', 'flight', 'handover', 'opening', 'protection'],
  },
  doctor: {
    reads: ['file', 'clearance', 'health', 'flight', 'handover'],
    records: ['clearance', 'health', 'flight', 'handover', 'opening'],
  },
  socialWorker: {
    reads: ['file', 'handover', 'placement', 'observation'],
    records: ['placement', 'observation', 'opening'],
  },
  psychologist: {
    reads: ['file', 'handover', 'placement', 'observation', 'psychology'],
    records: ['observation', 'psychology', 'opening'],
  },
  editor: { reads: ['figure'], records: ['figure', 'opening'] },
  // Lets people in and knows nothing of the children they work for.
  administrator: { reads: ['account'], records: ['account', 'opening'] },
  // Watches over who looked and what is kept; sees who a person is and none of what is known of them.
  protectionOfficer: {
    reads: ['file', 'consent', 'opening', 'account', 'protection'],
    records: ['opening', 'protection'],
  },
}

/** The PostgreSQL role every transaction of such an asker runs in. */
export const roleOf = (asker: Asker): string =>
  `sandsage_${asker.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`

/** Roles of the house itself: each can do one thing no profession can. */
export const houseRoles = {
  projector: 'sandsage_projector', // writes read tables, reads no detail
  keeper: 'sandsage_keeper', // holds the wrapped keys
  doorkeeper: 'sandsage_doorkeeper', // knows sessions and sign-in links
  counter: 'sandsage_counter', // counts read tables for figures, sees no detail
  sequencer: 'sandsage_sequencer', // adds to the tree over the log, opens nothing that is sealed
  discloser: 'sandsage_discloser', // reads all of one person's file, for that person
  eraser: 'sandsage_eraser', // destroys keys, reads none of them
  receiver: 'sandsage_receiver', // adds what the holder of a number and secret writes, reads nothing
  emergency: 'sandsage_emergency', // adds, in its actor's name, that a file is asked for in an emergency
} as const

export const mayRead = (profession: Profession, what: Class): boolean =>
  access[profession].reads.includes(what)
