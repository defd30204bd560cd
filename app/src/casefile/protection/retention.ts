import type { Class } from '../access.ts'

/**
 * How long a class of data is kept. `keep`: it may not be destroyed before, because the law asks for it; `review`:
 * afterwards somebody must say why it is still needed. Counted from the last fact of the class, in whole months.
 */
export type Period = {
  data: 'dna' | 'sample' | 'photo' | 'medical' | 'contact' | 'request' | 'account'
  class: Class
  country: 'KZ'
  kind: 'keep' | 'review'
  months: number
  ground: string
  source: string
  /** Whether somebody who knows the law of the country has looked at it. */
  verified: boolean
}

/**
 * The clocks of the house as it comes. None is verified by a lawyer of the country: whoever runs a house has this
 * table looked at before it is relied on, and until then nothing is destroyed because of it.
 */
export const periods: Period[] = [
  {
    ...{ data: 'dna', class: 'dna', country: 'KZ', kind: 'review', months: 12, verified: false },
    ground: 'purpose-fulfilled',
    source:
      'Law of the Republic of Kazakhstan No. 94-V on personal data, article 12: no longer than the purpose asks',
  },
  {
    ...{ data: 'sample', class: 'dna', country: 'KZ', kind: 'review', months: 6, verified: false },
    ground: 'purpose-fulfilled',
    source:
      'ISFG recommendations on missing-person identification: reference samples are destroyed after use',
  },
  {
    ...{ data: 'medical', class: 'health', country: 'KZ', kind: 'keep', months: 300, verified: false },
    ground: 'medical-records',
    source:
      'Code of the Republic of Kazakhstan on public health (2020), keeping of medical records: 25 years',
  },
  {
    ...{ data: 'photo', class: 'figure', country: 'KZ', kind: 'review', months: 24, verified: false },
    ground: 'consent',
    source:
      'ICRC Handbook on data protection in humanitarian action (2024), images: as long as the consent carries',
  },
  {
    ...{ data: 'contact', class: 'tracing', country: 'KZ', kind: 'review', months: 36, verified: false },
    ground: 'purpose-fulfilled',
    source: 'Law of the Republic of Kazakhstan No. 94-V on personal data, article 12',
  },
  {
    ...{ data: 'request', class: 'tracing', country: 'KZ', kind: 'review', months: 60, verified: false },
    ground: 'search-open',
    source: 'ICRC Restoring Family Links code of conduct on data protection: reviewed while a search is open',
  },
  {
    ...{ data: 'account', class: 'account', country: 'KZ', kind: 'review', months: 60, verified: false },
    ground: 'accountability',
    source: 'Limitation of claims from employment and office: general period',
  },
]
