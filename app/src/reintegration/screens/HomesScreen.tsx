import { useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink, Notice, PageHeader, Stack, useWords, WideAndSide } from '../../design/kit.ts'
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
  if (!operation) return <Notice kind="empty" title={t('reintegration.noOperation')} />
  return <Answer of={answer}>{(homes) => <Everybody homes={homes} />}</Answer>
}

/** Siblings stand side by side, so that choosing one without the other is seen before it is refused. */
function Everybody({ homes }: { homes: Homes }) {
  const t = useWords(words)
  const { actor } = useHere()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const children = homes.groups.flatMap((group) => group.children)
  const home = children.filter(({ placement }) => placement).length
  if (children.length === 0) return <Notice kind="empty" title={t('reintegration.noChildren')} />
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
        <Groups homes={homes} chosen={chosen} onChoose={may ? setChosen : undefined} />
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
