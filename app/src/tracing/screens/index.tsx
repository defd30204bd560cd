import { ANYONE, mayRead, professions } from '../../casefile/access.ts'
import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { AskDeskScreen } from './AskDeskScreen.tsx'
import { AskScreen } from './AskScreen.tsx'
import { CandidatesScreen } from './CandidatesScreen.tsx'
import { DuplicatesScreen } from './DuplicatesScreen.tsx'
import { EnterScreen } from './EnterScreen.tsx'
import { FindScreen } from './FindScreen.tsx'
import { ImportScreen } from './ImportScreen.tsx'
import { QueueScreen } from './QueueScreen.tsx'
import { RequestScreen } from './RequestScreen.tsx'
import { RequestsScreen } from './RequestsScreen.tsx'
import { StageScreen } from './StageScreen.tsx'
import { ThanksScreen } from './ThanksScreen.tsx'
import { FamilyPanel, TracingPanel } from './TracingPanel.tsx'

const may = ['coordinator', 'consul'] as const
/** Everybody whose work is with people's files. */
const readers = professions.filter((profession) => mayRead(profession, 'file'))
const everybody = [ANYONE, ...professions] as const
const desk = { station: 'tracing', may, inMenu: true } as const
const page = { station: 'tracing', may } as const
const open = { station: 'tracing', may: everybody } as const

export const screens: Screen[] = [
  { ...desk, path: '/tracing', title: 'tracing.candidates.title', component: CandidatesScreen },
  { ...desk, path: '/tracing/queue', title: 'tracing.queue.title', component: QueueScreen },
  { ...desk, path: '/tracing/requests', title: 'tracing.requests.title', component: RequestsScreen },
  { ...page, path: '/tracing/requests/new', title: 'tracing.request.write', component: AskDeskScreen },
  { ...page, path: '/tracing/requests/$request', title: 'tracing.request.title', component: RequestScreen },
  { ...desk, path: '/tracing/import', title: 'tracing.import.title', component: ImportScreen },
  {
    ...desk,
    path: '/tracing/duplicates',
    title: 'tracing.duplicates.title',
    component: DuplicatesScreen,
  },
  { ...desk, path: '/tracing/enter', title: 'tracing.enter.title', component: EnterScreen },
  { ...page, may: readers, path: '/find', title: 'tracing.find.title', component: FindScreen },
  { ...open, path: '/ask', title: 'tracing.ask.title', component: AskScreen },
  { ...open, path: '/ask/thanks', title: 'tracing.thanks.title', component: ThanksScreen },
  { ...open, path: '/ask/stage', title: 'tracing.stage.title', component: StageScreen },
]

export const panels: Panel[] = [
  { station: 'tracing', may, component: TracingPanel },
  { station: 'tracing', may, of: ['relative'], component: FamilyPanel },
]
