import { describe, expect, it } from 'vitest'
import { isMessageId } from '#shared/i18n/catalogue.ts'
import { createTranslator } from '#shared/i18n/format.ts'

describe('texts for people', () => {
  it('come in the language of the window', () => {
    expect(createTranslator('es')('term.memberState')).toBe('País Miembro')
    expect(createTranslator('pt')('term.memberState')).toBe('País-membro')
    expect(createTranslator('en')('term.memberState')).toBe('Member State')
  })

  it('carry their values', () => {
    expect(createTranslator('es')('term.pendingSend', { n: 3 })).toBe('Pendiente de envío (3)')
  })

  it('keep the apostrophe of English', () => {
    expect(createTranslator('en')('term.chairsText')).toBe("Chair's text")
  })

  it('show the pattern, and report it, where a value is missing', () => {
    const problems: Error[] = []
    const t = createTranslator('es', (problem) => problems.push(problem))
    expect(t('term.pendingSend')).toBe('Pendiente de envío ({n})')
    expect(problems).toHaveLength(1)
  })

  it('know an id from a stranger', () => {
    expect(isMessageId('term.troika')).toBe(true)
    expect(isMessageId('term.nobody')).toBe(false)
    expect(isMessageId('toString')).toBe(false)
  })
})
