import type { Language } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Card, useLanguage, useWords } from '../../design/kit.ts'
import { listIn, professionIn } from '../saying.ts'
import { words } from '../words.ts'
import type { Runbook } from './asking.ts'
import { useMoment } from './useTimes.ts'

/** Professions that more tasks ask for at one moment than the team has people of. A person decides. */
export function Overbooked({ runbook }: { runbook: Runbook }) {
  const t = useWords(words)
  const moment = useMoment()
  const language: Language = useLanguage()
  if (runbook.overbooked.length === 0) return null
  const nameOf = (id: string) => {
    const task = runbook.tasks.find((one) => one.id === id)
    return task ? nameIn(task.names, language).text : id
  }
  return (
    <Card title={t('evacuation.overbooked')} waiting>
      <ul>
        {runbook.overbooked.map(({ profession, at, tasks }) => (
          <li key={profession + at}>
            {t('evacuation.overbooked-one', {
              at: moment(at),
              profession: professionIn(language, profession),
              tasks: listIn(language, tasks.map(nameOf)),
            })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
