export { type Advisor, advise, prepareAdvice } from './advise.ts'
export type { Advice, AdviceInput, Kit, LineageTest, Plan, Reachable, Saying, SharedLine } from './types.ts'
