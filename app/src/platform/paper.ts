import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`))

/** Whole fonts, not subsets: Noto Sans has every Kazakh letter, Amiri sets Arabic and its PDF text can be copied out again. */
const fontFiles = [
  ['@expo-google-fonts/noto-sans', '400Regular'],
  ['@expo-google-fonts/noto-sans', '700Bold'],
  ['@expo-google-fonts/amiri', '400Regular'],
  ['@expo-google-fonts/amiri', '700Bold'],
].map(([name, weight]) => `${folderOf(name!)}/${weight}`)

let compiler: NodeCompiler | undefined

/** One text as Typst content: a string literal, so that nothing a person wrote is read as markup. */
export const literal = (text: string): string => `#${quote(text)}`

/** A Typst string: only the backslash and the quote have a meaning in it. Control signs, and what turns the rest of a line round, are left out. */
const quote = (text: string): string =>
  `"${text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').replace(/["\\]/g, (sign) => `\\${sign}`)}"`

export type Paper = { language: string; title: string; body: string }

/** Sets a paper in one language, right to left where that is how it is read. Returns the PDF's bytes. */
export function setPaper({ language, title, body }: Paper): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles }] })
  const fonts = language === 'ar' ? '("Amiri", "Noto Sans")' : '("Noto Sans", "Amiri")'
  const source = `#set document(title: ${quote(title)})
#set page(paper: "a4", margin: (x: 1.6cm, y: 1.8cm), numbering: "1 / 1")
#set text(font: ${fonts}, lang: ${quote(language)}, size: ${language === 'ar' ? 11.5 : 10}pt)
${body}`
  return Buffer.from(compiler.pdf({ mainFileContent: source }))
}
