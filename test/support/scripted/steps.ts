/** What each step does to an answer. */
import type {Draft} from './answer.js';
import type {SeenRequest, Step} from './rules.js';

type Json = Record<string, unknown>;

/** An OperationOutcome with one issue. */
export const outcome = (severity: string, code: string, text?: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{severity, code, ...(text && {details: {text}, diagnostics: text})}],
});

/** A log-in page, as a captive portal or an expired session gives it. */
const page = '<!doctype html><html><title>Log in</title><form method="post"></form></html>';

/** True for a step of one sort. */
export const has = <Key extends string>(
  step: Step,
  key: Key,
): step is Extract<Step, Record<Key, unknown>> => key in step;

const entriesOf = (json: unknown): Json[] => {
  const entry = (json as Json | undefined)?.['entry'];
  return Array.isArray(entry) ? (entry as Json[]) : [];
};

/** Does one step to an answer. */
export function apply(answer: Draft, step: Step, request: SeenRequest): Draft {
  // The records are shared between answers: what a rule changes is a copy.
  const json = structuredClone(answer.json) as Json;
  const bundle = (change: (entries: Json[]) => Json[]): Draft => ({
    ...answer,
    json: {...json, entry: change(entriesOf(json))},
  });
  if (has(step, 'status')) return {...answer, status: step.status};
  if (has(step, 'header')) {
    return {...answer, headers: [...answer.headers, [step.header[0], step.header[1]]]};
  }
  if (has(step, 'body')) return {...answer, json: step.body, text: undefined};
  if (has(step, 'text')) return {...answer, text: step.text};
  if (has(step, 'html')) {
    return {...answer, status: 200, text: page, headers: [['Content-Type', 'text/html']]};
  }
  if (has(step, 'delay')) return {...answer, delay: answer.delay + step.delay};
  if (has(step, 'hang')) return {...answer, hang: true};
  if (has(step, 'drop')) return {...answer, drop: step.drop};
  if (has(step, 'drip')) return {...answer, drip: step.drip};
  if (has(step, 'truncate')) return {...answer, truncate: step.truncate};
  if (has(step, 'encoding')) return {...answer, encoding: step.encoding};
  if (has(step, 'pad')) return {...answer, pad: step.pad};
  if (has(step, 'redirect')) {
    return {...answer, status: 302, headers: [...answer.headers, ['Location', step.redirect]]};
  }
  if (has(step, 'link')) {
    const [relation, url] = step.link;
    const others = (Array.isArray(json['link']) ? (json['link'] as Json[]) : []).filter(
      (link) => link['relation'] !== relation,
    );
    return {
      ...answer,
      json: {...json, link: url === null ? others : [...others, {relation, url}]},
    };
  }
  if (has(step, 'refuse')) {
    return request.query.some(([name]) => step.refuse.includes(name))
      ? {...answer, status: step.with, json: outcome('error', 'not-supported')}
      : answer;
  }
  if (has(step, 'nest')) {
    let entries = entriesOf(json);
    for (let depth = 0; depth < step.nest; depth++) {
      entries = [{resource: {resourceType: 'Bundle', type: 'collection', entry: entries}}];
    }
    return {...answer, json: {...json, entry: entries}};
  }
  if (has(step, 'outcome')) {
    const {severity, code, mode = 'outcome', text} = step.outcome;
    return bundle((all) => [...all, {resource: outcome(severity, code, text), search: {mode}}]);
  }
  if (has(step, 'fail')) {
    const {status, code = 'processing', text} = step.fail;
    return {...answer, status, json: outcome('error', code, text)};
  }
  if (has(step, 'entry')) return bundle((all) => [...all, step.entry as Json]);
  if (has(step, 'noMode')) {
    return bundle((all) => all.map(({search: _mode, ...rest}) => rest));
  }
  if (has(step, 'swapPatient')) {
    const swapped = JSON.stringify(json).replace(
      /"reference":"Patient\/[^"]*"/g,
      `"reference":"Patient/${step.swapPatient}"`,
    );
    return {...answer, json: JSON.parse(swapped) as unknown};
  }
  if (has(step, 'set')) {
    const [path, value] = step.set;
    let here: Json = json;
    for (const key of path.slice(0, -1)) here = here[key] as Json;
    const last = path.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(here, last);
    else here[last] = value;
    return {...answer, json};
  }
  return answer;
}
