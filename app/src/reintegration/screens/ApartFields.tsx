import { Notice, TextArea, TextField, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'

export type ApartDraft = { reason: string; signedBy: string[] }
export const emptyApart: ApartDraft = { reason: '', signedBy: ['', ''] }
export const isSigned = ({ reason, signedBy }: ApartDraft): boolean =>
  Boolean(reason.trim()) && signedBy.every((name) => name.trim())

/** Some of a group of siblings were chosen and not all: left empty, the house refuses and names the rule. */
export function ApartFields({
  value,
  onChange,
}: {
  value: ApartDraft
  onChange: (apart: ApartDraft) => void
}) {
  const t = useWords(words)
  const sign = (place: number, name: string) =>
    onChange({ ...value, signedBy: value.signedBy.with(place, name) })
  return (
    <Notice kind="waiting" title={t('reintegration.partAll')}>
      <TextArea
        label={t('reintegration.apartReason')}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
        rows={2}
        optional
      />
      <TextField
        label={t('reintegration.firstSignature')}
        value={value.signedBy[0] ?? ''}
        onChange={(name) => sign(0, name)}
        optional
      />
      <TextField
        label={t('reintegration.secondSignature')}
        value={value.signedBy[1] ?? ''}
        onChange={(name) => sign(1, name)}
        optional
      />
    </Notice>
  )
}
