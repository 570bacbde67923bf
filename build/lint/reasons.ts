/**
 * Rules of this house that no package brings: a cast gives its reason on its line (or the line above), and so
 * does a suppression (after `--`).
 */
import type { Rule } from 'eslint'

const castGivesReason: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { silent: 'An `as` gives its reason on the line: `// as: …`' },
  },
  create(context) {
    const { sourceCode } = context
    const commented = new Set<number>()
    const comments = sourceCode.getAllComments()
    for (const { loc } of comments)
      if (loc) for (let l = loc.start.line; l <= loc.end.line; l++) commented.add(l)
    return {
      TSAsExpression(node: Rule.Node) {
        const text = sourceCode.getText(node)
        if (/\bas\s+const$/.test(text) || !node.loc) return
        const { start, end } = node.loc
        const lines = [start.line - 1, start.line, end.line]
        if (!lines.some((line) => commented.has(line))) context.report({ node, messageId: 'silent' })
      },
    }
  },
}

const suppressionGivesReason: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { silent: 'A suppression gives its reason: `-- why`' },
  },
  create(context) {
    const { sourceCode } = context
    return {
      Program() {
        for (const { value, loc } of sourceCode.getAllComments())
          if (/^\s*eslint-disable/.test(value) && !value.includes(' -- ') && loc)
            context.report({ loc, messageId: 'silent' })
      },
    }
  },
}

export const house = {
  rules: { 'cast-gives-reason': castGivesReason, 'suppression-gives-reason': suppressionGivesReason },
}
