import {expect} from '@open-wc/testing';
import {createCapabilities, readScopes} from '../../src/api/capabilities.js';
import {isReadableVersion} from '../../src/api/transport.js';
import type {CapabilityOverrides} from '../../src/api/capabilities.js';

const statement = (rest: object, fhirVersion = '4.0.1') =>
  ({resourceType: 'CapabilityStatement', fhirVersion, rest: [{mode: 'server', ...rest}]}) as {
    resourceType: string;
  };
const condition = {
  type: 'Condition',
  interaction: [{code: 'read'}, {code: 'search-type'}],
  searchParam: [{name: 'patient'}, {name: 'category'}],
  searchInclude: ['Condition:encounter'],
  searchRevInclude: ['Provenance:target'],
};

describe('What a server can do, when nobody says', () => {
  it('is unknown, and so is tried', () => {
    const known = createCapabilities();
    expect(known.can('Condition', 'search-type')).to.equal('unknown');
    expect(known.searches('Condition', 'patient')).to.equal('unknown');
    expect(known.includes('Condition', '_revinclude', 'Provenance:target')).to.equal('unknown');
    expect(known.limits('Condition')).to.deep.equal([]);
  });
});

describe('What a server publishes', () => {
  it('says which types and interactions it has', () => {
    const known = createCapabilities();
    known.publish(statement({resource: [condition]}));
    expect(known.can('Condition', 'search-type')).to.equal('yes');
    expect(known.can('Condition', 'create')).to.equal('no');
    expect(known.can('CarePlan', 'search-type')).to.equal('no');
  });

  it('says which parameters it has; what works on every type is not expected in the list', () => {
    const known = createCapabilities();
    known.publish(statement({resource: [condition], searchParam: [{name: '_lastUpdated'}]}));
    expect(known.searches('Condition', 'category')).to.equal('yes');
    expect(known.searches('Condition', 'severity')).to.equal('no');
    expect(known.searches('Condition', '_lastUpdated')).to.equal('yes');
    expect(known.searches('Condition', '_sort')).to.equal('unknown');
    expect(known.searches('CarePlan', 'date')).to.equal('unknown');
  });

  it('says what may be included', () => {
    const known = createCapabilities();
    known.publish(
      statement({resource: [condition, {type: 'Procedure', searchInclude: ['*']}, {type: 'Flag'}]}),
    );
    expect(known.includes('Condition', '_revinclude', 'Provenance:target')).to.equal('yes');
    expect(known.includes('Condition', '_include', 'Condition:asserter')).to.equal('no');
    expect(known.includes('Procedure', '_include', 'Procedure:performer')).to.equal('yes');
    expect(known.includes('Flag', '_include', 'Flag:author')).to.equal('unknown');
  });

  it('says nothing of a type that lists no interactions, nor with no types at all', () => {
    const known = createCapabilities();
    known.publish(statement({resource: [{type: 'Condition'}]}));
    expect(known.can('Condition', 'search-type')).to.equal('unknown');
    known.publish(statement({}));
    expect(known.can('CarePlan', 'search-type')).to.equal('unknown');
  });

  it('is not believed where it is not what it should be', () => {
    const known = createCapabilities();
    for (const rest of [
      {resource: 'x'},
      {resource: [null, 7, {type: {}}]},
      {resource: {type: ''}},
    ]) {
      known.publish(statement(rest));
      expect(known.can('Condition', 'search-type')).to.equal('unknown');
    }
    known.publish({resourceType: 'Patient'});
    expect(known.can('Condition', 'search-type')).to.equal('unknown');
  });
});

describe('The versions of FHIR that can be read', () => {
  for (const version of ['4.0.1', '4.0.0', '4.0', '4.3.0', '4.3']) {
    it(`hold ${version}`, () => {
      expect(isReadableVersion(version)).to.equal(true);
    });
  }

  for (const version of ['5.0.0', '3.0.2', '1.0.2', '4.1.0', '4.6.0', '6.0.0-ballot1', '40.0']) {
    it(`do not hold ${version}`, () => {
      expect(isReadableVersion(version)).to.equal(false);
    });
  }
});

describe('What was granted', () => {
  it('is read in the first and the second form of SMART scopes', () => {
    expect(
      readScopes('openid patient/Condition.read patient/*.* user/Observation.write'),
    ).to.deep.equal([
      {type: 'Condition', letters: 'rs', query: ''},
      {type: '*', letters: 'cruds', query: ''},
      {type: 'Observation', letters: 'cud', query: ''},
    ]);
    expect(readScopes('patient/Observation.rs?category=x|laboratory launch/patient')).to.deep.equal(
      [{type: 'Observation', letters: 'rs', query: 'category=x|laboratory'}],
    );
  });

  for (const scope of [
    'patient/Condition',
    'patient/Condition.xyz',
    'group/Condition.rs',
    'fhirUser',
  ]) {
    it(`is not read from ${scope}`, () => {
      expect(readScopes(scope)).to.deep.equal([]);
    });
  }

  it('refuses what was not granted', () => {
    const known = createCapabilities();
    known.grant('openid patient/Condition.rs');
    expect(known.can('Condition', 'search-type')).to.equal('yes');
    expect(known.can('Condition', 'create')).to.equal('no');
    expect(known.can('Observation', 'read')).to.equal('no');
  });

  it('can be split over several scopes', () => {
    const known = createCapabilities();
    known.grant('patient/Condition.r patient/Condition.s patient/Condition.u');
    expect(known.can('Condition', 'read')).to.equal('yes');
    expect(known.can('Condition', 'search-type')).to.equal('yes');
    expect(known.can('Condition', 'update')).to.equal('yes');
  });

  it('does not say that a server has all that * grants', () => {
    const known = createCapabilities();
    known.grant('patient/*.rs');
    expect(known.can('CarePlan', 'search-type')).to.equal('unknown');
    known.publish(statement({resource: [condition]}));
    expect(known.can('CarePlan', 'search-type')).to.equal('no');
    expect(known.can('Condition', 'search-type')).to.equal('yes');
  });

  it('says nothing when it holds no resource scope', () => {
    const known = createCapabilities();
    known.grant('openid profile nhs_number');
    expect(known.can('Condition', 'search-type')).to.equal('unknown');
  });

  it('says when only a part of a type was granted', () => {
    const known = createCapabilities();
    known.grant('patient/Observation.rs?category=x|laboratory patient/Condition.rs');
    expect(known.can('Observation', 'search-type')).to.equal('yes');
    expect(known.limits('Observation')).to.deep.equal(['category=x|laboratory']);
    expect(known.limits('Condition')).to.deep.equal([]);
    known.grant('patient/Observation.rs?category=x|laboratory patient/*.rs');
    expect(known.limits('Observation')).to.deep.equal([]);
  });
});

describe('What the host says', () => {
  it('goes before everything else', () => {
    const learnt = new Map([['Condition search-type', 'no' as const]]);
    const overrides: CapabilityOverrides = {
      Condition: {interactions: ['search-type'], parameters: [], includes: ['Condition:encounter']},
      CarePlan: false,
    };
    const known = createCapabilities(overrides, learnt);
    known.publish(statement({resource: [condition, {...condition, type: 'CarePlan'}]}));
    expect(known.can('Condition', 'search-type')).to.equal('yes');
    expect(known.can('Condition', 'read')).to.equal('no');
    expect(known.can('CarePlan', 'search-type')).to.equal('no');
    expect(known.searches('Condition', 'category')).to.equal('no');
    expect(known.includes('Condition', '_include', 'Condition:encounter')).to.equal('yes');
    expect(known.includes('Condition', '_revinclude', 'Provenance:target')).to.equal('yes');
    expect(known.includes('CarePlan', '_revinclude', 'Provenance:target')).to.equal('no');
  });

  it('is not found in what every object inherits', () => {
    expect(createCapabilities({}).can('constructor', 'read')).to.equal('unknown');
  });
});

describe('What a try has shown', () => {
  it('goes before what was granted or published', () => {
    const known = createCapabilities({}, new Map([['Condition search-type', 'no']]));
    known.grant('patient/Condition.rs');
    known.publish(statement({resource: [condition]}));
    expect(known.can('Condition', 'search-type')).to.equal('no');
    expect(known.can('Condition', 'read')).to.equal('yes');
  });
});
