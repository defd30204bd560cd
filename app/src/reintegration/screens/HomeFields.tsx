import { regions } from '../../casefile/assigning/regions.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Select, TextField, useLanguage, useWords } from '../../design/kit.ts'
import { type Home, placementKinds } from '../model.ts'
import { words } from '../words.ts'
import type { Homes, Placeable } from './asking.ts'

export type HomeDraft = {
  joins: string
  kind: Home['kind'] | undefined
  place: string
  address: string
  region: string | undefined
  relative: string | undefined
}
const NEW = 'new'
export const emptyHome: HomeDraft = {
  joins: NEW,
  kind: undefined,
  place: '',
  address: '',
  region: undefined,
  relative: undefined,
}

export const isWhole = ({ joins, kind, place, address, relative }: HomeDraft): boolean =>
  joins !== NEW || Boolean(kind && place.trim() && address.trim() && (kind !== 'relatives' || relative))

export function toHome({
  joins,
  kind,
  place,
  address,
  region,
  relative,
}: HomeDraft): Home | { joins: string } {
  if (joins !== NEW) return { joins }
  const ofKind = { kind: kind ?? 'centre', relative: kind === 'relatives' ? relative : undefined }
  return { ...ofKind, place, address, region }
}

/** A new home, or one where other children of the operation live already. */
export function HomeFields(props: { homes: Homes; value: HomeDraft; onChange: (home: HomeDraft) => void }) {
  const { homes, value, onChange } = props
  const t = useWords(words)
  const language = useLanguage()
  const name = (names: Placeable['names']) => nameIn(names, language).text
  const living = Map.groupBy(
    homes.groups.flatMap(({ children }) => children).filter(({ placement }) => placement),
    ({ placement }) => placement,
  )
  const known = [...living.values()].map((children) => ({
    key: children[0]?.child ?? '',
    label: t('reintegration.where', { names: children.map(({ names }) => name(names)).join(', ') }),
  }))
  const options = [{ key: NEW, label: t('reintegration.newHome') }, ...known]
  return (
    <>
      {known.length > 0 ? (
        <Select
          label={t('reintegration.home')}
          options={options}
          value={value.joins}
          onChange={(joins) => onChange({ ...value, joins })}
        />
      ) : null}
      {value.joins === NEW ? <NewHome {...props} /> : null}
    </>
  )
}

function NewHome({
  homes,
  value,
  onChange,
}: {
  homes: Homes
  value: HomeDraft
  onChange: (home: HomeDraft) => void
}) {
  const t = useWords(words)
  const language = useLanguage()
  const relatives = homes.relatives.map(({ relative, names }) => ({
    key: relative,
    label: nameIn(names, language).text,
  }))
  const inRegions = Object.entries(regions).map(([key, names]) => ({
    key,
    label: nameIn(names, language).text,
  }))
  const kinds = placementKinds.map((key) => ({ key, label: t(`reintegration.kind.${key}`) }))
  return (
    <>
      <Select
        label={t('reintegration.kindLabel')}
        options={kinds}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'relatives' ? (
        <Select
          label={t('reintegration.relative')}
          options={relatives}
          value={value.relative}
          onChange={(relative) => onChange({ ...value, relative })}
        />
      ) : null}
      <TextField
        label={t('reintegration.placeName')}
        value={value.place}
        onChange={(place) => onChange({ ...value, place })}
      />
      <TextField
        label={t('reintegration.address')}
        help={t('reintegration.addressHelp')}
        value={value.address}
        onChange={(address) => onChange({ ...value, address })}
        autoComplete="off"
      />
      <Select
        label={t('reintegration.region')}
        help={t('reintegration.regionHelp')}
        options={inRegions}
        value={value.region}
        onChange={(region) => onChange({ ...value, region })}
      />
    </>
  )
}
