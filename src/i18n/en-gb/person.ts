import type {PersonWords} from '../person.js';

export const enGB: PersonWords = {
  name: 'Name',
  birthDate: 'Date of birth',
  nhsNumber: 'NHS number',
  nhsNumberNotVerified: 'not checked',
  nameNotRecorded: 'Name not recorded',
  died: 'Died',
  replaced: 'This record has been replaced by another. Ask staff which one is in use.',
  viewing: (name) =>
    name ? `You are viewing ${name}’s record` : 'You are viewing another person’s record',
  loggedInAs: (name) => `You are logged in as ${name}.`,
  notSetUp: 'There is a problem with this page',
  notSetUpNext: (contact) => `We cannot show the health record here. ${contact}`,
  defaultContact: 'Call your GP surgery or hospital team.',
};
