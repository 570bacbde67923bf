/** Conferences: the list, opening one, its blobs and its connection, joining and letting others join. */
import { importRoot, rootState } from '#main/identity/root-key.ts'
import { notSaved, succeeded } from '#main/outcome.ts'
import { describeInvitation, join, listEnrolments, settleEnrolment } from '#main/profile/joining.ts'
import { onConference, type Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names =
  | 'catalogue.list'
  | 'conference.open'
  | 'blob.read'
  | 'link.setOffline'
  | 'link.retry'
  | 'invitation.read'
  | 'invitation.join'
  | 'enrolments.list'
  | 'enrolments.settle'
  | 'root.state'
  | 'root.import'
  | 'drafts.list'
  | 'drafts.dismiss'

export function conferenceHandlers(desk: Desk): Pick<Handlers, Names> {
  return {
    'catalogue.list': () => succeeded(desk.profile.list()),
    'conference.open': (input) =>
      onConference(desk, input, (conference) =>
        succeeded({
          hats: conference.hatList(),
          acts: [...conference.replica.acts.admitted()],
          sync: conference.sync(),
        }),
      ),
    'blob.read': (input) =>
      onConference(desk, input, ({ replica }) => succeeded(replica.blob(input.hash) ?? null)),
    'link.setOffline': (input) =>
      onConference(desk, input, async (conference) =>
        (await conference.setOffline(input.offline)) ? succeeded(null) : notSaved,
      ),
    'link.retry': (input) =>
      onConference(desk, input, ({ link }) => {
        link.retry()
        return succeeded(null)
      }),
    'invitation.read': (input) => describeInvitation(input),
    'invitation.join': (input) => join({ ...desk.joining, profile: desk.profile }, input),
    'enrolments.list': (input) => onConference(desk, input, listEnrolments),
    'enrolments.settle': (input) =>
      onConference(desk, input, (conference) => settleEnrolment(conference, input, desk.root(input.conf))),
    'root.state': (input) =>
      onConference(desk, input, async ({ conf }) => succeeded(await rootState(desk.root(conf)))),
    'root.import': (input) =>
      onConference(desk, input, async ({ conf }) => {
        const root = desk.root(conf)
        const chosen = await desk.app.chooseRoot()
        const imported = chosen === null ? succeeded(null) : await importRoot(root, chosen)
        return imported.ok ? succeeded(await rootState(root)) : imported
      }),
    'drafts.list': (input) =>
      onConference(desk, input, ({ replica }) => succeeded([...replica.drafts.list()])),
    'drafts.dismiss': (input) =>
      onConference(desk, input, async ({ replica }) =>
        (await replica.drafts.dismiss(input.id)) ? succeeded(null) : notSaved,
      ),
  }
}
