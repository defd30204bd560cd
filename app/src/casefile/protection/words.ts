import { words as certificate } from './words/certificate.ts'
import { words as events } from './words/events.ts'
import { words as refusals } from './words/refusals.ts'
import { words as screen } from './words/screen.ts'
import { words as told } from './words/told.ts'

export const words = { ...certificate, ...events, ...refusals, ...screen, ...told }
