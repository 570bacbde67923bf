import { expect, it } from 'vitest'
import { canMove, STAGES, type Stage } from '#shared/domain/stage.ts'

const ALLOWED: Readonly<Record<Stage, string>> = {
  preparation: 'jointDrafting negotiation',
  jointDrafting: 'preparation negotiation',
  negotiation: 'jointDrafting silence adopted',
  silence: 'negotiation adopted',
  adopted: 'archived',
  archived: '',
}

it.each(STAGES)('[R1.a] from %s a document goes only where the rules lead', (from) => {
  expect(STAGES.filter((to) => canMove(from, to)).join(' ')).toBe(ALLOWED[from])
})
