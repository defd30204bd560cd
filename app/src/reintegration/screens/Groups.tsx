import { No } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import {
  Badge,
  Button,
  Card,
  Checkbox,
  Row,
  Stack,
  showToast,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Group, type Homes, type Placeable, reintegration } from './asking.ts'

type Choosing = { chosen: ReadonlySet<string>; onChoose?: (chosen: ReadonlySet<string>) => void }

export function Groups({ homes, ...choosing }: { homes: Homes } & Choosing) {
  return (
    <Stack gap={3}>
      {homes.groups.map((group) => (
        <Siblings key={group.children[0]?.child} group={group} {...choosing} />
      ))}
      <SayTogether homes={homes} chosen={choosing.chosen} />
    </Stack>
  )
}

function Siblings({ group, chosen, onChoose }: { group: Group } & Choosing) {
  const t = useWords(words)
  const { children, apart } = group
  const count = children.length
  const placed = children.filter(({ placement }) => placement).length
  const title = count > 1 ? t('reintegration.siblings', { count }) : undefined
  const aside =
    count > 1 && placed > 0 ? (
      <Badge kind={apart || placed < count ? 'waiting' : 'ok'}>
        {t(apart || placed < count ? 'reintegration.apart' : 'reintegration.together')}
      </Badge>
    ) : null
  const toggle = (child: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(child)
    else next.delete(child)
    onChoose?.(next)
  }
  return (
    <Card title={title} aside={aside}>
      <ul className="homes">
        {children.map((child) => (
          <li key={child.child}>
            {onChoose ? (
              <Checkbox
                checked={chosen.has(child.child)}
                onChange={(isChosen) => toggle(child.child, isChosen)}
              >
                <PersonName names={child.names} />
              </Checkbox>
            ) : (
              <PersonName names={child.names} child={child.child} />
            )}
            <Where child={child} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Where({ child }: { child: Placeable }) {
  const t = useWords(words)
  const f = useFormats()
  if (!child.kind || !child.began) return <Badge kind="waiting">{t('reintegration.noHome')}</Badge>
  return (
    <span className="soft">
      {t(`reintegration.kind.${child.kind}`)}, {t('reintegration.since', { day: f.date(child.began) })}
    </span>
  )
}

/** Children of different groups were chosen: perhaps somebody knows that they are siblings. */
function SayTogether({ homes, chosen }: { homes: Homes; chosen: ReadonlySet<string> }) {
  const t = useWords(words)
  const say = reintegration.useDoing('stateSiblings')
  const touched = homes.groups.filter(({ children }) => children.some(({ child }) => chosen.has(child)))
  if (touched.length < 2) return null
  const done = { onSuccess: () => showToast(t('reintegration.saved')) }
  return (
    <Stack gap={2}>
      <Row>
        <Button
          kind="quiet"
          pending={say.isPending}
          onPress={() => say.mutate({ children: [...chosen], are: true }, done)}
        >
          {t('reintegration.sayTogether')}
        </Button>
      </Row>
      <No problem={say.error} />
    </Stack>
  )
}
