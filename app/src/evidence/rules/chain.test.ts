import { expect, test } from 'vitest'
import type { Kit, KitState, KitStep } from '../model/samples.ts'
import { type KitMove, requireChain } from './chain.ts'

const now = new Date('2026-11-20T00:00:00Z')
const step = (over: Partial<KitStep> = {}): KitStep => ({
  ...{
    number: 'K-1',
    from: 'Nurse',
    to: 'Courier',
    seal: 'S1',
    place: 'Baghdad',
    at: '2026-11-02T00:00:00Z',
  },
  ...over,
})
const kit = (state: KitState, holder = 'Nurse'): Kit => ({
  ...{ number: 'K-1', state, holder },
  steps: [{ ...step({ from: null, to: holder, at: '2026-11-01T00:00:00Z' }), state }],
})

test.each<[KitMove, Kit | undefined, Partial<KitStep>, string | undefined]>([
  ['handed-over', kit('issued'), {}, undefined],
  ['handed-over', kit('issued', ' nurse '), {}, undefined],
  ['handed-over', kit('handed-over'), {}, undefined],
  ['received', kit('handed-over'), {}, undefined],
  ['opened', kit('received'), {}, undefined],
  ['handed-over', undefined, {}, 'kit-unknown'],
  ['handed-over', kit('received'), {}, 'kit-is-received'],
  ['opened', kit('handed-over'), {}, 'kit-is-handed-over'],
  ['opened', kit('opened'), {}, 'kit-is-opened'],
  ['opened', kit('seal-broken'), {}, 'kit-is-seal-broken'],
  ['handed-over', kit('issued', 'Doctor'), {}, 'chain-broken'],
  ['handed-over', kit('issued'), { at: '2026-10-31T00:00:00Z' }, 'step-before-last'],
  ['handed-over', kit('issued'), { at: '2026-11-21T00:00:00Z' }, 'step-in-future'],
  ['handed-over', kit('issued'), { seal: 'S2' }, 'seal-differs'],
  [
    'handed-over',
    kit('issued'),
    { seal: 'S2', remarks: 'Bag torn, sealed anew before a witness' },
    undefined,
  ],
])('%s of %o with %o: %s', (move, of, over, code) => {
  const attempt = () => requireChain(of, step(over), move, now)
  if (code) expect(attempt).toThrow(code)
  else attempt()
})
