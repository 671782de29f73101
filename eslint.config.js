import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { noBareLookup } from './tools/no-bare-lookup.mjs';
import { noLateProps } from './tools/no-late-props.mjs';

/**
 * Names from outside meet no prototype. The rule asks for types, and is half of what linting takes: `npm test` leaves it to
 * `npm run test:all` and CI. Components would take minutes for them, and have a simpler rule below.
 */
const namesFromOutside = {
  files: ['src/**/*.ts'],
  // The last is the one place that looks up.
  ignores: ['**/*.test.ts', '**/*testing*.ts', 'src/**/*.d.ts', 'src/core/look-up.ts'],
  plugins: { local: { rules: { 'no-bare-lookup': noBareLookup } } },
  languageOptions: {
    parserOptions: {
      project: './tsconfig.json',
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: { 'local/no-bare-lookup': 'error' },
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'playwright-report/', 'test-results/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-undef': 'off', // TypeScript and svelte-check know better.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // The type checkers say it, too (`noUnusedLocals`, `noUnusedParameters`): asking twice costs seconds.
    files: ['**/*.{ts,svelte}'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    // Engines differ in the last bits of these; one bit is another trial. See src/core/math/elementary.ts.
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          ...[
            'acos',
            'acosh',
            'asin',
            'asinh',
            'atan',
            'atan2',
            'atanh',
            'cbrt',
            'cos',
            'cosh',
            'exp',
            'expm1',
          ],
          ...['hypot', 'log', 'log10', 'log1p', 'log2', 'pow', 'random', 'sin', 'sinh', 'tan', 'tanh'],
        ].map((property) => ({
          object: 'Math',
          property,
          message: 'Take it from src/core/math (or a random stream): results must not depend on the engine.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          message: 'Multiply, or use pow from src/core/math: ** is rounded differently by different engines.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['**/*.svelte'],
    plugins: { local: { rules: { 'no-late-props': noLateProps } } },
    rules: {
      'local/no-late-props': 'error',
      'no-restricted-syntax': [
        'error',
        ...[
          'LogicalExpression[operator="??"] > MemberExpression.left',
          'MemberExpression > MemberExpression.object',
        ]
          .flatMap((place) => [
            // An optional lookup by a name, `texts[name]?.label` or `values[name] ?? 0`, expects that nothing may be there.
            `${place}[computed=true] > Identifier.property[name=/^(name|id|key|option|param|text|owner|label|column)$/]`,
            `${place}[computed=true] > :matches(CallExpression[callee.name="String"], TemplateLiteral, MemberExpression[property.name=/^(name|id|key)$/]).property`,
          ])
          .map((selector) => ({
            selector,
            message: 'The name may be any text, “constructor” too: use lookUp of src/core/look-up.ts.',
          })),
      ],
    },
  },
  ...(process.env.TESTS === 'essential' ? [] : [namesFromOutside]),
);
