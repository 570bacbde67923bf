/**
 * Imported before everything else. The page may not compile strings into code (trust: the content security
 * policy); zod would try it once, swallow the refusal and leave an error in the console. It is told
 * before the first schema is built.
 */
import { config } from 'zod'

config({ jitless: true })
