import type {PersonWords} from '../person.js';

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: PersonWords = {
  name: 'Enw',
  birthDate: 'Dyddiad geni',
  nhsNumber: 'Rhif GIG',
  nhsNumberNotVerified: 'heb ei wirio',
  nameNotRecorded: 'Enw heb ei gofnodi',
  died: 'Bu farw',
  replaced:
    'Mae cofnod arall wedi cymryd lle’r cofnod hwn. Gofynnwch i’r staff pa un sy’n cael ei ddefnyddio.',
  viewing: (name) =>
    name ? `Rydych yn edrych ar gofnod ${name}` : 'Rydych yn edrych ar gofnod rhywun arall',
  loggedInAs: (name) => `Rydych wedi mewngofnodi fel ${name}.`,
  notSetUp: 'Mae problem gyda’r dudalen hon',
  notSetUpNext: (contact) => `Ni allwn ddangos y cofnod iechyd yma. ${contact}`,
  defaultContact: 'Ffoniwch eich meddygfa neu eich tîm ysbyty.',
};
