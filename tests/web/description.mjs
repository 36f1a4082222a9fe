// What openapi.yaml says of an answer, and whether an answer is so: its status, its headers, its
// type and its body. What is not described is a fault.
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** How a message is carried; no description speaks of it. */
const framing = new Set(['content-type', 'content-length', 'connection', 'date', 'transfer-encoding', 'keep-alive']);
/** What the server says before it knows an address, or when no municipality is there. */
const anywhere = new Set([308, 400, 404, 413, 431]);
/** What it says at addresses too that are described: not TLS, nobody here. */
const everywhere = new Set([400, 404]);

export class Description {
  constructor(text) {
    this.document = parse(text);
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addSchema(this.document, 'openapi');
    this.seen = new Set();
    this.checked = 0;
  }

  /** What a $ref names; other things are themselves. */
  resolved(thing) {
    if (!thing?.$ref) return thing;
    return thing.$ref.split('/').slice(1).reduce((at, key) => at[key], this.document);
  }

  assertFits(schema, value, where) {
    const known = schema.$ref ? `openapi${schema.$ref}` : null;
    const validate = known ? this.ajv.getSchema(known) : this.ajv.compile(absolute(schema));
    assert.ok(validate(value), `${where}: ${JSON.stringify(validate.errors)}\n${JSON.stringify(value).slice(0, 2000)}`);
  }

  /** The described address: of one municipality among many, without the first part. */
  pathOf(path) {
    const { paths } = this.document;
    const rest = path.replace(/^\/[^/]+/, '');
    return !paths[path] && paths[rest] ? rest : path;
  }

  /** The described answer of this status. One to a method that is not there is that of any other. */
  answerOf(method, address, status) {
    const path = this.pathOf(address);
    const item = this.document.paths[path] ?? {};
    const own = item[method === 'HEAD' ? 'get' : method.toLowerCase()];
    const operations = (own ? [own] : status >= 400 ? Object.values(item) : []).filter(({ responses }) => responses[status]);
    for (const { operationId } of operations) this.seen.add(`${operationId} ${status}`);
    if (operations.length > 0) return this.resolved(operations[0].responses[status]);
    const expected = anywhere.has(status) && (everywhere.has(status) || !this.document.paths[path]);
    assert.ok(expected, `${method} ${path} answers ${status}, which is not described`);
    const { responses } = this.document.components;
    return { 308: responses.SeeOther, 404: responses.Problem }[status] ?? responses.Cut;
  }

  checkHeaders(described, headers, where) {
    const known = new Map(Object.entries(described.headers ?? {}).map(([name, header]) => [name.toLowerCase(), this.resolved(header)]));
    for (const [name, value] of headers) {
      if (framing.has(name.toLowerCase())) continue;
      const header = known.get(name.toLowerCase());
      assert.ok(header, `${where} has the header ${name}, which is not described`);
      this.assertFits(header.schema, header.schema.type === 'integer' ? Number(value) : value, `${where} header ${name}`);
    }
    const there = new Set(headers.map(([name]) => name.toLowerCase()));
    for (const [name, header] of known) assert.ok(!header.required || there.has(name), `${where} lacks the header ${name}`);
  }

  /** `headers`: pairs of name and value. `body`: as text. Returns what JSON says. */
  check({ method, path, status, headers, body }) {
    const where = `${method} ${path} ${status}`;
    const described = this.answerOf(method, path, status);
    this.checkHeaders(described, headers, where);
    this.checked += 1;
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].split(';')[0];
    if (!described.content) {
      assert.ok(!type && !body, `${where} has a body, which is not described`);
      return undefined;
    }
    const content = described.content[type];
    assert.ok(content, `${where} is ${type}, which is not described`);
    if (method === 'HEAD') {
      assert.equal(body, '', `${where} has a body`);
      return undefined;
    }
    if (!type.endsWith('json')) return undefined;
    const said = JSON.parse(body);
    this.assertFits(content.schema, said, where);
    return said;
  }
}

/** A schema with its references into the description, so that it can be compiled alone. */
function absolute(schema) {
  return JSON.parse(JSON.stringify(schema), (key, value) => (key === '$ref' ? `openapi${value}` : value));
}
