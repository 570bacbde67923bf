/** Lint rules. What a package calls strict is on; what this house adds is in lint/. */
import { defineConfig } from 'eslint/config'
import formatjs from 'eslint-plugin-formatjs'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import {
  CLOCK_PROPERTIES,
  CLOCK_SYNTAX,
  HOUSE_SYNTAX,
  IMPORT_PATTERNS,
  PAGE_GLOBALS,
  PAGE_SYNTAX,
  SHARED_GLOBALS,
} from './lint/bans.ts'
import { house } from './lint/reasons.ts'

export default defineConfig(
  { ignores: ['out/**', 'node_modules/**', 'build/electron/default-app.mjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'house/cast-gives-reason': 'error',
      'house/suppression-gives-reason': 'error',
      'no-restricted-imports': ['error', { patterns: IMPORT_PATTERNS }],
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Objects here are closures without `this`, and their interfaces use method syntax.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...SHARED_GLOBALS],
      'no-restricted-properties': ['error', ...CLOCK_PROPERTIES],
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, ...CLOCK_SYNTAX],
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    plugins: { formatjs },
    rules: {
      'formatjs/no-literal-string-in-jsx': 'error',
      'no-restricted-globals': ['error', ...PAGE_GLOBALS],
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, ...PAGE_SYNTAX],
    },
  },
  {
    files: ['renderer/bridge/**/*.ts', 'renderer/bridge/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...HOUSE_SYNTAX] },
  },
)
