import * as accounts from '../../casefile/accounts/screens/index.tsx'
import * as assigning from '../../casefile/assigning/screens/index.tsx'
import * as custody from '../../casefile/custody/screens/index.tsx'
import * as emergency from '../../casefile/emergency/screens/index.tsx'
import * as merging from '../../casefile/merging/screens/index.tsx'
import * as openings from '../../casefile/openings/screens/index.tsx'
import * as proof from '../../casefile/proof/screens/index.tsx'
import * as protection from '../../casefile/protection/screens/index.tsx'
import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import * as training from '../../casefile/training/screens/index.tsx'
import * as clearance from '../../clearance/screens/index.tsx'
import * as evacuation from '../../evacuation/screens/index.tsx'
import * as evidence from '../../evidence/screens/index.tsx'
import * as publication from '../../publication/screens/index.tsx'
import * as reintegration from '../../reintegration/screens/index.tsx'
import * as tracing from '../../tracing/screens/index.tsx'

/** The rooms of the case file come last: the path home is what people come for. */
const rooms = [merging, custody, assigning, emergency, protection, openings, accounts, training, proof]
const stations = [tracing, evidence, clearance, evacuation, reintegration, publication]

export const screens: Screen[] = [...stations, ...rooms].flatMap((room) => room.screens)
export const panels: Panel[] = [...stations, ...rooms].flatMap((room) => room.panels)
