import type { Note } from '../types.ts'
import type { DatabaseScope } from './database.ts'

/**
 * The share of Y-STR variance that lies between the paternal clans of one people (Rst within groups). Heyer et al.
 * 2009, BMC Genetics 10:49, table 2 (CC BY).
 */
export const clanDifferentiation = {
  source: 'Heyer et al. 2009, BMC Genetics 10:49',
  rst: { Turkmen: 0.251, Tajik: 0.229, Kazakh: 0.156, Karakalpak: 0.09, Kyrgyz: 0.0735, Uzbek: 0 },
} as const

/** What a Y haplotype database of this scope hides: men of one clan share haplotypes far more often. */
export function clanNote(scope: DatabaseScope): Note {
  const shares = Object.entries(clanDifferentiation.rst)
    .map(([people, rst]) => `${people} ${Number((rst * 100).toFixed(2))} %`)
    .join(', ')
  const facts = `Y haplotypes differ between paternal clans rather than nations: the share of their variance between the groups of one people is ${shares} (${clanDifferentiation.source}).`
  return scope === 'clan'
    ? {
        code: 'clan-database',
        message: `${facts} The database counts one clan: the ratio is for an unrelated man of that clan, if the clan was recorded rightly.`,
      }
    : {
        code: 'clan-warning',
        message: `${facts} The database is not of one clan: for a man of the same clan the haplotype is more common, and the ratio overstates the evidence. Ask for the clan and use its counts or those of its region, raise theta, or report the haplotype only as not excluding.`,
      }
}
