/**
 * Composes papers with Typst, compiled to WebAssembly and kept warm between papers. Nothing is looked for on
 * the network: the fonts are the package's own files and every other source is a string of this program.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { loadFonts } from '@myriaddreamin/typst.ts'
import { createTypstCompiler, type TypstCompiler } from '@myriaddreamin/typst.ts/compiler'
import { z } from 'zod'
import { FINAL_TEMPLATE } from './final-template.ts'
import { helperPort } from './helper-port.ts'

const job = z.object({ id: z.number(), json: z.string() })

const SERIF = '@expo-google-fonts/source-serif-4'
const SANS = '@expo-google-fonts/source-sans-3'
const FONTS = [
  `${SERIF}/400Regular/SourceSerif4_400Regular.ttf`,
  `${SERIF}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  `${SERIF}/700Bold/SourceSerif4_700Bold.ttf`,
  `${SERIF}/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf`,
  `${SANS}/400Regular/SourceSans3_400Regular.ttf`,
  `${SANS}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  `${SANS}/700Bold/SourceSans3_700Bold.ttf`,
]

const { resolve } = createRequire(import.meta.url)
const fileOf = async (path: string) => new Uint8Array(await readFile(resolve(path)))

async function startCompiler(): Promise<TypstCompiler> {
  const fonts = await Promise.all(FONTS.map(fileOf))
  const module = await fileOf('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm')
  const compiler = createTypstCompiler()
  await compiler.init({
    // The wrapper's own start warns on standard error when it is handed bytes instead of an object.
    getWrapper: async () => {
      const wrapper = await import('@myriaddreamin/typst-ts-web-compiler')
      return {
        ...wrapper,
        default: (bytes: Uint8Array<ArrayBuffer>) => wrapper.default({ module_or_path: bytes }),
      }
    },
    getModule: () => module,
    beforeBuild: [loadFonts(fonts, { assets: false })],
  })
  compiler.addSource('/main.typ', FINAL_TEMPLATE)
  return compiler
}

let starting: Promise<TypstCompiler> | undefined

/** One that could not start is started anew for the next paper. */
function compilerOf(): Promise<TypstCompiler> {
  starting ??= startCompiler().catch((problem: unknown) => {
    starting = undefined
    throw problem
  })
  return starting
}

type Step = 'composing' | 'writing'

async function compose(
  json: string,
  tell: (step: Step) => void,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const compiler = await compilerOf()
  tell('composing')
  compiler.mapShadow('/paper.json', new TextEncoder().encode(json))
  return compiler.runWithWorld({ mainFilePath: '/main.typ' }, async (world) => {
    const { hasError, diagnostics = [] } = await world.compile({ diagnostics: 'full' })
    if (hasError) throw new Error(diagnostics.map(({ message, range }) => `${range} ${message}`).join('\n'))
    const pages = z.tuple([z.number()]).parse(await world.query({ selector: '<pages>', field: 'value' }))
    tell('writing')
    const { result } = await world.pdf({ diagnostics: 'full' })
    if (result === undefined) throw new Error('Typst made no PDF')
    return { pdf: result, pages: pages[0] }
  })
}

const port = helperPort()
port.on((message) => {
  const { id, json } = job.parse(message)
  const tell = (step: Step) => {
    port.send({ id, step })
  }
  compose(json, tell).then(
    ({ pdf, pages }) => {
      port.send({ id, ok: true, pdf, pages })
    },
    (problem: unknown) => {
      port.send({ id, ok: false, problem: String(problem) })
    },
  )
})
// Whoever starts this program wants a paper soon; what went wrong is told to the first one.
compilerOf().catch(() => undefined)
