/* Opens each FILE as Gephi Lite does, which takes .graphml, .gexf and .json, and writes what graphology then holds to
 * OUT, in the form of ../reading.py. Arguments: FILE OUT, as often as wanted. */
'use strict';
const fs = require('fs');
const Graph = require('graphology');
const gexf = require('graphology-gexf');
const graphml = require('graphology-graphml');

function open(file) {
  const text = fs.readFileSync(file, 'utf8');
  if (file.endsWith('.gexf'))
    return gexf.parse(Graph, text, { allowUndeclaredAttributes: true, addMissingNodes: true });
  if (file.endsWith('.graphml')) return graphml.parse(Graph, text, { addMissingNodes: true });
  return Graph.from(JSON.parse(text));
}

/* GEXF's colours come as rgb(1,2,3). */
function hex(color) {
  const rgb = /^rgb\((\d+),(\d+),(\d+)\)$/.exec(color);
  return rgb ? '#' + rgb.slice(1).map((n) => (+n).toString(16).padStart(2, '0')).join('') : color;
}

function node(id, { label, color, size, x, y, ...attributes }) {
  return { id, label, color: hex(color), size, x, y, attributes };
}

function edge(id, { label, weight, ...attributes }, source, target, undirected) {
  return { id, label, source, target, directed: !undirected, weight, attributes };
}

const issues = [];
for (const stream of ['log', 'warn', 'error']) console[stream] = (...said) => issues.push(said.join(' '));
for (let i = 2; i + 1 < process.argv.length; i += 2) {
  issues.length = 0;
  const reading = { error: null, kind: null, nodes: [], edges: [] };
  try {
    const graph = open(process.argv[i]);
    reading.kind = graph.type;
    reading.nodes = graph.mapNodes((id, attributes) => node(id, attributes));
    reading.edges = graph.mapEdges((id, attributes, source, target, s, t, undirected) =>
      edge(id, attributes, source, target, undirected)
    );
  } catch (error) {
    reading.error = String(error);
  }
  reading.issues = [...issues];
  fs.writeFileSync(process.argv[i + 1], JSON.stringify(reading));
}
