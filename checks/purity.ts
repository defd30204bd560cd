import { importsOf, isTest, type Source } from './files.ts'

/** Words that would tie a science to the people it is used for, and the platform to the mission. */
const foreignWords: Record<string, RegExp> = {
  kinship: /\b(consent|clearance|prison|orphan|caseFile|repatriat\w*)\b/i,
  names: /\b(consent|clearance|prison|orphan|caseFile|case file|repatriat\w*)\b/i,
  airlift: /\b(child|children|consent|clearance|prison|orphan|caseFile|case file|kinship)\b/i,
  platform: /\b(child|children|consent|clearance|prison|orphan|caseFile|case file|kinship|mother)\b/i,
}

const isPure = (path: string): boolean =>
  /^(kinship|names|airlift)\/src\/(?!cli\.ts$|cli\/)/.test(path) ||
  /^app\/src\/[^/]+\/(model|rules)\.ts$/.test(path)

const impure = /^(node:|react|pg$|kysely|fastify|vite)/
/** The compiler proves it as well (tsconfig.pure.json); here the finding has a sentence. */
const machine =
  /\b(process\.(env|argv|exit)|document\.|window\.|localStorage|Buffer\.|Date\.now\(\)|Math\.random\(\)|new Date\(\))/

function impurities(source: Source): string[] {
  const code = source.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const imports = importsOf(source).filter((name) => impure.test(name))
  const touched = code.match(machine)?.[0]
  return [
    ...imports.map((name) => `${source.path}: pure, and imports ${name}`),
    ...(touched ? [`${source.path}: pure, and uses ${touched}`] : []),
  ]
}

const roomFor = (path: string) =>
  path.match(/^(kinship|names|airlift)\/src/)?.[1] ?? path.match(/^app\/src\/(platform)\//)?.[1]

function foreign(source: Source): string[] {
  const room = roomFor(source.path)
  const word = room && source.text.match(foreignWords[room]!)?.[0]
  return word ? [`${source.path}: "${word}" is no word of ${room}`] : []
}

export const wrongPurity = (sources: Source[]): string[] =>
  sources
    .filter((source) => !isTest(source))
    .flatMap((source) => [...(isPure(source.path) ? impurities(source) : []), ...foreign(source)])
