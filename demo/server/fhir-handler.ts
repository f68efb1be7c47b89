/** FHIR R4 over HTTP for one reader: what the engine's router lacks around it, and the router for the rest. */
import {allOk} from '@medplum/core';
import {FhirRouter} from '@medplum/fhir-router';
import type {FhirRequest} from '@medplum/fhir-router';
import {OperationOutcomeError} from '@medplum/core';
import {Access} from './access.js';
import {fhirJson} from './answer.js';
import type {Answer, FhirCall} from './answer.js';
import {capabilityStatement} from './capability-statement.js';
import {isObject, list, text} from './json.js';
import type {JsonObject} from './json.js';
import {outcome, refuse, statusOf} from './outcomes.js';
import type {Snapshots} from './paging.js';
import {RecordRepository, isServed} from './record-repository.js';
import type {RecordStore} from './record-store.js';
import type {Row} from './row.js';
import {firstPage, laterPageOf} from './search-bundle.js';
import type {SearchSetting} from './search-bundle.js';
import {parseSearch} from './search-query.js';
import {findRows} from './search.js';

const methods: Readonly<Record<number, readonly string[]>> = {
  1: ['GET', 'POST'],
  2: ['GET', 'PUT', 'PATCH', 'DELETE'],
  3: ['GET'],
  4: ['GET'],
};

/** Answers FHIR requests from a store. */
export class FhirHandler {
  readonly #store: RecordStore;
  readonly #snapshots: Snapshots;
  readonly #router = new FhirRouter();

  constructor(store: RecordStore, snapshots: Snapshots) {
    this.#store = store;
    this.#snapshots = snapshots;
  }

  /** Answers one request. Every failure is an OperationOutcome; nothing is thrown. */
  async handle(call: FhirCall): Promise<Answer> {
    try {
      return await this.#route(call);
    } catch (error) {
      if (error instanceof OperationOutcomeError)
        return {status: statusOf(error.outcome), json: error.outcome};
      // What went wrong inside is for the one who runs the server, not for the one who asked.
      console.error(error);
      return {status: 500, json: outcome(500, 'exception', 'The server failed.')};
    }
  }

  async #route(call: FhirCall): Promise<Answer> {
    const {method, path, base} = call;
    demandJsonAnswer(call);
    if (path === 'metadata' && method === 'GET')
      return {status: 200, json: capabilityStatement(base)};
    if (path === '') {
      if (method === 'POST') {
        demandReadable(call);
        return this.#batch(call);
      }
      throw refuse(404, 'not-supported', 'The server does not search every type at once.');
    }
    const steps = path.split('/');
    const [type = '', second, third] = steps;
    if (!isServed(type)) throw refuse(404, 'not-supported', 'The server does not have this type.');
    const access = new Access(call.reader, this.#store);
    const setting = {store: this.#store, access, snapshots: this.#snapshots, base};
    if (method === 'GET' && steps.length === 1) return this.#search(call, call.query, setting);
    if (method === 'POST' && second === '_search' && steps.length === 2) {
      demandReadable(call);
      return this.#search(call, [...call.query, ...new URLSearchParams(call.body)], setting);
    }
    if (!methods[steps.length]?.includes(method) || (third !== undefined && third !== '_history'))
      throw refuse(405, 'not-supported', 'The server does not do this here.');
    demandReadable(call);
    if (method === 'POST') {
      const found = this.#existing(call, setting);
      if (found) return written(call, found, 200);
    }
    return this.#engine(call, type, second, new RecordRepository(this.#store, access));
  }

  #search(
    call: FhirCall,
    query: readonly (readonly [string, string])[],
    setting: SearchSetting,
  ): Answer {
    const page = query.find(([name]) => name === '_page')?.[1];
    if (page !== undefined) return {status: 200, json: laterPageOf(page, setting)};
    const strict = /\bhandling=strict\b/.test(call.headers['prefer'] ?? '');
    const parsed = parseSearch(call.path.split('/')[0] ?? '', query, {strict});
    return {status: 200, json: firstPage(parsed, setting)};
  }

  /** Conditional create: the one resource that `If-None-Exist` finds. Fails with 412 when there are several. */
  #existing(call: FhirCall, setting: SearchSetting): Row | undefined {
    const condition = call.headers['if-none-exist'];
    if (condition === undefined) return undefined;
    const type = call.path;
    setting.access.demand(type, 'c');
    // A condition that is only half understood would find too much, and lose what was to be created.
    const query = parseSearch(type, [...new URLSearchParams(condition)], {strict: true});
    if (query.conditions.length === 0) throw refuse(400, 'required', 'If-None-Exist is empty.');
    const rows = findRows(query, this.#store, setting.access);
    if (rows.length > 1)
      throw refuse(412, 'multiple-matches', 'Several resources match If-None-Exist.');
    return rows[0];
  }

  async #engine(
    call: FhirCall,
    type: string,
    id: string | undefined,
    repository: RecordRepository,
  ): Promise<Answer> {
    const {method, path, headers} = call;
    const ifMatch = headers['if-match'];
    if (ifMatch !== undefined && !/^(W\/)?"[^"]+"$/.test(ifMatch))
      throw refuse(400, 'value', 'If-Match is not an entity tag.');
    const row = method === 'GET' && id !== undefined ? repository.rowToRead(type, id) : undefined;
    if (method === 'DELETE' && id !== undefined && ifMatch !== undefined) {
      if (etag(repository.rowToRead(type, id).version) !== `W/${ifMatch.replace(/^W\//, '')}`)
        throw refuse(412, 'conflict', 'The resource was changed by someone else.');
    }
    const request: FhirRequest = {
      method: method as FhirRequest['method'],
      url: `/${path}`,
      pathname: '',
      query: {},
      params: {},
      body: method === 'GET' || method === 'DELETE' ? undefined : parseBody(call),
      headers: ifMatch === undefined ? {} : {'if-match': ifMatch},
    };
    const [result, resource] = await this.#router.handleRequest(request, repository);
    const status = statusOf(result);
    if (status >= 400) return {status, json: result};
    if (method === 'DELETE') return {status: 204};
    const body: unknown = resource;
    if (!isObject(body)) return {status, json: result};
    if (method === 'GET') {
      if (row?.type === 'Binary' && path.split('/').length === 2 && !wantsJson(call))
        return rawBinary(body);
      return read(call, body, allOk === result ? 200 : status);
    }
    return written(call, {resource: body}, repository.created ? 201 : 200);
  }

  async #batch(call: FhirCall): Promise<Answer> {
    const bundle = parseBody(call);
    if (!isObject(bundle) || bundle['resourceType'] !== 'Bundle')
      throw refuse(400, 'structure', 'The body is not a Bundle.');
    if (bundle['type'] !== 'batch')
      throw refuse(501, 'not-supported', 'The server does batches, not transactions.');
    const entry: JsonObject[] = [];
    // In turn, not at once: a later request may rely on an earlier one.
    for (const item of list(bundle['entry'])) entry.push(await this.#batched(call, item));
    return {status: 200, json: {resourceType: 'Bundle', type: 'batch-response', entry}};
  }

  async #batched(call: FhirCall, item: unknown): Promise<JsonObject> {
    const request = isObject(item) && isObject(item['request']) ? item['request'] : {};
    const [path = '', search = ''] = (text(request['url']) ?? '').split('?');
    const answer =
      path === ''
        ? {status: 400, json: outcome(400, 'required', 'A batch entry has no request url.')}
        : await this.handle({
            ...call,
            method: text(request['method']) ?? '',
            path: path.replace(/^\/|\/$/g, ''),
            query: [...new URLSearchParams(search)],
            headers: {
              'content-type':
                request['method'] === 'PATCH' ? 'application/json-patch+json' : fhirJson,
              'if-match': text(request['ifMatch']),
              'if-none-match': text(request['ifNoneMatch']),
              'if-none-exist': text(request['ifNoneExist']),
            },
            body: JSON.stringify(isObject(item) ? item['resource'] : undefined) ?? '',
          });
    const {etag, location} = lowered(answer.headers);
    return {
      ...(answer.status < 400 && answer.json !== undefined && {resource: answer.json}),
      response: {
        status: String(answer.status),
        ...(etag && {etag}),
        ...(location && {location}),
        ...(answer.status >= 400 && {outcome: answer.json}),
      },
    };
  }
}

function lowered(headers: Answer['headers'] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function etag(version: unknown): string {
  return `W/"${String(version)}"`;
}

/** Headers that say which version an answer carries. */
function versionHeaders(resource: JsonObject): Readonly<Record<string, string>> {
  const meta = isObject(resource['meta']) ? resource['meta'] : {};
  const updated = new Date(text(meta['lastUpdated']) ?? NaN);
  return {
    ...(meta['versionId'] !== undefined && {ETag: etag(meta['versionId'])}),
    ...(!Number.isNaN(updated.getTime()) && {'Last-Modified': updated.toUTCString()}),
  };
}

function read(call: FhirCall, resource: JsonObject, status: number): Answer {
  const headers = versionHeaders(resource);
  const known = (call.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  if (headers['ETag'] !== undefined && known.includes(headers['ETag']))
    return {status: 304, headers};
  return {status, headers, json: resource};
}

function written(
  call: FhirCall,
  {resource}: {readonly resource: JsonObject},
  status: number,
): Answer {
  const meta = isObject(resource['meta']) ? resource['meta'] : {};
  const at = `${call.base}/${String(resource['resourceType'])}/${String(resource['id'])}`;
  const headers = {
    ...versionHeaders(resource),
    Location: `${at}/_history/${String(meta['versionId'])}`,
  };
  const minimal = /\breturn=minimal\b/.test(call.headers['prefer'] ?? '');
  return minimal ? {status, headers} : {status, headers, json: resource};
}

/** The file itself. It is never run in the page: a letter can be a web page with a script in it. */
function rawBinary(resource: JsonObject): Answer {
  return {
    status: 200,
    headers: {
      'Content-Type': text(resource['contentType']) ?? 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      ...versionHeaders(resource),
    },
    content: Buffer.from(text(resource['data']) ?? '', 'base64'),
  };
}

function wantsJson({headers, query}: FhirCall): boolean {
  return (
    /json/.test(headers['accept'] ?? '') ||
    query.some(([name, value]) => name === '_format' && /json/.test(value))
  );
}

/** 406 for an answer in a format that we do not have. */
function demandJsonAnswer({method, path, headers, query}: FhirCall): void {
  const format = query.find(([name]) => name === '_format')?.[1];
  const accepted = format ?? headers['accept'] ?? '*/*';
  const binary = method === 'GET' && /^Binary\/[^/]+$/.test(path);
  if (!binary && !/json|\*\/\*|application\/\*/.test(accepted))
    throw refuse(406, 'not-supported', 'The server answers in JSON only.');
}

/** 415 for a body in a format that we cannot read. */
function demandReadable({method, path, headers}: FhirCall): void {
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return;
  const wanted =
    method === 'PATCH'
      ? /^application\/json-patch\+json/
      : path.endsWith('/_search')
        ? /^application\/x-www-form-urlencoded/
        : /^application\/(fhir\+)?json/;
  if (!wanted.test(headers['content-type'] ?? ''))
    throw refuse(415, 'not-supported', 'The server does not read this format.');
}

function parseBody(call: FhirCall): unknown {
  let body: unknown;
  try {
    body = JSON.parse(call.body);
  } catch {
    throw refuse(400, 'invalid', 'The body is not JSON.');
  }
  if (call.method === 'PATCH') return body;
  if (!isObject(body) || typeof body['resourceType'] !== 'string')
    throw refuse(400, 'structure', 'The body is not a FHIR resource.');
  return body;
}
