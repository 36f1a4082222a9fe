// Goal: every answer of the hub is as openapi.yaml says, good or bad; and the description is valid.
// Method: real requests; each answer's status, headers, type and body are checked against the
// description of its operation. So is every answer that the hub's own tests and the browser got and
// wrote down.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Description } from './description.mjs';
import { startHub } from './programs.mjs';

let hub;
let text;
let described;
let description;
let ajv;
let reader;

/** What the hub's own tests got: files of one answer in JSON a line. */
const folder = process.env.VEJVISER_EXCHANGES;
const exchanges = folder && existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];

before(async () => {
  hub = await startHub();
  hub.enrol('tablet', 'library', 'hb');
  reader = hub.admin(['api-token', 'add', 'BI']);
  text = await (await fetch(`${hub.url}/openapi.yaml`)).text();
  described = new Description(text);
  ({ document: description, ajv } = described);
});

after(async () => {
  await hub?.stop();
});

/** Asks, checks the answer against the description, and gives it back. */
async function ask(method, path, { body, headers = {}, expect = 200, token = hub.token('tablet') } = {}) {
  const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  const answer = await fetch(hub.url + path, {
    method,
    redirect: 'manual',
    body: json ? JSON.stringify(body) : body,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });
  const said = await answer.text();
  assert.equal(answer.status, expect, said);
  const content = described.check({
    method, path: path.split('?')[0], status: answer.status, headers: [...answer.headers], body: said,
  });
  return { answer, content, text: said };
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

test('the description has no fault that a linter knows', (t) => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return t.skip('the linter needs Node 20.19');
  const file = new URL('../../sync/openapi.yaml', import.meta.url).pathname;
  const linter = new URL('node_modules/.bin/redocly', import.meta.url).pathname;
  // Pages answer with a redirection, which that rule does not take for success.
  const ran = spawnSync(linter, ['lint', '--format=json', '--skip-rule=operation-2xx-response', file], {
    encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const found = JSON.parse(ran.stdout.slice(ran.stdout.indexOf('{')));
  assert.deepEqual(found.problems.map(({ ruleId, message }) => `${ruleId}: ${message}`), []);
  assert.equal(ran.status, 0, ran.stderr);
});

test('every example is as its own description says', () => {
  let examples = 0;
  const look = (at, where) => {
    if (at === null || typeof at !== 'object') return;
    if ('example' in at && 'schema' in at) {
      described.assertFits(at.schema, at.example, where);
      examples += 1;
    }
    for (const [key, value] of Object.entries(at)) look(value, `${where}/${key}`);
  };
  look(description, '#');
  assert.ok(examples >= 15, `${examples} examples`);
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
    const known = path.startsWith('/v1/') && Object.values(description.paths[path])[0].operationId;
    if (known && known !== 'enrol' && known !== 'sync') {
      const method = description.paths[path].get ? 'GET' : 'POST';
      const { content } = await ask(method, `${path}?colour=red`, { expect: 422, ...(method === 'POST' ? { body: {} } : {}) });
      assert.equal(content.parameter, 'colour');
    }
  }
  await ask('GET', '/nowhere', { expect: 404 });
});

test('every GET may be a HEAD', async () => {
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (!get) continue;
    const { answer } = await ask('HEAD', path, { expect: get.tags[0] === 'pages' && !['/login', '/style.css', '/live.js'].includes(path) ? 303 : 200 });
    assert.ok(answer.status === 303 || Number(answer.headers.get('content-length')) > 0);
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
  assert.deepEqual([...new Set(rows.map((row) => row[0]))].sort(), ['branch', 'cell', 'document', 'municipality', 'subject', 'topic']);
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

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const figures = ['/v1/statistics', '/v1/statistics/cells', '/v1/catalogue', '/v1/branches'];

test('figures answer as described, to tablets and to a reader, in every form', async () => {
  const { content } = await ask('GET', '/v1/statistics');
  assert.ok(content.helps > 0);
  await ask('GET', '/v1/statistics?branch=hb&from=2026-01-01&to=2026-01-31');
  await ask('GET', '/v1/statistics?from=x', { expect: 422 });
  await ask('GET', '/v1/statistics?format=xlsx&dialect=da', { token: reader });
  const { answer: book } = await ask('GET', '/v1/statistics', { token: reader, headers: { accept: xlsx } });
  assert.equal(book.headers.get('content-type'), xlsx);
  for (const format of ['pdf', 'png']) {
    await ask('GET', `/v1/statistics?format=${format}`, { token: reader });
  }
  for (const path of figures) {
    const { answer } = await ask('GET', path, { token: reader });
    const tag = answer.headers.get('etag');
    await ask('GET', path, { token: reader, headers: { 'if-none-match': tag }, expect: 304 });
    await ask('HEAD', path, { token: reader, headers: { 'if-none-match': tag }, expect: 304 });
    for (const dialect of ['international', 'da']) {
      const { text: csv } = await ask('GET', `${path}?format=csv&dialect=${dialect}`, { token: reader });
      assert.ok(csv.includes('\r\n'));
    }
    await ask('GET', path, { token: reader, headers: { accept: 'text/csv' } });
    await ask('GET', path, { token: reader, headers: { accept: 'image/gif' }, expect: 406 });
    await ask('GET', path, { token: null, expect: 401 });
    await ask('GET', path, { token: `${reader}0`, expect: 401 });
    await ask('GET', `${path}?format=docx`, { token: reader, expect: 422 });
  }
});

test('the columns and words that the description names are those that there are', async () => {
  const columns = async (path) => (await ask('GET', `${path}?format=csv`)).text.split('\r\n')[0];
  for (const [path, name] of [['/v1/statistics', 'Statistics'], ['/v1/statistics/cells', 'Cells'], ['/v1/catalogue', 'Catalogue'], ['/v1/branches', 'Branches']]) {
    const example = description.components.responses[name].content['text/csv'].example;
    assert.equal(await columns(path), example.split('\n')[0]);
  }
  const { content } = await ask('GET', '/v1/statistics/cells?series=none', { expect: 422 });
  const words = content.detail.split(' more of ')[1].split(', ');
  assert.deepEqual(words, description.components.schemas.Series.enum);
});

test('pages answer as described', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: hub.url };
  await ask('GET', '/overview', { expect: 303 });
  const { answer } = await ask('POST', '/login', { headers: form, body: `name=leder&password=${encodeURIComponent('a long password')}`, expect: 303 });
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const headers = { ...form, cookie };
  for (const path of ['/overview', '/held', '/tablets']) await ask('GET', path, { headers });
  await ask('GET', '/', { expect: 303 });
  await ask('GET', '/login');
  await ask('GET', '/style.css');
  await ask('GET', '/overview?from=x', { headers, expect: 422 });
  const { text: page } = await ask('GET', '/held', { headers });
  const csrf = page.match(/name="csrf" value="([^"]+)"/)[1];
  for (const path of ['/held', '/tablets']) {
    await ask('POST', path, { headers, body: `csrf=${csrf}&x=y`, expect: 422 });
    await ask('POST', path, { headers: form, body: 'x=y', expect: 303 });
  }
  const posts = Object.keys(description.paths).filter((path) => description.paths[path].post?.tags[0] === 'pages');
  for (const path of posts) {
    await ask('POST', path, { headers: { ...headers, origin: 'https://elsewhere.example' }, body: 'x=y', expect: 403 });
    await ask('POST', path, { headers, body: 'x'.repeat(2_000_000), expect: 413 });
  }
  await ask('POST', '/erase', { headers, body: `csrf=${csrf}&x=y`, expect: 422 });
  await ask('POST', '/role', { headers, body: `csrf=${csrf}&x=y`, expect: 409 });
  const { text: rule } = await ask('GET', '/rule?about=*', { headers });
  const version = rule.match(/name="version" value="([^"]*)"/)[1];
  await ask('POST', '/rule', { headers, body: `csrf=${csrf}&key=*&version=${version}&any=perhaps`, expect: 422 });
  hub.admin(['user', 'add', 'gæst', '--role', 'reader'], 'a long password\n');
  const { answer: guest } = await ask('POST', '/login', { headers: form, body: `name=${encodeURIComponent('gæst')}&password=${encodeURIComponent('a long password')}`, expect: 303 });
  const guests = { cookie: guest.headers.get('set-cookie').split(';')[0] };
  for (const path of ['/topic', '/place-hours', '/rule', '/role', '/file']) await ask('GET', path, { headers: guests, expect: 403 });
  hub.admin(['user', 'add', 'drift', '--role', 'it'], 'a long password\n');
  const { answer: it } = await ask('POST', '/login', { headers: form, body: `name=drift&password=${encodeURIComponent('a long password')}`, expect: 303 });
  const its = { cookie: it.headers.get('set-cookie').split(';')[0] };
  for (const path of Object.keys(description.paths).filter((each) => each.startsWith('/figures/'))) {
    await ask('GET', path, { expect: 303 });
    const { answer } = await ask('GET', path, { headers });
    await ask('GET', path, { headers: { ...headers, 'if-none-match': answer.headers.get('etag') }, expect: 304 });
    await ask('GET', `${path}?from=x`, { headers, expect: 422 });
    await ask('GET', path, { headers: its, expect: 403 });
  }
  await ask('GET', '/small-cells', { headers });
  await ask('GET', '/small-cells', { headers: its, expect: 403 });
  await ask('POST', '/small-cells', { headers, body: `csrf=${csrf}&threshold=1&exact_for=all`, expect: 422 });
  await ask('POST', '/small-cells', { headers, body: `csrf=${csrf}&threshold=5&exact_for=all`, expect: 303 });
  await ask('GET', '/live.js');
  await ask('POST', '/login', { headers: form, body: 'name=leder&password=wrong', expect: 403 });
  await ask('POST', '/logout', { headers, body: `csrf=${csrf}`, expect: 303 });
  await ask('GET', '/v1/statistics', { headers, token: null, expect: 401 });
  for (let i = 0; i < 6; ++i) {
    await ask('POST', '/login', { headers: form, body: 'name=nobody&password=wrong', expect: i < 5 ? 403 : 429 });
  }
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
  assert.deepEqual([content.ack[0][2], content.rows, content.more], ['revoked', [], true]);
  for (const state of ['drained', 'blocked']) {
    const { content: refused } = await ask('POST', '/v1/sync', { token, body: push([]), expect: 403 });
    assert.equal(refused.type, `urn:vejviser:problem:${state}`);
    for (const path of figures) await ask('GET', path, { token, expect: 403 });
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

test('every answer that the tests of the hub got is as described', (t) => {
  if (exchanges.length === 0) return t.skip('no test of the hub ran before this one');
  const faults = new Set();
  for (const file of exchanges) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      try {
        described.check(JSON.parse(line));
      } catch (fault) {
        faults.add(`${basename(file)}: ${fault.message}`);
      }
    }
  }
  assert.deepEqual([...faults], []);
  console.log(`${described.checked} answers are as described`);
});

test('every answer that can be provoked from outside was seen, here or in the tests of the hub', (t) => {
  if (exchanges.length === 0) return t.skip('no test of the hub ran before this one');
  const provoked = [];
  for (const path of Object.values(description.paths)) {
    for (const operation of Object.values(path)) {
      for (const status of Object.keys(operation.responses)) {
        if (status >= '500') continue; // they need a broken hub or disk
        provoked.push(`${operation.operationId} ${status}`);
      }
    }
  }
  assert.deepEqual(provoked.filter((name) => !described.seen.has(name)), []);
});
