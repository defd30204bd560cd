/** Which program computed a value; goes with every result. */
export const engine = { name: '@sandsage/kinship', version: '0.1.0' } as const
