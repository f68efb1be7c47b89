/**
 * No browser API that the oldest browsers of README.md do not have, unless a comment says what stands in for it:
 * `// eslint-disable-next-line local/no-newer-api -- falls back to …`. Names are resolved by TypeScript, so that
 * `entry.parse` is not taken for `URL.parse`; what a browser has comes from MDN's browser compatibility data.
 * Newer JavaScript itself (`Promise.withResolvers`, `Object.groupBy`) is refused by `lib: ES2022` already.
 */
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const data = require('@mdn/browser-compat-data');

/** Oldest browsers of README.md, by their names in the data. */
export const oldest = {safari_ios: 16.4, chrome_android: 111, chrome: 111, firefox: 115};

/** The browsers among the oldest that lack a feature, or have it behind a flag or a prefix. */
export function lackedBy(compat) {
  const support = compat?.support;
  if (!support) return [];
  return Object.entries(oldest)
    .filter(([browser, version]) => {
      const statements = [support[browser] ?? {version_added: false}].flat();
      return !statements.some(({version_added: added, version_removed: removed, flags, prefix}) => {
        if (flags || prefix || removed) return false;
        return (
          added === true ||
          (typeof added === 'string' && parseFloat(added.replace('≤', '')) <= version)
        );
      });
    })
    .map(([browser, version]) => `${browser} ${version}`);
}

const compatOf = (owner, member) => {
  const found = data.api[owner] ?? data.javascript.builtins[owner];
  const feature = member ? (found?.[member] ?? found?.[`${member}_static`]) : found;
  return feature?.__compat;
};

/** True for what the TypeScript libraries declare, not for our own classes of the same name. */
const isOfBrowser = (declaration) =>
  /[\\/]typescript[\\/]lib[\\/]lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName);

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {newer: '{{name}} is not in {{browsers}}: give it a fallback, and say which.'},
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    if (!services?.program) throw new Error('local/no-newer-api needs type information');
    const checker = services.program.getTypeChecker();

    function report(node, name, browsers) {
      if (browsers.length === 0) return;
      context.report({node, messageId: 'newer', data: {name, browsers: browsers.join(', ')}});
    }

    /** Members: `element.checkVisibility()`, `URL.parse()`, `navigator.share`. */
    function member(node, property) {
      const symbol = checker.getSymbolAtLocation(services.esTreeNodeToTSNodeMap.get(property));
      const declarations = symbol?.declarations?.filter(isOfBrowser) ?? [];
      if (declarations.length === 0) return;
      const name = symbol.name;
      // TypeScript declares some members in mixins that the data does not know: then the object's own type is asked.
      const owners = [...declarations.map(ownerOf), ...typesOf(node.object ?? node.parent)];
      const lacks = [...new Set(owners)]
        .filter(Boolean)
        .map((owner) => [owner, compatOf(owner, name)])
        .filter(([, compat]) => compat)
        .map(([owner, compat]) => [owner, lackedBy(compat)]);
      if (lacks.length > 0 && lacks.every(([, browsers]) => browsers.length > 0))
        report(node, `${lacks[0][0]}.${name}`, lacks[0][1]);
    }

    /** Names of the type of an expression and of all it inherits from. */
    function typesOf(node) {
      const names = [];
      const visit = (type) => {
        if (type.isUnion()) type.types.forEach(visit);
        const name = type.symbol?.name;
        if (!name || names.includes(name)) return;
        names.push(name);
        if (type.isClassOrInterface()) checker.getBaseTypes(type).forEach(visit);
      };
      visit(checker.getTypeAtLocation(services.esTreeNodeToTSNodeMap.get(node)));
      return names;
    }

    /** The interface a member is declared in, by the name browsers know it by. */
    function ownerOf(declaration) {
      const parent = declaration.parent;
      if (parent?.name?.text) return parent.name.text;
      // `declare var URL: {parse(...)}`: the member of a type literal belongs to the variable.
      return parent?.parent?.name?.text;
    }

    return {
      MemberExpression: (node) => {
        if (!node.computed) member(node, node.property);
      },
      'ObjectPattern > Property': (node) => {
        if (!node.computed) member(node, node.key);
      },
      'Identifier:not(MemberExpression > .property)': (node) => {
        const parent = node.parent;
        if (parent.type.startsWith('TS') || parent.type === 'Property') return;
        if (parent.type === 'MemberExpression' && parent.property === node) return;
        const symbol = checker.getSymbolAtLocation(services.esTreeNodeToTSNodeMap.get(node));
        if (!symbol?.declarations?.length || !symbol.declarations.every(isOfBrowser)) return;
        const isGlobal = symbol.declarations.some((one) => !ownerOf(one));
        const compat =
          data.api[node.name]?.__compat ??
          data.api[`Window`]?.[node.name]?.__compat ??
          data.api[`${node.name}_static`]?.__compat ??
          data.javascript.builtins[node.name]?.__compat;
        if (isGlobal) report(node, node.name, lackedBy(compat));
      },
    };
  },
};

export const newerApisRule = rule;
