import map from '../tables/linkage-map.json' with { type: 'json' }
import type { Linkage } from './types.ts'

/** Where the positions come from. */
export const strLinkageMapSource = { source: map.source, licence: map.licence }

/**
 * Sex-averaged map positions of 50 forensic STRs, ready as `linkage.positions`. Loci without a position count as
 * independent. The source does not say for which mapping function: at 12 cM Haldane gives a recombination rate of
 * 0.106 and Kosambi 0.117, so name the one that was used.
 *
 * @example strLinkageMap.D12S391.cM - strLinkageMap.vWA.cM // 11.941 on chromosome 12
 */
export const strLinkageMap: Linkage['positions'] = map.positions
