/** The whole demo: the four people, who may log in to their records, and the portal page over the built widgets. */
import {fileURLToPath} from 'node:url';
import {demoPeople, demoToday, type DemoPerson} from './people/index.js';
import {startDemoServer, type DemoServer, type ListedPerson} from './server/demo-server.js';
import {demoLogin} from './server/logins.js';
import {demoConcepts} from './terminology.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the log-in page says of each person. */
const about: Readonly<Record<DemoPerson['key'], string>> = {
  parveen: '71. Diabetes, kidney disease and COPD. About 2,000 entries since 1987.',
  callum: '19. Grew up in care, with 5 addresses and 4 GPs. Asthma and anxiety.',
  mila: '13. Type 1 diabetes. Her mother looks after her record with her.',
  dawn: '46. Has just moved. Her old notes have not come yet.',
};

/** When each log in last looked: days before the demo's today. */
const lastLooked = 14;
const day = 86_400_000;

function listed({key, logins}: DemoPerson): ListedPerson {
  const own = logins.find((login) => login.role === 'patient');
  return {
    name: own?.name ?? key,
    about: about[key],
    logins: logins.map(({key: login, name, role, relationship}) => ({
      login,
      words: role === 'patient' ? `${name}` : `${name}, ${relationship ?? role}`,
    })),
  };
}

/** Starts the demo on a port, or on a free one. The built widgets must stand in `dist`. Pages have a strict policy unless told. */
export function startDemo(port = 0, contentSecurityPolicy?: string): Promise<DemoServer> {
  const people = demoPeople();
  const since = new Date(Date.parse(`${demoToday}T00:00:00Z`) - lastLooked * day).toISOString();
  return startDemoServer({
    host: '127.0.0.1',
    port,
    ...(contentSecurityPolicy !== undefined && {contentSecurityPolicy}),
    records: people.map(({patient, resources}) => ({patient, resources})),
    logins: people.flatMap(({logins}) => logins.map((login) => ({...demoLogin(login), since}))),
    people: people.map(listed),
    concepts: demoConcepts(),
    staticFolders: [
      {path: '/phr-widgets/', folder: folder('../dist')},
      {path: '/', folder: folder('./portal')},
    ],
  });
}
