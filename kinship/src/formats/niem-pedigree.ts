import { refuse } from '../refusal.ts'
import { type NiemMember, type NiemPedigree, niemPedigreeStatuses } from './niem-file.ts'
import { oneOf, toIdentifications, toSex } from './niem-record.ts'
import type { XmlElement } from './xml.ts'
import { childOf, childrenOf, present, requireText, textOf } from './xml-find.ts'

export const structures = 'http://release.niem.gov/niem/structures/5.0/'
export const memberStatuses = { K: 'known', S: 'sought', U: 'unknown' } as const

/** One `Pedigree`. A parent is named by the `structures:id` of their own entry, or by their identification. */
export function readNiemPedigree(element: XmlElement): NiemPedigree {
  const members = childrenOf(element, 'PedigreeMember')
  const entries = members.map((member, i) => ({
    member,
    key: member.attributes.get(`{${structures}}id`)?.trim() || `member-${i + 1}-line-${member.line}`,
    identifications: toIdentifications(member, 'PedigreeMemberIdentification'),
  }))
  const parentOf = (member: XmlElement, name: string): string | null => {
    const named = childOf(member, name)
    if (!named) return null
    const reference = ['ref', 'metadata'].map((key) => named.attributes.get(`{${structures}}${key}`)?.trim())
    const written = reference.find((key) => key) ?? textOf(named, 'IdentificationID') ?? ''
    const found = entries.filter(
      ({ key, identifications }) => key === written || identifications.some(({ id }) => id === written),
    )
    return found.length === 1
      ? found[0]!.key
      : refuse(
          'xml-incomplete',
          `Line ${named.line}: <${name}> names "${written.slice(0, 60)}", who is not one member.`,
        )
  }
  return {
    identifications: toIdentifications(element, 'PedigreeIdentification'),
    status: oneOf(niemPedigreeStatuses, requireText(element, 'PedigreeStatusCode'), element),
    members: entries.map(({ member, key, identifications }): NiemMember => {
      const status = oneOf(['K', 'S', 'U'], textOf(member, 'PedigreeMemberStatusCode') ?? 'U', member)
      return present({
        key,
        identifications,
        sex: toSex(textOf(member, 'PersonSexText')),
        status: memberStatuses[status],
        father: parentOf(member, 'PedigreeFatherIdentification'),
        mother: parentOf(member, 'PedigreeMotherIdentification'),
        comment: textOf(member, 'CommentText'),
      })
    }),
    comments: childrenOf(element, 'PedigreeCommentText').map(({ text }) => text.trim()),
  }
}
