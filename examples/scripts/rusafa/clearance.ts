import { children, getPerson, type Person } from './family.ts'

type Words = { kk: string; ru: string; en: string; ar: string }
type Waiting = { requirement: string; since: string; note: Words }

/** Why three children cannot fly yet. */
const waits: Record<string, Waiting> = {
  a1: {
    requirement: 'kinship',
    since: '2026-10-02',
    note: {
      kk: 'Жалғыз әженің үлгісі жеткіліксіз: консулдан анасының үлгісін алу сұралды.',
      ru: 'Образца одной бабушки мало: консула просили взять образец у матери.',
      en: 'One grandmother is not enough: the consul was asked for a sample of the mother.',
      ar: 'عينة الجدة وحدها لا تكفي: طُلب من القنصل أخذ عينة من الأم.',
    },
  },
  d2: {
    requirement: 'travel-document',
    since: '2026-11-20',
    note: {
      kk: 'Қайту куәлігінің мерзімі ұшу алдындағы күні бітеді: жаңасы сұралды.',
      ru: 'Свидетельство на возвращение истекает накануне вылета: запрошено новое.',
      en: 'The certificate of return ends the day before the flight: a new one was asked for.',
      ar: 'تنتهي صلاحية شهادة العودة عشية الرحلة: طُلبت شهادة جديدة.',
    },
  },
  g1: {
    requirement: 'guardian-consent',
    since: '2026-11-12',
    note: {
      kk: 'Сот әлі қорғаншы тағайындаған жоқ: отырыс ертең.',
      ru: 'Суд ещё не назначил опекуна: заседание завтра.',
      en: 'The court has not named a guardian yet: it sits tomorrow.',
      ar: 'لم تعيّن المحكمة وصيًا بعد: الجلسة غدًا.',
    },
  },
}
export const waitingChildren = Object.entries(waits).map(([child, { requirement }]) => ({
  child,
  requirement,
}))

type Paper = {
  requirement: string
  on: string
  expires?: string
  signedBy: string[]
  paper: { name: string; text: string }
}

const consul = 'Ерлан Досов'
const lawyer = 'Марат Оспанов'
const nameOf = (person: Person, language: 'ru' | 'ar'): string => person.names[language]!

/** The papers of one child, a few lines each in the language of the office that wrote it. */
function papersOf(child: Person): Paper[] {
  const [ru, ar] = [nameOf(child, 'ru'), nameOf(child, 'ar')]
  const mother = getPerson(child.mother)
  const paper = (
    requirement: string,
    on: string,
    signedBy: string[],
    text: string,
    expires?: string,
  ): Paper => ({
    ...{ requirement, on, ...(expires ? { expires } : {}), signedBy },
    paper: {
      name: `${child.id}-${requirement}.txt`,
      text: `${text}\n${on.slice(0, 10)}\n${signedBy.join(', ')}\n`,
    },
  })
  const returnEnds = child.id === 'd2' ? '2026-11-26' : '2027-02-12'
  return [
    paper(
      'mother-consent',
      '2026-10-06',
      [nameOf(mother, 'ru'), consul],
      `СОГЛАСИЕ\nЯ, ${nameOf(mother, 'ru')}, согласна на выезд моего ребёнка: ${ru}.`,
    ),
    paper(
      'best-interests',
      '2026-10-20',
      ['Гүлжан Әбішева', lawyer],
      `РЕШЕНИЕ В НАИЛУЧШИХ ИНТЕРЕСАХ РЕБЁНКА\n${ru}`,
    ),
    paper('judge', '2026-11-10', ['القاضي عادل الجبوري'], `قرار\nالموافقة على سفر الطفل: ${ar}`),
    paper('prison-release', '2026-11-16', ['العقيد سامي الدليمي'], `إخراج\nيُسلَّم الطفل: ${ar}`),
    paper('exit-permit', '2026-11-18', ['دائرة الإقامة'], `إذن خروج\n${ar}`),
    paper(
      'travel-document',
      '2026-11-12',
      [consul],
      `СВИДЕТЕЛЬСТВО НА ВОЗВРАЩЕНИЕ\n${ru}\nдо ${returnEnds}`,
      returnEnds,
    ),
    paper(
      'receiving-authority',
      '2026-11-17',
      ['Сәуле Бекенова'],
      `КЕЛІСІМ\nОрталық баланы қабылдайды: ${child.names.kk}`,
    ),
    paper(
      'fit-to-fly',
      '2026-11-25T08:00:00+03:00',
      ['ليلى حداد'],
      `FIT TO FLY\n${child.names.en}\nNo contagion, no oxygen needed.`,
    ),
  ]
}

/** What does not wait for the finding: one visit to the prison may be all there is. */
const early = ['mother-consent', 'fit-to-fly']

function clearanceOf(child: Person) {
  const hasMother = getPerson(child.mother).status === 'prison'
  const kinship = child.id !== 'a1' && child.id !== 'g1'
  const held = papersOf(child).filter(({ requirement }) => kinship || early.includes(requirement))
  return {
    child: child.id,
    circumstances: hasMother ? { mother: 'lives', stays: 'prison' } : { mother: 'dead', stays: 'elsewhere' },
    kinship: kinship ? { decided: 'supported', on: '2026-09-28' } : { decided: 'none' },
    met: hasMother ? held : held.filter(({ requirement }) => requirement !== 'mother-consent'),
    ...(waits[child.id] ? { asked: [waits[child.id]!] } : {}),
  }
}

export const makeClearance = () => children.map(clearanceOf)
