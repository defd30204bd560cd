/** One table to be written: which population of the file, under which name, with what the reader should know. */
export type Wanted = { population: string; id: string; title: string; note: string }

/** One published file and the tables taken from it. `into`: a file of its own for each table, or one for all. */
export type Source = {
  file: string
  source: string
  licence: string
  into?: string
  tables: Wanted[]
}

const unstated =
  'Sample size and countries are not published; a minimum frequency of 0.001 is already applied.'

const nist: Source = {
  file: 'nist1036.csv',
  source: 'NIST 1036 revised 2017, Steffen et al. 2017, doi:10.1016/j.fsigen.2017.08.011',
  licence: 'Public domain (US Government work)',
  tables: [
    {
      population: 'US African American',
      id: 'nist1036-african-american',
      title: 'US African American (NIST)',
      note: '',
    },
    { population: 'US Asian', id: 'nist1036-asian', title: 'US Asian (NIST)', note: '' },
    { population: 'US Caucasian', id: 'nist1036-caucasian', title: 'US Caucasian (NIST)', note: '' },
    { population: 'US Hispanic', id: 'nist1036-hispanic', title: 'US Hispanic (NIST)', note: '' },
  ],
}

const norstr: Source = {
  file: 'norstr_regions.csv',
  source: 'norSTR v2023, github magnusdv/norSTR @9201d14',
  licence: 'MIT (c) 2025 norSTR authors',
  tables: [
    { population: 'Norway', id: 'norstr-norway', title: 'Norway (Oslo)', note: unstated },
    { population: 'Europe (Oslo)', id: 'norstr-europe', title: 'Europe (Oslo)', note: unstated },
    { population: 'Africa (Oslo)', id: 'norstr-africa', title: 'Africa (Oslo)', note: unstated },
    {
      population: 'South America (Oslo)',
      id: 'norstr-south-america',
      title: 'South America (Oslo)',
      note: unstated,
    },
    { population: 'West Asia (Oslo)', id: 'norstr-west-asia', title: 'West Asia (Oslo)', note: unstated },
    {
      population: 'Middle Asia (Oslo)',
      id: 'norstr-middle-asia',
      title: 'Middle Asia (Oslo; South and South-West Asian)',
      note: `${unstated} By Nei distance it sits with West Asia, Balochi and Sindhi: it does not describe Kazakhstan, Uzbekistan or their neighbours.`,
    },
    { population: 'East Asia (Oslo)', id: 'norstr-east-asia', title: 'East Asia (Oslo)', note: unstated },
  ],
}

const rest = 'Alleles named 1 and 99 stand for all rare alleles below and above the usual range of a locus.'
const pooled = 'Pooled from several countries; those with most people weigh most.'
const strider: Source = {
  file: 'strider_2024.csv',
  into: 'strider-2024',
  source: 'STRidER release 2024-09-24, strider.online, Bodner et al. 2016, doi:10.1016/j.fsigen.2016.06.008',
  licence: 'Free use with citation (Bodner et al. 2016)',
  tables: [
    { population: 'Saudi Arabia', id: 'strider-saudi-arabia', title: 'Saudi Arabia (STRidER)', note: rest },
    {
      population: 'Asia',
      id: 'strider-asia',
      title: 'Asia (STRidER)',
      note: `${pooled} ${rest} Holds no Central Asian country.`,
    },
    { population: 'Europe', id: 'strider-europe', title: 'Europe (STRidER)', note: `${pooled} ${rest}` },
    { population: 'Germany', id: 'strider-germany', title: 'Germany (STRidER)', note: rest },
    { population: 'Thailand', id: 'strider-thailand', title: 'Thailand (STRidER)', note: rest },
    {
      population: 'Entire Database',
      id: 'strider-all',
      title: 'All countries (STRidER)',
      note: `${pooled} ${rest}`,
    },
  ],
}

const fbi: Source = {
  file: 'fbi2015.csv',
  into: 'fbi-2015',
  source: 'FBI expanded CODIS population data 2015, Moretti et al. 2016, doi:10.1016/j.fsigen.2016.07.022',
  licence: 'Public domain (US Government work)',
  tables: [
    {
      population: 'FBI African American',
      id: 'fbi2015-african-american',
      title: 'African American (FBI)',
      note: '',
    },
    { population: 'FBI Caucasian', id: 'fbi2015-caucasian', title: 'Caucasian (FBI)', note: '' },
    {
      population: 'FBI SE Hispanic',
      id: 'fbi2015-southeast-hispanic',
      title: 'South-East Hispanic (FBI)',
      note: '',
    },
    {
      population: 'FBI SW Hispanic',
      id: 'fbi2015-southwest-hispanic',
      title: 'South-West Hispanic (FBI)',
      note: '',
    },
    { population: 'FBI Filipino', id: 'fbi2015-filipino', title: 'Filipino (FBI)', note: '' },
  ],
}

const few =
  'Very few people: rare alleles are missing by chance. Merge it with a larger table, or weigh the uncertainty as a theta.'
const hgdpPeoples = [
  ['China - Uygur', 'uygur', 'Uygur'],
  ['China - Mongola', 'mongola', 'Mongola'],
  ['Pakistan - Hazara', 'hazara', 'Hazara'],
  ['Pakistan - Pathan', 'pathan', 'Pathan'],
  ['Pakistan - Balochi', 'balochi', 'Balochi'],
  ['Pakistan - Burusho', 'burusho', 'Burusho'],
  ['Pakistan - Sindhi', 'sindhi', 'Sindhi'],
  ['Israel (Carmel) - Druze', 'druze', 'Druze'],
  ['Israel (Central) - Palestinian', 'palestinian', 'Palestinian'],
  ['Israel (Negev) - Bedouin', 'bedouin', 'Bedouin'],
] as const
const hgdp: Source = {
  file: 'popstr_hgdp.csv',
  into: 'hgdp-popstr',
  source:
    'pop.STR / SPSmart, HGDP-CEPH panel, Amigo et al. 2009, doi:10.1016/j.fsigss.2009.08.178, by github knifecake/fafreqs',
  licence: 'Published counts (facts); collection MIT (fafreqs)',
  tables: hgdpPeoples.map(([population, id, title]) => ({
    population,
    id: `hgdp-${id}`,
    title: `${title} (HGDP)`,
    note: few,
  })),
}

export const sources: Source[] = [nist, norstr, strider, fbi, hgdp]
