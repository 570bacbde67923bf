/** The program itself: what it is, its settings, its vault, links that lead out. */
import { failed, notSaved, succeeded } from '#main/outcome.ts'
import { readExternalLink } from '#main/window/external-link.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names =
  | 'app.info'
  | 'app.openExternal'
  | 'settings.get'
  | 'settings.set'
  | 'visit.read'
  | 'visit.note'
  | 'vault.state'
  | 'vault.open'

export function appHandlers({ app, profile }: Desk): Pick<Handlers, Names> {
  const { settings, visits } = profile.catalogue
  return {
    'app.info': () => succeeded(app.info),
    'app.openExternal': async ({ url }) => {
      if (readExternalLink(url) === null) return failed('refused', 'failure.badLink')
      await app.openExternal(url)
      return succeeded(null)
    },
    'settings.get': () => succeeded(settings.read()),
    'settings.set': async ({ language, theme, quiet }) => {
      const before = settings.read()
      const next = {
        language: language ?? before.language,
        theme: theme ?? before.theme,
        quiet: quiet ?? before.quiet ?? false,
      }
      if (!(await settings.write(next))) return notSaved
      app.settingsChanged(next)
      return succeeded(next)
    },
    'visit.read': ({ conf, doc }) => succeeded(visits.read()[conf]?.[doc] ?? null),
    'visit.note': async ({ conf, doc, visit }) => {
      const noted = await visits.update((all) => ({ ...all, [conf]: { ...all[conf], [doc]: visit } }))
      return noted ? succeeded(null) : notSaved
    },
    'vault.state': () => succeeded(profile.vault.state().kind),
    'vault.open': async ({ passphrase }) => {
      const opened = await profile.unlock(passphrase)
      // Only now are the conferences' files looked at.
      if (opened) void app.tellDamage(profile.damaged)
      return succeeded(opened)
    },
  }
}
