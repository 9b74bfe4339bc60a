// The peer of bench/criteria: cql-execution decides the same criteria over the same facts.
// node cql.mjs FILE SECONDS: FILE holds {"facts": [...], "criteria": [...]}, as bench/criteria wrote it. The criteria become
// one library of ELM, a definition each; the case becomes one patient. Prints what is met, passes and seconds as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [file, seconds] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), 'node_modules', 'x.js'));
const cql = require('cql-execution');
const { facts, criteria } = JSON.parse(readFileSync(file, 'utf8'));

const model = 'https://github.com/cqframework/cql-execution/simple';
const text = (value) => ({ type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}String', value });
const of = (path) => ({ type: 'Property', scope: 'F', path });
const fold = (type, parts) => parts.reduce((left, right) => ({ type, operand: [left, right] }));

// A test as ELM: exists a fact of the name that is affirmed and about one of the concepts.
function expression(test) {
  if (test.any_of) return fold('Or', test.any_of.map(expression));
  if (test.all_of) return fold('And', test.all_of.map(expression));
  const conditions = [{ type: 'Equal', operand: [of('assertion'), text('present')] }];
  if (test.concepts.length > 0) {
    const wanted = { type: 'List', element: test.concepts.map(text) };
    conditions.push({ type: 'Exists', operand: { type: 'Intersect', operand: [of('names'), wanted] } });
  }
  const retrieve = { type: 'Retrieve', dataType: `{${model}}${test.fact}` };
  const source = [{ alias: 'F', expression: retrieve }];
  return { type: 'Exists', operand: { type: 'Query', source, relationship: [], where: fold('And', conditions) } };
}

const statements = criteria.map((test, i) => ({
  name: `criterion-${i}`,
  context: 'Patient',
  accessLevel: 'Public',
  expression: expression(test),
}));
const library = new cql.Library({
  library: {
    identifier: { id: 'Criteria', version: '1' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: { def: [{ localIdentifier: 'Simple', uri: model }] },
    statements: { def: statements },
  },
});
const records = facts.map((fact) => ({ recordType: fact.fact, assertion: fact.assertion, names: fact.names }));
const patient = new cql.Patient({ id: '1', recordType: 'Patient', records });
const executor = new cql.Executor(library);

// The same patient each time, so that only the criteria are measured.
async function pass() {
  let given = false;
  const source = {
    currentPatient: () => (given ? null : patient),
    nextPatient: () => { given = true; return null; },
  };
  const results = await executor.exec(source);
  return results.patientResults['1'];
}

const first = await pass();
const met = criteria.map((_, i) => first[`criterion-${i}`] === true);
let passes = 0;
const begin = process.hrtime.bigint();
let elapsed = 0;
while (elapsed < Number(seconds)) {
  for (let i = 0; i < 20; ++i) await pass();
  passes += 20;
  elapsed = Number(process.hrtime.bigint() - begin) / 1e9;
}
console.log(JSON.stringify({ met, passes, seconds: elapsed }));
