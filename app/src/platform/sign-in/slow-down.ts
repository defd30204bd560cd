/** Typing mistakes cost nothing; from the fifth failure on each one doubles the wait, up to a quarter of an hour. */
export const FREE_FAILURES = 4
export const LONGEST_WAIT = 900

/** Seconds to wait after so many failures in a row: 0, 0, 0, 0, 1, 2, 4, ... 900. */
export const waitAfter = (failures: number): number =>
  failures <= FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES - 1), LONGEST_WAIT)

/** An office behind one address makes mistakes too; a list of passwords needs more than this. */
export const ADDRESS_FAILURES = 60
export const ADDRESS_MINUTES = 15
