/** Every call of the contract, answered. */
import { appHandlers } from './app-handlers.ts'
import { conferenceHandlers } from './conference-handlers.ts'
import type { Desk } from './desk.ts'
import { exchangeHandlers } from './exchange-handlers.ts'
import { negotiationHandlers } from './negotiation-handlers.ts'
import { papersHandlers } from './papers-handlers.ts'
import { proposalHandlers } from './proposal-handlers.ts'
import type { Handlers } from './register.ts'
import { roomHandlers } from './room-handlers.ts'

export const allHandlers = (desk: Desk): Handlers => ({
  ...appHandlers(desk),
  ...conferenceHandlers(desk),
  ...roomHandlers(desk),
  ...negotiationHandlers(desk),
  ...proposalHandlers(desk),
  ...papersHandlers(desk),
  ...exchangeHandlers(desk),
})
