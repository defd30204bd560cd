/**
 * How large a share of people bear a name, where a count was published. Rows: name, role, bearers.
 * A match of a common name says less: its LR cannot exceed 1 / share.
 */
export type Bearers = readonly [name: string, role: 'given' | 'surname', bearers: number]
export type Census = { source: string; people: number; rows: readonly Bearers[] }

/** Given names among public employees of the Kurdistan Region of Iraq. */
const kurdistan: Census = {
  source: 'Biometric registry of the Kurdistan Region, 1,172,000 employees, lnaiq.com/2017/05/22/13725',
  people: 1_172_000,
  rows: [
    ['محمد', 'given', 30_894],
    ['احمد', 'given', 16_055],
    ['عمر', 'given', 9_697],
    ['عبدالله', 'given', 8_758],
    ['فاطمة', 'given', 8_738],
    ['عائشة', 'given', 4_075],
    ['آمنة', 'given', 3_635],
    ['مريم', 'given', 3_552],
  ],
}

/** Surnames in Kazakhstan, both genders together. */
const kazakhstan: Census = {
  source:
    'Ministry of Justice of Kazakhstan as reprinted by 499c.ru and sportinsider.ru; people on 1 January 2014',
  people: 17_165_200,
  rows: [
    ['Ахметов', 'surname', 73_627],
    ['Омаров', 'surname', 45_123],
    ['Ким', 'surname', 42_274],
    ['Оспанов', 'surname', 41_068],
    ['Иванов', 'surname', 39_296],
    ['Алиев', 'surname', 36_084],
    ['Сулейменов', 'surname', 33_940],
    ['Искаков', 'surname', 31_988],
    ['Абдрахманов', 'surname', 29_091],
    ['Ибрагимов', 'surname', 28_755],
    ['Калиев', 'surname', 28_219],
    ['Садыков', 'surname', 27_810],
    ['Ибраев', 'surname', 26_531],
    ['Кузнецов', 'surname', 25_990],
    ['Попов', 'surname', 24_956],
    ['Смагулов', 'surname', 24_005],
    ['Абдуллаев', 'surname', 23_729],
    ['Исаев', 'surname', 22_910],
    ['Султанов', 'surname', 22_808],
    ['Юсупов', 'surname', 22_763],
    ['Исмаилов', 'surname', 21_392],
    ['Нургалиев', 'surname', 21_133],
    ['Каримов', 'surname', 20_575],
    ['Серик', 'surname', 19_550],
    ['Цой', 'surname', 12_088],
    ['Амангельды', 'surname', 15_125],
    ['Болат', 'surname', 11_234],
    ['Бондаренко', 'surname', 10_648],
    ['Марат', 'surname', 10_417],
    ['Серикбай', 'surname', 10_193],
    ['Кусаинов', 'surname', 10_103],
    ['Мурат', 'surname', 10_006],
  ],
}

/** Given names counted by the Bureau of National Statistics of Kazakhstan. */
const kazakhstanGiven: Census = {
  source: 'Bureau of National Statistics of Kazakhstan, zakon.kz 7 August 2025; 20 million people (2024)',
  people: 20_000_000,
  rows: [
    ['Абай', 'given', 18_763],
    ['Ибрагим', 'given', 35_404],
  ],
}

export const CENSUSES: readonly Census[] = [kurdistan, kazakhstan, kazakhstanGiven]
