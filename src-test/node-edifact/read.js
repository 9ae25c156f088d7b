'use strict';
// In: a list of interchanges, each { name, text, characters } as JSON. Out: the same with the segments that were read, or why not.
const Parser = require('edifact/parser.js');
const Validator = require('edifact/validator.js');

function read(interchange) {
  const parser = new Parser(new Validator());
  const segments = [];
  parser.encoding(interchange.characters);
  parser.onopensegment = (tag) => segments.push([tag]);
  parser.onelement = () => segments[segments.length - 1].push([]);
  parser.oncomponent = (value) => {
    const segment = segments[segments.length - 1];
    segment[segment.length - 1].push(value);
  };
  parser.onclosesegment = () => {};
  try {
    parser.write(interchange.text);
    parser.end();
    return { name: interchange.name, segments };
  } catch (e) {
    return { name: interchange.name, fault: e.message, segments };
  }
}

const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk));
process.stdin.on('end', () => {
  const all = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  process.stdout.write(JSON.stringify(all.map(read)));
});
