import type { Description } from '../../casefile/model.ts'
import { birthYears } from '../../casefile/rules.ts'
import { formatDate } from '../../design/languages/dates.ts'
import type { Language } from '../../design/languages/language.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import type { Handover } from '../model.ts'
import { languageIn, listIn } from '../saying.ts'
import { words } from '../words.ts'
import { timeOn } from './time.ts'
import { list, marked, pairs, paragraph, said, signatures, title } from './typst.ts'

export type ActFacts = {
  language: Language
  child: string
  description: Description | undefined
  operation: string
  handover: Handover
  receiver: string
  at: string
  clock: string
}

/** The act of handing over one child as Typst: a page that two people sign. */
export function actBody(facts: ActFacts): string {
  const { language, receiver } = facts
  const t = wordsOf(words, language)
  const line = t('evacuation.act.signature')
  return [
    title(t('evacuation.act')),
    '#v(0.8em)\n',
    pairs([...about(facts), ...given(facts)]),
    '#v(0.8em)\n',
    paragraph(t('evacuation.act.copies')),
    signatures([
      { side: t('evacuation.act.gave'), who: gaveIn(facts), line },
      { side: t('evacuation.act.received'), who: marked(language, receiver), line },
    ]),
  ].join('\n')
}

function about({
  language,
  child,
  description,
  operation,
  at,
  clock,
  handover,
}: ActFacts): [string, string][] {
  const t = wordsOf(words, language)
  return [
    [t('evacuation.act.child'), `#strong[${said(marked(language, child))}]`],
    [t('evacuation.act.born'), said(bornIn(language, description))],
    [t('evacuation.act.sex'), said(t(`evacuation.act.sex.${description?.sex ?? 'unknown'}`))],
    [t('evacuation.paper.operation'), said(operation)],
    [t('evacuation.act.place'), said(marked(language, handover.place))],
    [t('evacuation.act.time'), said(timeOn(language, at, clock))],
  ]
}

function bornIn(language: Language, description: Description | undefined): string {
  const unknown = wordsOf(words, language)('evacuation.paper.unknown-age')
  if (!description) return unknown
  if (description.birth.date) return formatDate(language, description.birth.date)
  const years = birthYears(description.birth)
  return years ? [...new Set([years.earliest, years.latest])].join('–') : unknown
}

/** Who gave the child, and for which office. */
const gaveIn = ({ language, handover: { gaveName, gaveOffice } }: ActFacts): string =>
  listIn(
    language,
    [gaveName, gaveOffice].map((text) => marked(language, text)),
  )

function given(facts: ActFacts): [string, string][] {
  const { language, handover, receiver } = facts
  const t = wordsOf(words, language)
  const { belongings, documents, medicines, witnesses } = handover
  const listed = (items: string[]) =>
    items.length > 0 ? `\n${list(language, items)}\n` : said(t('evacuation.act.none'))
  return [
    [t('evacuation.act.gave'), said(gaveIn(facts))],
    [t('evacuation.act.received'), said(marked(language, receiver))],
    [t('evacuation.act.belongings'), listed(belongings)],
    [t('evacuation.act.documents'), listed(documents)],
    [t('evacuation.act.medicines'), said(medicines ? marked(language, medicines) : t('evacuation.act.none'))],
    [t('evacuation.act.language'), said(languageIn(language, handover.language))],
    [t('evacuation.act.witnesses'), listed(witnesses)],
  ]
}
