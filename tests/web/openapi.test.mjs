// Goal: every answer of the hub is as openapi.yaml says, good or bad; and the description is valid.
// Method: real requests; each answer's status, type and body are checked against the description of
// its operation.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { startHub } from './programs.mjs';

let hub;
let description;
let ajv;
const seen = new Set();

before(async () => {
  hub = await startHub();
  hub.enrol('tablet', 'library', 'hb');
  description = parse(await (await fetch(`${hub.url}/openapi.yaml`)).text());
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(description, 'openapi');
});

after(async () => {
  await hub?.stop();
});

/** Asks, checks the answer against the description, and gives it back. */
async function ask(method, path, { body, headers = {}, expect = 200, token = hub.token('tablet') } = {}) {
  const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  const answer = await fetch(hub.url + path, {
    method,
    body: json ? JSON.stringify(body) : body,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });
  const route = path.split('?')[0];
  const operation = description.paths[route][method.toLowerCase()] ?? Object.values(description.paths[route])[0];
  assert.equal(answer.status, expect, await answer.clone().text());
  const name = String(answer.status);
  let described = operation.responses[name];
  assert.ok(described, `${method} ${path} answers ${name}, which is not described`);
  if (described.$ref) described = description.components.responses[described.$ref.split('/').pop()];
  const type = answer.headers.get('content-type').split(';')[0];
  assert.ok(described.content[type], `${method} ${path} answers ${name} as ${type}`);
  seen.add(`${operation.operationId} ${name}`);
  if (!type.endsWith('json')) return { answer };
  const content = await answer.json();
  const pointer = ['paths', route, method.toLowerCase(), 'responses'];
  const schema = described.content[type].schema;
  const validate = schema.$ref ? ajv.getSchema(`openapi${schema.$ref}`) : ajv.compile(schema);
  assert.ok(validate(content), `${pointer.join('/')}: ${JSON.stringify(validate.errors)}\n${JSON.stringify(content)}`);
  return { answer, content };
}

const entry = (change = {}) => ({
  id: randomUUID(), inst: '0123456789abcdef', n: Math.ceil(Math.random() * 1e12), v: 1, kind: 'help',
  at: Date.now(), boot: '0badcafe', up: 1, topic: 'loan', unit: 'library', branch: 'hb', band: '0-5', ...change,
});
const push = (entries, change = {}) => ({
  schema: 1, stamp: null, clock: { at: Date.now(), boot: '0badcafe', up: 1 }, pending: 0, limit: 2000, entries, ...change,
});

test('the description itself is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(description));
  assert.deepEqual(result.errors ?? [], []);
  assert.ok(result.valid);
});

test('the open endpoints answer as described', async () => {
  await ask('GET', '/v1/hello', { token: null });
  await ask('GET', '/health', { token: null });
  await ask('GET', '/ready', { token: null });
  await ask('GET', '/metrics', { token: null });
  await ask('GET', '/metrics', { token: null, headers: { 'x-forwarded-for': '127.0.0.1' }, expect: 404 });
  await ask('GET', '/openapi.yaml', { token: null });
});

test('a wrong method and too large a head are refused as described, everywhere', async () => {
  for (const path of Object.keys(description.paths)) {
    await ask('DELETE', path, { expect: 405 });
    await ask('DELETE', path, { headers: { 'x-large': 'x'.repeat(10_000) }, expect: 431 });
  }
});

test('enrolment answers as described', async () => {
  const code = hub.admin(['enrol-code', '--name', 'Én til', '--unit', 'citizen_service', '--branch', 'bs']);
  const { content } = await ask('POST', '/v1/enrol', { token: null, body: { code }, expect: 201 });
  assert.equal(content.name, 'Én til');
  await ask('POST', '/v1/enrol', { token: null, body: { code }, expect: 403 });
  await ask('POST', '/v1/enrol', { token: null, body: { kode: 1 }, expect: 422 });
  await ask('POST', '/v1/enrol', { token: null, body: 'code=x', headers: { 'content-type': 'text/plain' }, expect: 400 });
  await ask('POST', '/v1/enrol', { token: null, body: 'x', headers: { 'content-encoding': 'br' }, expect: 415 });
  await ask('POST', '/v1/enrol', { token: null, body: ' '.repeat(1_060_000), expect: 413 });
  for (let i = 0; i < 3; ++i) await ask('POST', '/v1/enrol', { token: null, body: { code: 'AAAAAAAA' }, expect: 403 });
  await ask('POST', '/v1/enrol', { token: null, body: { code: 'AAAAAAAA' }, expect: 429 });
});

test('sync answers as described: pushes, pulls, held entries and pages', async () => {
  const help = entry();
  const validate = ajv.getSchema('openapi#/components/schemas/SyncRequest');
  assert.ok(validate(push([help])), JSON.stringify(validate.errors));
  const { content } = await ask('POST', '/v1/sync', { body: push([
    help, entry({ topic: 'weather' }), entry({ branch: 'moon' }), entry({ v: 9 }), entry({ people: 0 }), entry({ at: 1 }),
    entry({ doubt: 'clock' }), entry({ kind: 'referral', to: 'moon-office' }), entry({ kind: 'referral', to: 'citizen_service' }),
  ]) });
  assert.deepEqual(content.ack.map((ack) => ack[2] ?? ack[1]), ['ok', 'unknown-topic', 'unknown-branch', 'future-schema',
    'invalid-fields', 'absurd-time', 'clock', 'unknown-destination', 'ok']);
  const { content: differs } = await ask('POST', '/v1/sync', { body: push([{ ...help, topic: 'print' }]) });
  assert.equal(differs.ack[0][2], 'differs');
  const amend = entry({ kind: 'amend', subject: help.id, of: 'help', rev: 1, topic: 'print' });
  await ask('POST', '/v1/sync', { body: push([amend]) });
  const rows = [];
  let stamp = null;
  for (let more = true; more;) {
    const page = (await ask('POST', '/v1/sync', { body: push([], { stamp, limit: 7 }) })).content;
    rows.push(...page.rows);
    ({ stamp, more } = page);
  }
  assert.deepEqual([...new Set(rows.map((row) => row[0]))].sort(), ['branch', 'cell', 'municipality', 'subject', 'topic']);
  const gone = rows.find((row) => row[0] === 'cell' && row[1].includes('/loan'));
  assert.equal(gone[2], null);
});

test('sync refuses as described', async () => {
  await ask('POST', '/v1/sync', { token: null, body: push([]), expect: 401 });
  await ask('POST', '/v1/sync', { token: 'f'.repeat(64), body: push([]), expect: 401 });
  await ask('POST', '/v1/sync', { body: push([], { stamp: 'x' }), expect: 409 });
  await ask('POST', '/v1/sync', { body: '{', expect: 422 });
  await ask('POST', '/v1/sync', { body: push([{}]), expect: 422 });
  await ask('POST', '/v1/sync', { body: 'x', headers: { 'content-encoding': 'zstd' }, expect: 415 });
  await ask('POST', '/v1/sync', { body: 'x', headers: { 'content-encoding': 'gzip' }, expect: 400 });
  await ask('POST', '/v1/sync', { body: gzipSync(' '.repeat(5_000_000)), headers: { 'content-encoding': 'gzip' }, expect: 413 });
});

test('statistics answers as described', async () => {
  const { content } = await ask('GET', '/v1/statistics');
  assert.ok(content.helps > 0);
  await ask('GET', '/v1/statistics?branch=hb&from=2026-01-01&to=2026-01-31');
  await ask('GET', '/v1/statistics?from=x', { expect: 422 });
  await ask('GET', '/v1/statistics', { token: null, expect: 401 });
});

test('erased entries, and tablets that are taken out of use or shut out, are answered as described', async () => {
  const help = entry();
  await ask('POST', '/v1/sync', { body: push([help]) });
  hub.admin(['erase', help.id]);
  const { content: erased } = await ask('POST', '/v1/sync', { body: push([help]) });
  assert.equal(erased.ack[0][2], 'erased');
  hub.enrol('late', 'library', 'hb');
  const token = hub.token('late');
  hub.admin(['tablet', 'drain', 'late']);
  const { content } = await ask('POST', '/v1/sync', { token, body: push([entry()]) });
  assert.deepEqual([content.ack[0][2], content.rows, content.more], ['revoked', [], false]);
  for (const state of ['drained', 'blocked']) {
    const { content: refused } = await ask('POST', '/v1/sync', { token, body: push([]), expect: 403 });
    assert.equal(refused.type, `urn:vejviser:problem:${state}`);
    await ask('GET', '/v1/statistics', { token, expect: 403 });
    hub.admin(['tablet', 'block', 'late']);
  }
  await ask('POST', '/v1/token', { token, body: {}, expect: 403 });
});

test('a token is rotated as described', async () => {
  await ask('POST', '/v1/token', { token: 'f'.repeat(64), body: {}, expect: 401 });
  const { content } = await ask('POST', '/v1/token', { body: {} });
  await ask('GET', '/v1/statistics', { token: content.token });
});

test('a client of a proxy that asks too much at a time is told to wait, everywhere', async () => {
  const whole = hub;
  hub = await startHub(['--per-address', '1']);
  hub.enrol('tablet', 'library', 'hb');
  const { content } = await ask('POST', '/v1/sync', { body: push([]) });
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  const poll = () => fetch(`${hub.url}/v1/sync`, {
    method: 'POST',
    body: JSON.stringify(push([], { stamp: content.stamp, wait: 240 })),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token('tablet')}`, ...headers },
  }).then(() => { held = undefined; });
  let held;
  let status;
  do { // until it is the poll that has the one place
    held ??= poll();
    status = (await fetch(`${hub.url}/health`, { headers })).status;
  } while (status !== 429 || held === undefined);
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const method of Object.keys(methods)) {
      const { answer } = await ask(method.toUpperCase(), path, { headers, expect: 429 });
      assert.equal(answer.headers.get('retry-after'), '5');
    }
  }
  const last = held;
  await hub.stop();
  await last;
  hub = whole;
});

test('every answer that can be provoked from outside was seen', () => {
  const provoked = [];
  for (const path of Object.values(description.paths)) {
    for (const operation of Object.values(path)) {
      for (const status of Object.keys(operation.responses)) {
        if (status >= '500') continue; // they need a broken hub or disk
        provoked.push(`${operation.operationId} ${status}`);
      }
    }
  }
  assert.deepEqual(provoked.filter((name) => !seen.has(name)), []);
});
