/** A process of its own that prints the sample declaration and says what it printed: `node … LANGUAGE`. */
import { createHash } from 'node:crypto'
import { exportFinal } from '#main/papers/export.ts'
import { declaration } from '#main/sample/declaration.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import { clausesFrom, CONFERENCE, documentState, RECORD } from '#test/print/document-state.ts'

const language = process.argv[2] as UiLanguage // the test that starts this gives one of the three
const state = documentState(clausesFrom(declaration.clauses))
const made = await exportFinal({ conference: CONFERENCE, record: RECORD, state, language, draft: false })
process.stdout.write(made.ok ? createHash('sha256').update(made.pdf).digest('hex') : made.message)
