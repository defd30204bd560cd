import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import * as clearance from '../../clearance/screens/index.tsx'
import * as evacuation from '../../evacuation/screens/index.tsx'
import * as evidence from '../../evidence/screens/index.tsx'
import * as publication from '../../publication/screens/index.tsx'
import * as reintegration from '../../reintegration/screens/index.tsx'
import * as tracing from '../../tracing/screens/index.tsx'

const stations = [tracing, evidence, clearance, evacuation, reintegration, publication]

export const screens: Screen[] = stations.flatMap((station) => station.screens)
export const panels: Panel[] = stations.flatMap((station) => station.panels)
