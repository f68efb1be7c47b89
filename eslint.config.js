import tseslint from 'typescript-eslint';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';

/** What each room of `src` may not import: docs/architecture.md, 'Rooms'. `lit` means every lit package. */
const rooms = {
  model: {
    folders: [
      'api',
      'auth',
      'store',
      'sync',
      'glossary',
      'platform',
      'context',
      'controllers',
      'i18n',
      'styles',
      'internal',
      'components',
    ],
    packages: ['lit', 'lit/*', '@lit/*', 'idb'],
  },
  api: {
    folders: [
      'auth',
      'store',
      'sync',
      'glossary',
      'platform',
      'context',
      'controllers',
      'i18n',
      'styles',
      'internal',
      'components',
    ],
    packages: ['lit', 'lit/*', '@lit/*', 'idb'],
  },
  sync: {
    folders: [
      'auth',
      'glossary',
      'platform',
      'controllers',
      'i18n',
      'styles',
      'internal',
      'components',
    ],
    packages: ['lit', 'lit/*', '@lit/*', 'idb'],
  },
  context: {
    folders: [
      'api',
      'auth',
      'store',
      'sync',
      'glossary',
      'platform',
      'controllers',
      'i18n',
      'styles',
      'internal',
      'components',
    ],
    packages: ['lit', 'lit/*', '@lit/task', 'idb'],
  },
  controllers: {
    folders: [
      'api',
      'auth',
      'store',
      'sync',
      'glossary',
      'platform',
      'i18n',
      'styles',
      'internal',
      'components',
    ],
    packages: ['idb'],
  },
  'i18n,styles,internal,platform,glossary': {
    folders: ['api', 'auth', 'store', 'sync', 'context', 'controllers', 'components'],
    packages: ['@lit/*', 'idb'],
  },
  components: {
    folders: ['api', 'auth', 'store', 'sync'],
    packages: ['idb'],
  },
};


const roomRules = Object.entries(rooms).map(([names, {folders, packages}]) => ({
  files: names.split(',').map((name) => `src/${name}/**/*.ts`),
  ...(names === 'components' && {ignores: ['src/components/provider/**']}),
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${folders.join('|')})/`,
            message: 'This room may not import that one: see docs/architecture.md, Rooms.',
          },
          {
            group: packages,
            message: 'This room may not import that package: see docs/architecture.md, Rooms.',
          },
          ...(names === 'sync'
            ? [
                {
                  regex: '^(\\.\\./)+context/',
                  allowTypeImports: true,
                  message: 'sync takes only types from context.',
                },
              ]
            : []),
          ...(names === 'context'
            ? [
                {
                  regex: '^(\\.\\./)+model/',
                  allowTypeImports: true,
                  message: 'context takes only types from model.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {ignores: ['dist', 'node_modules', 'storybook-static', 'custom-elements.json']},
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
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
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
  ...roomRules,
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {selector: 'TSEnumDeclaration', message: 'Use a union of literals.'},
        {selector: 'ExportDefaultDeclaration', message: 'Use named exports.'},
        {
          selector:
            "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\sstyle=/]",
          message: 'A style attribute is refused by a strict Content-Security-Policy.',
        },
      ],
      'no-console': ['error', {allow: ['warn']}],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
);
