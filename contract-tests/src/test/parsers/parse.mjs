// Reads every diagram of a directory with the parsers of Mermaid and DBML themselves, and fails if one is refused, or is
// read as something else than was written: each NAME.mmd and NAME.dbml with what NAME.json says of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { Parser } from '@dbml/core';

const { window } = new JSDOM('<!DOCTYPE html>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });

const directory = process.argv[2];

function requireSame(what, read, written) {
  if (JSON.stringify(read) !== JSON.stringify(written)) {
    throw new Error(`${what}: read ${JSON.stringify(read)}, written ${JSON.stringify(written)}`);
  }
}

// Mermaid keeps #nn; in a form of its own until the picture is drawn.
function shown(text) {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (all, number) => String.fromCodePoint(Number(number)));
}

async function readMermaid(text, facts) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const entities = [...db.getEntities()];
  requireSame('tables', entities.length, facts.tables);
  requireSame('lines', db.getRelationships().length, text.match(/^ {4}".*" [|}].--.[|{] ".*" : ".*"$/gm)?.length ?? 0);
  requireSame(
    'attributes',
    entities.flatMap(([, entity]) => entity.attributes).length,
    text.match(/^ {8}\S+ \S+.*$/gm)?.length ?? 0,
  );
  requireSame(
    'keys and comments',
    entities.flatMap(([, entity]) => entity.attributes).map(({ type, name, keys, comment }) =>
      `        ${type} ${name}${keys.length ? ` ${keys.join(',')}` : ''}${comment ? ` "${comment}"` : ''}`),
    (text.match(/^ {8}\S+ \S+.*$/gm) ?? []).map((line) => line.replace(/#(\d+);/g, 'ﬂ°°$1¶ß')),
  );
  if (facts.names) {
    requireSame('names', entities.map(([name]) => shown(name)).sort(), [...facts.names].sort());
  }
}

function readDbml(text, facts) {
  const { schemas } = new Parser().parse(text, 'dbmlv2');
  const tables = schemas.flatMap((schema) => schema.tables);
  requireSame('tables', tables.length, facts.tables);
  requireSame('columns', tables.flatMap((table) => table.fields).length, facts.columns);
  requireSame('references', schemas.flatMap((schema) => schema.refs).length, text.match(/^Ref/gm)?.length ?? 0);
  requireSame('enumerations', schemas.flatMap((schema) => schema.enums).length, text.match(/^Enum/gm)?.length ?? 0);
  if (facts.tableNames) {
    requireSame('names', tables.map((table) => table.name).sort(), [...facts.tableNames].sort());
  }
}

function reason(failure) {
  return failure.diags?.map(({ message, location }) => `${message} at line ${location?.start?.line}`).join('; ')
    ?? failure.message
    ?? String(failure);
}

let passed = 0;
let failed = 0;
for (const file of readdirSync(directory).sort()) {
  const [, name, ending] = /^(.*)\.(mmd|dbml|json)$/.exec(file) ?? [];
  if (ending === 'mmd' || ending === 'dbml') {
    try {
      const facts = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8'));
      const text = readFileSync(join(directory, file), 'utf8');
      await (ending === 'mmd' ? readMermaid(text, facts) : readDbml(text, facts));
      passed++;
    } catch (failure) {
      failed++;
      console.error(`${file}: ${reason(failure)}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) {
  process.exit(1);
}
