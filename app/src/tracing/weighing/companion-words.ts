import { keyOf } from '../text.ts'

/** Words that say how somebody is related or that nobody is there, in the four languages: no names. */
const relations = new Set(
  keyOf(
    `with and the a an his her their of no none alone unknown mother father mum dad parents sister brother sisters
    brothers siblings aunt uncle grandmother grandfather cousin baby infant small little elder older younger big two
    three four five one neighbour neighbor family stepmother widow friend caregiver guardian other children child
    с со и без нет один одна неизвестно мать матерью мама мамой отец отцом сестра сестрой сестры сестрами брат братом
    братья братьями тётя тетей тётей дядя дядей бабушка бабушкой дедушка дедушкой ребёнок младший старший младшим
    старшим младшая старшая младшей старшей маленький два две двое три трое четыре тремя двумя другими детьми
    мен бен пен және жоқ жалғыз белгісіз анасы анасымен әкесі әкесімен әпкесі әпкесімен қарындасы қарындасымен сіңлісі
    сіңлісімен ағасы ағасымен інісі інісімен бауыры бауырымен бауырлары әжесі әжесімен атасы атасымен кіші үлкен екі үш
    төрт бір бала балалар
    مع و الأم والأم ام والدته والدتها الأب والده والدها اخ واخ اخت واخت اخوه واخيه اخيه اخته واخته اختها واختها اخوها
    واخوها اخوه واخوات اخوات واخوان خالته خالتها وخالته وخالتها خاله خالها عمته عمتها عمه عمها جدته جدتها جده جدها
    وحده وحدها صغير صغيره كبير كبيره اكبر اصغر رضيع رضيعه اثنان اثنين ثلاثه وثلاثه اربعه واربعه خمسه بدون لا احد مجهول
    اطفال طفل ابن بنت`,
  ).split(' '),
)

/** The parts of a written list: cut at commas and at "and" where it stands alone. */
const SEPARATORS = /[,;/،؛+&\n]|(?<![\p{L}])(?:and|и|және|мен|و)(?![\p{L}])/iu

/**
 * The names in what a list says of who was with a child: "with his mother and sister Khadija" has one, Khadija;
 * "alone" has none. A name of more than one word stays together.
 */
export function companionsIn(text: string | undefined): string[] {
  return (text ?? '')
    .slice(0, 1000)
    .split(SEPARATORS)
    .flatMap((part) => {
      const words = part.split(/\s+/).filter((word) => keyOf(word) !== '' && !relations.has(keyOf(word)))
      const name = words.filter((word) => !/\d/.test(word)).join(' ')
      return /\p{L}{2}/u.test(name) ? [name] : []
    })
    .slice(0, 30)
}
