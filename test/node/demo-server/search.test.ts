/** Searches of the demo server, over HTTP. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ids, link, nhsNumber, serve} from './support.js';

const {ask, server} = await serve();
const search = async (path: string): Promise<readonly string[]> =>
  [...ids((await ask(path)).body)].sort();

describe('a search by date', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['date=2019', ['day', 'moment', 'month', 'period', 'whole-year']],
    ['date=2019-06', ['day', 'moment', 'month']],
    ['date=2019-06-15', ['day']],
    // 23:30 UTC on 15 June is half past midnight on 16 June in the UK.
    ['date=2019-06-16', ['moment']],
    ['date=ge2019-06-16', ['moment', 'month', 'period', 'whole-year']],
    ['date=gt2019-07', ['period', 'whole-year']],
    ['date=lt2019-06', ['whole-year']],
    ['date=le2019-06-15', ['day', 'month', 'period', 'whole-year']],
    ['date=sa2019-06-15', ['moment']],
    ['date=eb2019-06-16', ['day']],
    ['date=ne2019-06', ['period', 'whole-year']],
    ['date=ge2019-06-15&date=lt2019-06-16', ['day', 'month', 'period', 'whole-year']],
    ['date=2019-06-15,2019-06-16', ['day', 'moment']],
    ['date=2019-06-16T00:30:00%2B01:00', ['moment']],
    ['date=2019-06-16T00:30:00+01:00', ['moment']],
    ['date:missing=true', ['undated']],
  ];
  for (const [query, expected] of cases) {
    it(`finds what ${query} means`, async () => {
      assert.deepEqual(await search(`Observation?patient=anna&${query}`), expected);
    });
  }

  for (const value of ['2019-13', 'yesterday', 'ge', '20190101'])
    it(`refuses the date ${value} rather than find everything`, async () => {
      const {status, body} = await ask(`Observation?patient=anna&date=${value}`);
      assert.equal(status, 400);
      assert.equal(body['resourceType'], 'OperationOutcome');
    });
});

describe('a search by code, category, status and identifier', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['code=test', ['day', 'moment', 'month', 'undated', 'whole-year']],
    ['code=urn:codes%7Ctest', ['moment', 'month', 'undated', 'whole-year']],
    ['code=urn:other%7C', ['day']],
    ['code=%7Ctest', []],
    ['code=urn:other%7Ctest,urn:nothing%7Cx', ['day']],
    ['category=vital-signs', ['day']],
    ['category=vital-signs&code=urn:codes%7Ctest', []],
    ['status=amended', ['moment']],
    ['status:not=final', ['moment']],
    ['identifier=urn:ids%7C7', ['moment']],
    ['_id=day,month', ['day', 'month']],
  ];
  for (const [query, expected] of cases) {
    it(`finds what ${query} means`, async () => {
      assert.deepEqual(await search(`Observation?patient=anna&${query}`), expected);
    });
  }

  it('refuses a modifier that it does not know, because ignoring it changes the meaning', async () => {
    const {status} = await ask('Observation?patient=anna&code:below=test');
    assert.equal(status, 400);
  });
});

describe('a search by person', () => {
  const ways = [
    'patient=anna',
    'patient=Patient/anna',
    `patient=${encodeURIComponent(`${server.fhirBase}/Patient/anna`)}`,
    'subject=Patient/anna',
    'subject:Patient=anna',
    `patient:identifier=${nhsNumber}%7C9990000018`,
    `patient.identifier=${nhsNumber}%7C9990000018`,
    '',
  ];
  for (const way of ways) {
    it(`finds the same with ${way || 'nothing but the token'}`, async () => {
      assert.equal((await search(`Observation?${way}`)).length, 6);
    });
  }

  it('finds what names the person by NHS number alone', async () => {
    const {body} = await ask(`Condition?patient:identifier=${nhsNumber}%7C9990000018`);
    assert.deepEqual(ids(body), ['by-number']);
  });

  it('finds the appointments the person takes part in', async () => {
    assert.deepEqual(await search('Appointment?patient=anna'), ['visit']);
    assert.deepEqual(await search('Appointment?actor=Practitioner/doctor'), ['visit']);
  });

  it('finds a person by name and by NHS number', async () => {
    assert.deepEqual(await search('Patient?name=Person a'), ['anna']);
    assert.deepEqual(await search(`Patient?identifier=${nhsNumber}%7C9990000018`), ['anna']);
    assert.deepEqual(await search('Patient?family:exact=Anna'), []);
  });
});

describe('the order of a search', () => {
  it('is newest first by the start of each date, and undated last', async () => {
    const {body} = await ask('Observation?patient=anna&_sort=-date');
    assert.deepEqual(ids(body), ['moment', 'day', 'month', 'period', 'whole-year', 'undated']);
  });

  it('is oldest first when asked so, and undated still last', async () => {
    const {body} = await ask('Observation?patient=anna&_sort=date');
    assert.deepEqual(ids(body), ['whole-year', 'month', 'period', 'day', 'moment', 'undated']);
  });

  it('uses a second rule where the first is equal', async () => {
    const {body} = await ask('Observation?patient=anna&_sort=status,-date');
    assert.deepEqual(ids(body), ['moment', 'day', 'month', 'period', 'whole-year', 'undated']);
  });
});

describe('parameters that the server does not know', () => {
  const asked =
    'Observation?patient=anna&colour=blue&_sort=-date&_sort=-colour&_include=Observation:colour';

  it('are left out of the self link', async () => {
    const {status, body} = await ask(asked);
    assert.equal(status, 200);
    const self = new URL(link(body, 'self') ?? '');
    assert.deepEqual(
      [...self.searchParams],
      [
        ['patient', 'anna'],
        ['_sort', '-date'],
      ],
    );
  });

  it('are refused when the page asks for strict handling', async () => {
    const {status, body} = await ask('Observation?patient=anna&colour=blue', {
      headers: {Prefer: 'handling=strict'},
    });
    assert.equal(status, 400);
    assert.equal(body['issue']?.['0']?.['code'], 'not-supported');
  });

  it('do not stop a strict search that has none', async () => {
    const {status} = await ask(
      'Observation?patient=anna&_sort=-date&_revinclude=Provenance:target',
      {
        headers: {Prefer: 'handling=strict'},
      },
    );
    assert.equal(status, 200);
  });
});

describe('what comes with a search', () => {
  it('brings the results of a report, marked as included, and does not count them', async () => {
    const {body} = await ask('DiagnosticReport?patient=anna&_include=DiagnosticReport:result');
    assert.deepEqual(ids(body), ['report']);
    assert.deepEqual(ids(body, 'include'), ['day', 'moment']);
    assert.equal(Number(body['total']), 1);
  });

  it('brings the medicine of a request', async () => {
    const {body} = await ask(
      'MedicationRequest?patient=anna&_include=MedicationRequest:medication',
    );
    assert.deepEqual(ids(body, 'include'), ['tablets']);
  });

  it('brings the Provenance of the entries found, and of the results included only when asked again', async () => {
    const {body} = await ask('Observation?patient=anna&_revinclude=Provenance:target');
    assert.deepEqual(ids(body, 'include'), ['provenance']);
  });

  it('follows references again with :iterate', async () => {
    const {body} = await ask(
      'DiagnosticReport?patient=anna&_include=DiagnosticReport:result&_include:iterate=Observation:performer',
    );
    assert.deepEqual(ids(body, 'include'), ['day', 'moment']);
  });

  it('counts without entries when only the count is asked', async () => {
    const {body} = await ask('Observation?patient=anna&_summary=count');
    assert.equal(Number(body['total']), 6);
    assert.equal('entry' in body, false);
  });

  it('leaves the total out when asked', async () => {
    const {body} = await ask('Observation?patient=anna&_total=none');
    assert.equal('total' in body, false);
  });

  it('answers a search that was posted as a form', async () => {
    const {body} = await ask('Observation/_search', {
      method: 'POST',
      body: 'patient=anna&status=amended',
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
    });
    assert.deepEqual(ids(body), ['moment']);
  });

  it('finds entries by when they were last written', async () => {
    const {body} = await ask('Observation?patient=anna&_lastUpdated=ge2026-11-21');
    assert.equal(ids(body).length, 6);
    const later = await ask('Observation?patient=anna&_lastUpdated=ge2026-11-22');
    assert.equal(ids(later.body).length, 0);
  });
});
