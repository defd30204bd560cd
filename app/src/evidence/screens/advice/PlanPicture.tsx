import { useId } from 'react'
import { useFormats, useLanguage } from '../../../design/languages/LanguageProvider.tsx'
import { direction } from '../../../design/languages/language.ts'
import { useRoom } from '../../../design/pedigree/useRoom.ts'
import type { Advice, Plan } from '../../model/advice.ts'
import { useT } from '../asking.ts'

const HEIGHT = 280
const [TOP, BOTTOM, START, END] = [16, 48, 56, 20]
const SHARES = [0, 0.25, 0.5, 0.75, 1]

/** Chance against cost, a dot for each plan; drawn at the size of its frame, so that letters stay readable. */
export function PlanPicture({ advice, say }: { advice: Advice; say: (plan: Plan) => string }) {
  const t = useT()
  const f = useFormats()
  const id = useId()
  const { frame, room } = useRoom()
  const isRight = direction(useLanguage()) === 'rtl'
  const width = Math.min(Math.max(room, 260), 760)
  const all = [advice.now, ...advice.plans]
  // Where nobody has said what anything costs, the number of samples stands for it.
  const isPriced = all.some(({ cost }) => cost > 0)
  const sizeOf = (plan: Plan) => (isPriced ? plan.cost : plan.test.length)
  const most = Math.max(1, ...all.map(sizeOf))
  const along = (size: number) => START + (size / most) * (width - START - END)
  const x = (size: number) => (isRight ? width - along(size) : along(size))
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
  const point = (plan: Plan) => `${x(sizeOf(plan))} ${y(plan.chance)}`
  const says = {
    n: advice.plans.length,
    best: f.percent(advice.best.chance),
    now: f.percent(advice.now.chance),
  }
  const ticks = [...new Set([0, Math.round(most / 2), most])]
  return (
    <figure className="plan-picture" ref={frame as never}>
      <svg role="img" aria-labelledby={`${id}-t ${id}-d`} viewBox={`0 0 ${width} ${HEIGHT}`} width={width}>
        <title id={`${id}-t`}>{t('evidence.plans-picture')}</title>
        <desc id={`${id}-d`}>{t('evidence.plans-picture-says', says)}</desc>
        {SHARES.map((share) => (
          <g key={share}>
            <line className="plan-grid" x1={x(0)} x2={x(most)} y1={y(share)} y2={y(share)} />
            <Text at={[x(0) + (isRight ? 8 : -8), y(share) + 4]} anchor="end">
              {f.percent(share)}
            </Text>
          </g>
        ))}
        {ticks.map((size) => (
          <Text key={size} at={[x(size), HEIGHT - BOTTOM + 20]} anchor={size === most ? 'end' : 'middle'}>
            {f.number(size)}
          </Text>
        ))}
        <Text at={[width / 2, HEIGHT - 8]} anchor="middle">
          {t(isPriced ? 'evidence.plan-cost' : 'evidence.plan-samples')}
        </Text>
        <path className="plan-front" d={`M${advice.front.map(point).join('L')}`} />
        {all.map((plan) => (
          <Dot
            key={`${plan.kit} ${plan.test.join()}`}
            plan={plan}
            advice={advice}
            at={point(plan)}
            say={say}
          />
        ))}
      </svg>
      <figcaption className="soft">{t('evidence.plans-picture-says', says)}</figcaption>
    </figure>
  )
}

const isSame = (a: Plan, b: Plan) => a.kit === b.kit && a.test.join() === b.test.join()

type Dotted = { plan: Plan; advice: Advice; at: string; say: (plan: Plan) => string }

function Dot({ plan, advice, at, say }: Dotted) {
  const f = useFormats()
  const [cx, cy] = at.split(' ')
  const kind = isSame(plan, advice.best)
    ? 'best'
    : isSame(plan, advice.now)
      ? 'now'
      : advice.front.some((one) => isSame(one, plan))
        ? 'front'
        : 'other'
  return (
    <circle className={`plan-dot plan-dot-${kind}`} cx={cx} cy={cy} r={kind === 'other' ? 4 : 6}>
      <title>{`${say(plan)}: ${f.percent(plan.chance)}`}</title>
    </circle>
  )
}

/** The anchor turns with the direction of the page, which SVG takes from its letters' own. */
function Text({
  at,
  anchor,
  children,
}: {
  at: [number, number]
  anchor: 'end' | 'middle'
  children: string
}) {
  return (
    <text className="plan-text" x={at[0]} y={at[1]} textAnchor={anchor}>
      {children}
    </text>
  )
}
