import { useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink, Notice, Page, PageHeader, Stack, useWords, WideAndSide } from '../../design/kit.ts'
import { words } from '../words.ts'
import { AgreementForm } from './AgreementForm.tsx'
import { type Homes, reintegration } from './asking.ts'
import { Groups } from './Groups.tsx'
import { PlaceForm } from './PlaceForm.tsx'
import './reintegration.css'

const placers = ['socialWorker', 'lawyer', 'coordinator']

export function HomesScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = reintegration.useAnswer('listPlacements', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{(homes) => <Everybody homes={homes} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('reintegration.noOperation')} />
      )}
    </Page>
  )
}

/** Siblings stand side by side, so that choosing one without the other is seen before it is refused. */
function Everybody({ homes }: { homes: Homes }) {
  const t = useWords(words)
  const { actor } = useHere()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const children = homes.groups.flatMap((group) => group.children)
  const home = children.filter(({ placement }) => placement).length
  if (children.length === 0) return <Notice kind="empty" title={t('reintegration.noChildren')} />
  // Who has no home yet stands on top.
  const lacks = ({ children: group }: Homes['groups'][number]) => group.some(({ placement }) => !placement)
  const groups = homes.groups.toSorted((one, other) => Number(lacks(other)) - Number(lacks(one)))
  const may = placers.includes(actor?.profession ?? '')
  const forget = () => setChosen(new Set())
  const back = (
    <ButtonLink href="/reintegration" kind="quiet">
      {t('reintegration.toFollowUps')}
    </ButtonLink>
  )
  return (
    <Stack>
      <PageHeader
        title={t('reintegration.line', { home, unplaced: children.length - home })}
        line={may ? t('reintegration.choose', { count: chosen.size }) : undefined}
        actions={back}
      />
      <WideAndSide>
        <Groups homes={{ ...homes, groups }} chosen={chosen} onChoose={may ? setChosen : undefined} />
        {may ? (
          <Stack>
            <PlaceForm homes={homes} chosen={chosen} onDone={forget} />
            <AgreementForm homes={homes} chosen={chosen} />
          </Stack>
        ) : null}
      </WideAndSide>
    </Stack>
  )
}
