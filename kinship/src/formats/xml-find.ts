import { refuse } from '../refusal.ts'
import type { XmlElement } from './xml.ts'

/** The children with this local name, in the order they stand. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child with this local name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The trimmed text of a child; absent or blank: `undefined`. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined
}

/** The trimmed text of a child that must be there. */
export function requireText(element: XmlElement, name: string): string {
  return (
    textOf(element, name) ??
    refuse('xml-incomplete', `Line ${element.line}: <${element.name}> has no <${name}>: add it.`)
  )
}

/** `true`, `1`, `false` or `0` as XML Schema writes truth; absent: `undefined`. */
export function toTruth(written: string | undefined, element: XmlElement): boolean | undefined {
  const value = written?.trim()
  if (value === undefined || value === '') return undefined
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  return refuse(
    'xml-incomplete',
    `Line ${element.line}: "${value.slice(0, 20)}" in <${element.name}> must be true or false.`,
  )
}

/** The object without the fields that are `undefined`, so that what is absent stays absent. */
export function present<Fields extends object>(fields: Fields): Fields {
  for (const key of Object.keys(fields) as (keyof Fields)[]) {
    if (fields[key] === undefined) delete fields[key]
  }
  return fields
}
