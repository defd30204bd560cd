/** The people of bench/load.ts, in a process of their own: each asks, reads the answer, thinks, and asks again. */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { bareStep, type Step, stepsFor, type User } from './mix.ts'

const [address, usersPath, seconds, thinkMs, kind] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
]
const users = JSON.parse(readFileSync(usersPath, 'utf8')) as User[]
const until = performance.now() + Number(seconds) * 1000
const agent = new Agent({ keepAlive: true, maxSockets: users.length })

export type Asked = { path: string; ms: number; status: number; why?: string }
const asked: Asked[] = []

function send(user: User, { path, body }: Step): Promise<void> {
  const began = performance.now()
  const text = JSON.stringify(body)
  const headers = {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    ...{ authorization: `Bearer ${user.token}`, 'accept-language': 'kk' },
  }
  const url = `${address}/${kind === 'house' ? 'api/' : ''}${path}`
  return new Promise((resolve) => {
    const note = (status: number, why?: string) => {
      asked.push({ path, ms: performance.now() - began, status, why })
      resolve()
    }
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () =>
        note(
          answer.statusCode!,
          answer.statusCode === 200 ? undefined : Buffer.concat(parts).toString().slice(0, 300),
        ),
      )
    })
    sent.on('error', (cause) => note(0, cause.message))
    sent.end(text)
  })
}

async function live(user: User, at: number): Promise<void> {
  const next = kind === 'house' ? stepsFor(user, at + 1) : bareStep(user, at + 1)
  // They did not all sit down in the same second.
  await wait(Math.random() * Number(thinkMs))
  while (performance.now() < until) {
    await send(user, next())
    // Thinking times of people: many short, few long (exponential), never longer than five times the mean.
    if (Number(thinkMs)) await wait(Math.min(5, -Math.log(1 - Math.random())) * Number(thinkMs))
  }
}

const began = performance.now()
await Promise.all(users.map(live))
const took = (performance.now() - began) / 1000
process.send!({ asked, took, cpu: process.cpuUsage() }, () => process.disconnect())
