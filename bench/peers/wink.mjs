// The peer of bench/facts: wink-nlp finds sentences, entities and negation in the files of a folder.
// node wink.mjs FOLDER SECONDS: runs over all files again and again and prints bytes, passes and seconds as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, seconds] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), 'node_modules', 'x.js'));
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');

const nlp = winkNLP(model, ['sbd', 'ner', 'negation']);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

let found = 0;
const pass = () => {
  for (const text of texts) {
    const doc = nlp.readDoc(text);
    found += doc.sentences().length() + doc.entities().length();
    doc.tokens().each((token) => { if (token.out(nlp.its.negationFlag)) ++found; });
  }
};
pass();
let passes = 0;
const begin = process.hrtime.bigint();
let elapsed = 0;
while (elapsed < Number(seconds)) {
  pass();
  ++passes;
  elapsed = Number(process.hrtime.bigint() - begin) / 1e9;
}
console.log(JSON.stringify({ bytes, passes, seconds: elapsed, found }));
