import type { Profession } from '../casefile/access.ts'
import type { Language } from '../casefile/house.ts'

/** The invented people who work on the example operation. They sign in by one-time links only. */
export const exampleAccounts: Record<Profession, { name: string; language: Language }> = {
  coordinator: { name: 'Сәуле Бекенова', language: 'kk' },
  consul: { name: 'Ерлан Досов', language: 'ru' },
  geneticist: { name: 'Айнұр Тілеубаева', language: 'kk' },
  lawyer: { name: 'Марат Оспанов', language: 'ru' },
  lead: { name: 'Дархан Жүнісов', language: 'kk' },
  doctor: { name: 'ليلى حداد', language: 'ar' },
  socialWorker: { name: 'Гүлжан Әбішева', language: 'kk' },
  editor: { name: 'Anna Weber', language: 'en' },
  administrator: { name: 'Қанат Сейітов', language: 'kk' },
  protectionOfficer: { name: 'Жанна Ким', language: 'ru' },
  psychologist: { name: 'Әлия Нұрланова', language: 'kk' },
}
