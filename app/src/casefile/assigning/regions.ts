import type { Names } from '../model.ts'

const named = (kk: string, ru: string, en: string, ar: string): Names => ({ kk, ru, en, ar })

/**
 * Regions of the countries children come home to, by ISO 3166-2. Kazakhstan: 17 regions and three cities, with the
 * codes of the newsletter of 2022 (regions of Abai, Jetisu and Ulytau).
 */
export const regions: Record<string, Names> = {
  'KZ-10': named('Абай облысы', 'Абайская область', 'Abai Region', 'إقليم أباي'),
  'KZ-11': named('Ақмола облысы', 'Акмолинская область', 'Aqmola Region', 'إقليم أقمولا'),
  'KZ-15': named('Ақтөбе облысы', 'Актюбинская область', 'Aqtöbe Region', 'إقليم أقتوبه'),
  'KZ-19': named('Алматы облысы', 'Алматинская область', 'Almaty Region', 'إقليم ألماتي'),
  'KZ-23': named('Атырау облысы', 'Атырауская область', 'Atyrau Region', 'إقليم أتيراو'),
  'KZ-27': named(
    'Батыс Қазақстан облысы',
    'Западно-Казахстанская область',
    'West Kazakhstan Region',
    'إقليم غرب كازاخستان',
  ),
  'KZ-31': named('Жамбыл облысы', 'Жамбылская область', 'Jambyl Region', 'إقليم جامبيل'),
  'KZ-33': named('Жетісу облысы', 'Жетысуская область', 'Jetisu Region', 'إقليم جيتيسو'),
  'KZ-35': named('Қарағанды облысы', 'Карагандинская область', 'Qaraghandy Region', 'إقليم قراغندي'),
  'KZ-39': named('Қостанай облысы', 'Костанайская область', 'Qostanai Region', 'إقليم قوستاناي'),
  'KZ-43': named('Қызылорда облысы', 'Кызылординская область', 'Qyzylorda Region', 'إقليم قيزيلوردا'),
  'KZ-47': named('Маңғыстау облысы', 'Мангистауская область', 'Mangystau Region', 'إقليم مانغيستاو'),
  'KZ-55': named('Павлодар облысы', 'Павлодарская область', 'Pavlodar Region', 'إقليم بافلودار'),
  'KZ-59': named(
    'Солтүстік Қазақстан облысы',
    'Северо-Казахстанская область',
    'North Kazakhstan Region',
    'إقليم شمال كازاخستان',
  ),
  'KZ-61': named('Түркістан облысы', 'Туркестанская область', 'Turkistan Region', 'إقليم تركستان'),
  'KZ-62': named('Ұлытау облысы', 'Улытауская область', 'Ulytau Region', 'إقليم أوليتاو'),
  'KZ-63': named(
    'Шығыс Қазақстан облысы',
    'Восточно-Казахстанская область',
    'East Kazakhstan Region',
    'إقليم شرق كازاخستان',
  ),
  'KZ-71': named('Астана', 'Астана', 'Astana', 'أستانا'),
  'KZ-75': named('Алматы', 'Алматы', 'Almaty', 'ألماتي'),
  'KZ-79': named('Шымкент', 'Шымкент', 'Shymkent', 'شيمكنت'),
}
