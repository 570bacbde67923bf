/** A negotiation that was played, put to the checks: on every device as it stands, and where all have heard all. */
import { deriveDocument } from '#shared/acts/derive-document.ts'
import { DOC, documentOptions, type World } from './acts.ts'
import { deliver, type Played } from './negotiation-play.ts'
import { CHECKS } from './negotiation-truth.ts'
import { randomFrom } from './random.ts'

const atOnce = (world: World) => JSON.stringify(deriveDocument(world.set, DOC, documentOptions(world.blobs)))

/** What is kept up act by act must be what is derived at once, and in the end everybody's the same. */
export function differencesOf({ seed, devices, all }: Played): string[] {
  const random = randomFrom(seed + 1)
  const problems: string[] = []
  const expected = atOnce(all)
  const some = random.shuffle([...devices]).slice(0, 4)
  for (const [name, device] of some) {
    if (JSON.stringify(device.state()) !== atOnce(device))
      problems.push(`seed ${String(seed)}: ${name} by steps`)
    while (device.set.size < all.set.size) {
      deliver(random, all, device, 0.5)
      if (random.chance(0.5)) device.state()
    }
    deliver(random, all, device)
    if (JSON.stringify(device.state()) !== expected) problems.push(`seed ${String(seed)}: ${name} in the end`)
  }
  return problems
}

/** On a device that has heard a part, and where everything is. */
export function problemsOf({ seed, devices, all }: Played, check: keyof typeof CHECKS): string[] {
  const random = randomFrom(seed + 2)
  const [name, device] = random.pick([...devices])
  const found = [
    ...CHECKS[check]({ world: device, state: device.state() }).map((problem) => `${name}: ${problem}`),
    ...CHECKS[check]({ world: all, state: all.state() }),
  ]
  return found.map((problem) => `seed ${String(seed)}, ${problem}`)
}
