import type { Person } from '../src/types.ts'

/**
 * A pedigree in one line: a name, m or f, and for offspring "father mother".
 *
 * @example family('F m, M f, K m F M') // a trio
 */
export function family(line: string): Person[] {
  return line.split(',').map((entry) => {
    const [id, sex, father, mother] = entry.trim().split(' ')
    return { id: id!, father: father ?? null, mother: mother ?? null, sex: sex === 'm' ? 'male' : 'female' }
  })
}

const siblings = 'GF m, GM f, A m GF GM, B f GF GM'
const twoCouples = 'GF m, GM f, HF m, HM f, A m GF GM, B m GF GM, C f HF HM, D f HF HM'

/** The families of textbooks; X and Y are the pair each is named by, or X alone when it is about inbreeding. */
export const shapes = {
  'parent and offspring': family('X m, M f, Y m X M'),
  'full siblings': family('F m, M f, X m F M, Y f F M'),
  'half siblings, same father': family('F m, M f, N f, X f F M, Y f F N'),
  'half siblings, same mother': family('M f, F m, G m, X m F M, Y f G M'),
  'grandparent and grandchild': family('X m, M f, A m X M, W f, Y m A W'),
  'uncle and niece': family('GF m, GM f, X m GF GM, B f GF GM, H m, Y f H B'),
  'first cousins': family(`${siblings}, W f, H m, X m A W, Y f H B`),
  'double first cousins': family(`${twoCouples}, X m A C, Y f B D`),
  'three quarter siblings': family('GF m, GM f, F m, A f GF GM, B f GF GM, X m F A, Y m F B'),
  'offspring of siblings': family(`${siblings}, X m A B`),
  'offspring of half siblings': family('F m, M f, N f, A m F M, B f F N, X m A B'),
  'offspring of father and daughter': family('A m, M f, B f A M, X m A B'),
  'offspring of uncle and niece': family('GF m, GM f, A m GF GM, S f GF GM, H m, B f H S, X m A B'),
  'offspring of cousins': family(`${siblings}, W f, H m, V m A W, U f H B, X m V U`),
  'offspring of double first cousins': family(`${twoCouples}, V m A C, U f B D, X m V U`),
  'offspring of grandfather and granddaughter': family('A m, M f, S f A M, H m, B f H S, X m A B'),
} satisfies Record<string, Person[]>
