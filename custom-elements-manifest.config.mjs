/**
 * What the manifest tells: the public side of every element. `dispatchEvent(new X())` is reported without a name,
 * so only `@fires` lines count; private and protected members are nobody's API; paths are those of the package.
 */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    const module = (reference) => reference && {...reference, module: published(reference.module)};
    for (const file of customElementsManifest.modules) {
      file.path = published(file.path);
      for (const declaration of file.declarations ?? []) {
        if (declaration.events)
          declaration.events = declaration.events.filter((event) => event.name);
        if (declaration.members)
          declaration.members = declaration.members.filter(
            (member) => !['private', 'protected'].includes(member.privacy),
          );
      }
      for (const exported of file.exports ?? [])
        exported.declaration = module(exported.declaration);
    }
  },
};

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['src/components/**/*.{styles,words}.ts', 'src/components/**/words/**'],
  litelement: true,
  outdir: '.',
  packagejson: false,
  plugins: [publicOnly],
};
