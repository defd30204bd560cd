/** Who flies where, with whom, and who waits and why. Aboard and waiting together are all that was asked. */
export type Plan = {
  assignments: Assignment[]
  escorts: Escort[]
  waiting: Waiting[]
}

/** Exactly one of `seat` and `lapOf`; neither for staff who need no seat. */
export type Assignment = {
  /** A passenger or a member of staff. */
  id: string
  aircraft: string
  seat?: string
  /** The adult on whose lap an infant sits. */
  lapOf?: string
}

/** The one adult who looks after these passengers in the air. */
export type Escort = { adult: string; passengers: string[] }

export type Waiting = { id: string; because: Because[] }

/** Why somebody waits: each with the facts a person needs to change it. */
export type Because =
  | { code: 'not-ready'; because: string[] }
  /** Ready, but staying with others of the party who cannot fly. */
  | { code: 'party-waits'; party: string; for: string[] }
  /** Not ready, and the rest of the party may fly for the recorded reason. */
  | { code: 'party-split'; party: string; reason: string }
  /** With more ordinary seats it would work; `free` counts those no passenger and no needed staff hold. */
  | { code: 'no-seat'; needed: number; free: number }
  /** Seats enough, but too far apart for the escort to be near. */
  | { code: 'no-seat-near' }
  | { code: 'no-stretcher' }
  | { code: 'no-medical-seat' }
  /** With more masks, belts and vests for infants it would work. */
  | { code: 'no-lap' }
  | { code: 'no-escort'; profession?: string; languages?: string[] }
  | { code: 'no-profession'; professions: string[] }
  /** Too few adults free to help (`specialPerHelper`). */
  | { code: 'no-helper' }
  /** Not proven impossible: the search ended before it found an arrangement or a single lack. */
  | { code: 'no-arrangement' }
  /** Staff who nobody aboard needs and for whom no seat is left. */
  | { code: 'not-needed' }
