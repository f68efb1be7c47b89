/**
 * What a trust's own developer writes: log the person in, then tell the provider whose record to show. The widgets
 * never see how the person logged in; they only ask `getToken` for a token when they need one.
 */
const choices = new URLSearchParams(location.search);
const login = choices.get('as') ?? 'parveen';

const session = await fetch('/demo/session', {
  method: 'POST',
  headers: {'Content-Type': 'application/json'},
  body: JSON.stringify({login}),
}).then((answer) => answer.json());

let token = session.token;

async function getToken({reason}) {
  if (reason === 'expired') {
    const again = await fetch('/demo/session', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({login, reason}),
    });
    token = (await again.json()).token;
  }
  return token;
}

document.documentElement.lang = choices.get('lang') ?? 'en';
document.body.classList.toggle('dark', choices.get('theme') === 'dark');
document.querySelector('#who').textContent = session.name;
if (session.role !== 'patient') document.querySelector('#heading').textContent = 'Health record';

const provider = document.querySelector('phr-provider');
const timeline = document.querySelector('phr-record-timeline');
if (session.role !== 'patient') {
  provider.setAttribute('viewer', 'proxy');
  provider.setAttribute('viewer-name', session.name);
}
provider.setAttribute('viewer-id', session.login);
timeline.setAttribute('cover', choices.get('cover') ?? 'none');
timeline.toggleAttribute('cover-new', choices.has('cover-new'));
if (session.since) timeline.setAttribute('since', session.since);

const awkward = choices.get('server');
provider.getToken = getToken;
provider.setAttribute('patient', session.patient);
provider.setAttribute(
  'base-url',
  awkward ? `${location.origin}/fhir/awkward/${awkward}` : `${location.origin}/fhir`,
);

// The filters go in the address, so that a link or a reload keeps them. They name kinds and dates, never content.
const kept = {
  kinds: choices.get('kinds')?.split(' '),
  from: choices.get('from') ?? undefined,
  to: choices.get('to') ?? undefined,
};
// The timeline drops the filter of the last record: this one is set once the record is there.
await customElements.whenDefined('phr-record-timeline');
await timeline.updateComplete;
if (kept.kinds || kept.from || kept.to) timeline.filter = kept;

timeline.addEventListener('phr-filter-change', ({detail: {filter}}) => {
  const address = new URL(location.href);
  for (const [name, value] of [
    ['kinds', filter.kinds?.join(' ')],
    ['from', filter.from],
    ['to', filter.to],
  ]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, '', address);
});
provider.addEventListener('phr-session-expired', () => {
  location.href = 'log-in.html';
});
