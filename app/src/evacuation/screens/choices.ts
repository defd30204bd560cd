/** Professions a team is made of; a team may hold others that were loaded with it. */
export const teamProfessions = [
  'doctor',
  'paediatrician',
  'nurse',
  'psychologist',
  'socialWorker',
  'teacher',
  'carer',
  'nanny',
  'interpreter',
  'lead',
  'coordinator',
  'consul',
  'lawyer',
  'pilot',
  'cameraman',
] as const

export const spokenLanguages = ['ar', 'kk', 'ru', 'en', 'ku', 'tr', 'uz', 'ug', 'tg'] as const
