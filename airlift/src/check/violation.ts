export type ViolationCode =
  // who is listed
  | 'unknown-person'
  | 'listed-twice'
  | 'lost'
  | 'waits-without-reason'
  | 'reason-untrue'
  | 'unready-aboard'
  // where they sit
  | 'unknown-aircraft'
  | 'unknown-seat'
  | 'no-place'
  | 'two-places'
  | 'seat-taken-twice'
  | 'stretcher-needed'
  | 'stretcher-misused'
  | 'medical-seat-needed'
  | 'exit-row'
  | 'lap-too-old'
  | 'lap-with-needs'
  | 'lap-not-of-escort'
  | 'lap-shared'
  // who is with them
  | 'party-split'
  | 'no-escort'
  | 'escorted-twice'
  | 'escort-not-aboard'
  | 'escort-may-not'
  | 'escort-profession'
  | 'escort-language'
  | 'escort-too-far'
  | 'escorted-not-aboard'
  | 'ratio-exceeded'
  // what each aircraft must carry
  | 'too-many-laps'
  | 'profession-missing'
  | 'helpers-missing'

/** A broken rule: the people it concerns, and the seat, aircraft, party or profession where one is meant. */
export type Violation = { code: ViolationCode; ids: string[]; at?: string }
