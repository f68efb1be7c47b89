/**
 * Who may import whom inside `src`: docs/architecture.md, 'Rooms'. What a room is not given here, it may not import;
 * a folder that is not a room is refused. Covers static, dynamic and type imports and re-exports.
 */
import {dirname, relative, resolve, sep} from 'node:path';

const lit = ['lit'];
const leaf = {rooms: ['model', 'context:type'], packages: lit};

/**
 * `rooms` and `packages` a room may import; `x:type` means its types only. `lit` stands for lit and its entry points.
 * `browser` tells whether it may lean on the DOM (the tsconfig without DOM proves the rest).
 */
const rooms = {
  model: {rooms: [], packages: []},
  api: {rooms: ['model'], packages: []},
  auth: {rooms: ['model'], packages: []},
  store: {rooms: ['model'], packages: ['idb']},
  sync: {rooms: ['model', 'api', 'store', 'context:type'], packages: []},
  glossary: leaf,
  platform: leaf,
  i18n: leaf,
  styles: leaf,
  internal: leaf,
  context: {rooms: ['model:type'], packages: ['@lit/context']},
  controllers: {
    rooms: ['model', 'context', 'i18n', 'internal'],
    packages: [...lit, '@lit/context', '@lit/task'],
  },
  components: {
    rooms: [
      'model',
      'context',
      'controllers',
      'glossary',
      'platform',
      'i18n',
      'styles',
      'internal',
      'components',
    ],
    packages: [...lit, '@lit/context', 'd3-array', 'd3-time'],
  },
  conformance: {rooms: ['model', 'api'], packages: []},
};

/** The composition root: it alone joins the elements' side to the network's. */
const provider = {
  rooms: [...rooms.components.rooms, 'api', 'store', 'sync'],
  packages: rooms.components.packages,
};

const roomOf = (path) => {
  const [room, folder] = path.split(sep);
  if (!path.includes(sep)) return {name: 'entry'};
  return {name: room, folder};
};

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      room: "'{{from}}' may not import {{what}} '{{to}}': see docs/architecture.md, Rooms.",
      unknown: "'{{from}}' is no room of src: see docs/architecture.md, Rooms.",
    },
  },
  create(context) {
    const source = resolve(context.cwd, 'src');
    const here = relative(source, context.filename);
    const from = roomOf(here);
    if (from.name === 'entry') return {};
    const allowed =
      from.name === 'components' && from.folder === 'provider' ? provider : rooms[from.name];

    function check(node, specifier, typesOnly) {
      if (typeof specifier !== 'string') return;
      const report = (what, to) =>
        context.report({node, messageId: 'room', data: {from: from.name, what, to}});
      if (!allowed) {
        context.report({node, messageId: 'unknown', data: {from: from.name}});
        return;
      }
      const may = (list, name) =>
        list.includes(name) || (typesOnly && list.includes(`${name}:type`));
      if (!specifier.startsWith('.')) {
        const name = packageOf(specifier);
        if (!may(allowed.packages, name)) report('the package', name);
        return;
      }
      const to = roomOf(relative(source, resolve(dirname(context.filename), specifier)));
      if (to.name === '..') report('from outside src', specifier);
      else if (to.name === 'entry') report('the entry', specifier);
      else if (to.name !== from.name && !may(allowed.rooms, to.name)) report('the room', to.name);
    }

    const isTypesOnly = (node) =>
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (node.specifiers?.length > 0 &&
        node.specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'));
    const declaration = (node) => {
      if (node.source) check(node, node.source.value, isTypesOnly(node));
    };
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, (node.source ?? node.argument?.literal)?.value, true),
    };
  },
};

export const roomsRule = rule;
