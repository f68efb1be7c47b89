import tseslint from 'typescript-eslint';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import {newerApisRule} from './scripts/eslint/newer-apis.mjs';
import {roomsRule} from './scripts/eslint/rooms.mjs';

const local = {rules: {rooms: roomsRule, 'no-newer-api': newerApisRule}};

/** What a strict Content-Security-Policy refuses, and what house style leaves out. */
const restrictedSyntax = [
  {selector: 'TSEnumDeclaration', message: 'Use a union of literals.'},
  {selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.'},
  {selector: 'TSParameterProperty', message: 'Declare the field.'},
  {selector: 'ExportDefaultDeclaration', message: 'Use named exports.'},
  {
    selector:
      'PropertyDefinition[accessibility="private"], MethodDefinition[accessibility="private"]',
    message: 'Use a #private name.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A style attribute is refused by a strict Content-Security-Policy.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/i]',
    message: 'A style element is refused by a strict Content-Security-Policy: use static styles.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Nothing from a record is ever read as HTML.',
  },
  {
    selector: "NewExpression[callee.name='RegExp']:not([arguments.0.type='Literal'])",
    message: 'A pattern made from data can be made to hang the page.',
  },
  {selector: 'Literal[regex.flags=/v/]', message: 'Safari 16.4 does not know the v flag.'},
];

const restrictedImports = [
  {
    regex: '^lit/directives/(unsafe-html|unsafe-svg|style-map)\\.js$',
    message: 'Refused by a strict Content-Security-Policy, or reads data as HTML.',
  },
  {group: ['fhir', 'fhir/*', '@types/fhir'], message: 'Public types use FhirResource and unknown.'},
];

export default tseslint.config(
  {ignores: ['dist', 'node_modules', 'storybook-static', 'custom-elements.json', '.bench']},
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  lit.configs['flat/recommended'],
  wc.configs['flat/best-practice'],
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    plugins: {'lit-a11y': litA11y},
    rules: {
      ...litA11y.configs.recommended.rules,
      // Safari forgets that a list without markers is a list unless the role says so.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {disallowTypeAnnotations: false}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true},
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        {'ts-ignore': true, 'ts-expect-error': 'allow-with-description', 'ts-nocheck': true},
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      'wc/guard-super-call': 'off',
      'wc/no-self-class': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: {
      parserOptions: {project: './tsconfig.json', tsconfigRootDir: import.meta.dirname},
    },
    plugins: {local},
    rules: {
      'local/rooms': 'error',
      'local/no-newer-api': 'error',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      '@typescript-eslint/no-restricted-imports': ['error', {patterns: restrictedImports}],
      '@typescript-eslint/no-floating-promises': 'error',
      'no-console': ['error', {allow: ['warn']}],
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    // Static templates put a tag name in, which these two rules take for a binding.
    files: ['src/internal/heading.ts'],
    rules: {'lit/binding-positions': 'off', 'lit/no-invalid-html': 'off'},
  },
  {
    // A focused or skipped test is a check that does not run.
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo)$/]',
          message: 'Every test runs.',
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
);
