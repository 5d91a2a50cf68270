// Renders a site of synthetic operations: its speed against that of rendering fixed trees of the same sizes, whether the
// time goes with the number of pages, and how many files a new revision changes.
//
//   node benchmarks/render-site.mjs [OPERATIONS]
//
// OPERATIONS defaults to 1,000. Build first: `npm run build`. Times are those of the processor, so that they hold for one
// core whatever else runs. The floor is preact-render-to-string on trees of as many elements as the site's pages have, made
// beforehand, with the same attributes and texts: what remains is what the site itself costs (replay, judging, trees,
// Markdown, JSON, feeds). For real models: `shapelog site --history`, as docs/site.md tells.
import { hash } from "node:crypto";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { appendRevision } from "../packages/ledger/dist/index.js";
import { createModel } from "../packages/model/dist/index.js";
import { renderSite } from "../packages/site/dist/index.js";

/**
 * @import { Ledger } from "@shapelog/ledger"
 * @import { Member, Shape, Traits } from "@shapelog/model"
 */

setFlagsFromString("--max-inlined-bytecode-size-cumulative=100"); // as the command does where it renders a history

const operations = Number(process.argv[2] ?? 1000);
const id = (/** @type {string} */ name) => `example.bench#${name}`;
/** @type {(text: string) => Traits} */
const doc = (text) => ({ "smithy.api#documentation": `<p>${text} It says <code>what</code> it is for.</p>` });

/**
 * Every second operation gains a value in the second edition, and the first one another in the third.
 *
 * @param {number} edition
 * @param {number} count
 */
function createShapes(edition, count) {
  /** @type {Shape[]} */
  const shapes = [
    {
      kind: "service",
      id: id("Bench"),
      traits: {},
      version: "1",
      operations: Array.from({ length: count }, (_, index) => id(`DoThing${index}`)),
      resources: [],
      errors: [],
      rename: [],
    },
    {
      kind: "structure",
      id: id("Problem"),
      traits: { "smithy.api#error": "client" },
      members: fields("Problem", 2),
    },
  ];
  for (let index = 0; index < count; index++) {
    const name = `DoThing${index}`;
    const values = [
      ...["One", "Two"],
      ...(edition > 0 && index % 2 === 0 ? ["Three"] : []),
      ...(edition > 1 && index === 0 ? ["Four"] : []),
    ];
    shapes.push(
      {
        kind: "operation",
        id: id(name),
        traits: doc(`Does thing ${index}.`),
        input: id(`${name}Request`),
        output: id(`${name}Response`),
        errors: [id("Problem")],
      },
      { kind: "structure", id: id(`${name}Request`), traits: {}, members: fields(name, 8) },
      {
        kind: "structure",
        id: id(`${name}Response`),
        traits: {},
        members: [
          ...fields(name, 4),
          { name: "Items", target: id(`${name}Items`), traits: doc("The items.") },
        ],
      },
      {
        kind: "list",
        id: id(`${name}Items`),
        traits: {},
        members: [{ name: "member", target: id(`${name}Item`), traits: {} }],
      },
      {
        kind: "structure",
        id: id(`${name}Item`),
        traits: doc("An item."),
        members: [...fields(name, 8), { name: "Mode", target: id(`${name}Mode`), traits: doc("How.") }],
      },
      {
        kind: "enum",
        id: id(`${name}Mode`),
        traits: {},
        members: values.map((value) => ({
          name: value,
          target: "smithy.api#Unit",
          traits: { "smithy.api#enumValue": value },
        })),
      },
    );
  }
  return shapes;
}

/**
 * @param {string} name
 * @param {number} length
 * @returns {Member[]}
 */
function fields(name, length) {
  return Array.from({ length }, (_, index) => ({
    name: `Field${index}`,
    target: "smithy.api#String",
    traits: { ...doc(`Field ${index} of ${name}.`), "smithy.api#length": { min: 1, max: 128 } },
  }));
}

/**
 * @param {number} count
 * @param {number} editions
 * @returns {Ledger}
 */
function createLedger(count, editions) {
  /** @type {Ledger} */
  let ledger = { service: "bench", revisions: [] };
  for (let edition = 0; edition < editions; edition++) {
    const model = createModel(createShapes(edition, count));
    const { revision } = appendRevision(ledger, model, {
      date: `202${edition}-01-01`,
      source: { name: "bench", version: `1.${edition}.0` },
    });
    if (revision) ledger = { ...ledger, revisions: [...ledger.revisions, revision] };
  }
  return ledger;
}

/** @param {Ledger} ledger */
function renderAll(ledger) {
  const sizes = [];
  let characters = 0;
  let milliseconds = 0;
  /** @type {Map<string, string>} */
  const digests = new Map();
  let began = processorTime();
  const { pages } = renderSite({
    title: "Bench",
    baseUrl: "https://example.com/",
    services: [{ id: "bench", ledger, packageName: "@example/bench" }],
  });
  for (const { path, text } of pages) {
    milliseconds += processorTime() - began;
    if (path.endsWith(".html"))
      sizes.push({ elements: text.match(/<[a-z]/g)?.length ?? 0, characters: text.length });
    characters += text.length;
    digests.set(path, hash("sha256", text));
    began = processorTime();
  }
  return { milliseconds, sizes, characters, digests };
}

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @param {readonly ReturnType<typeof createTree>[]} trees */
function renderFloor(trees) {
  const began = processorTime();
  let characters = 0;
  for (const tree of trees) characters += renderToString(tree).length;
  return { milliseconds: processorTime() - began, characters };
}

/** @param {{ elements: number, characters: number }} size */
function createTree({ elements, characters }) {
  const words = "x".repeat(Math.max(1, Math.round(characters / elements) - 40));
  const leaf = (/** @type {number} */ key) =>
    h(
      "li",
      { id: `field-${key}`, class: "node" },
      h("code", { class: "name" }, words),
      " ",
      h("span", null, words),
    );
  return h(
    "ul",
    null,
    Array.from({ length: Math.ceil(elements / 3) }, (_, index) => leaf(index)),
  );
}

const ledger = createLedger(operations, 2);
renderAll(ledger); // warms both up
const site = renderAll(ledger);
const trees = site.sizes.map(createTree);
renderFloor(trees);
const floor = renderFloor(trees);
const pages = site.sizes.length;
const megabytes = (site.characters / 1e6).toFixed(1);

/** @param {number} number @param {number} milliseconds */
const perSecond = (number, milliseconds) => Math.round((number / milliseconds) * 1000).toLocaleString("en");
console.log(
  `${pages} pages in three forms, ${megabytes} MB: ${perSecond(pages, site.milliseconds)} pages/s and core`,
);
console.log(
  `floor, HTML alone: ${perSecond(pages, floor.milliseconds)} pages/s; ratio ${(site.milliseconds / floor.milliseconds).toFixed(1)}`,
);

const large = renderAll(createLedger(3 * operations, 2));
const each = (/** @type {typeof site} */ { milliseconds, sizes }) => milliseconds / sizes.length;
console.log(
  `three times the operations, ${large.sizes.length} pages: ${perSecond(large.sizes.length, large.milliseconds)} pages/s and core; time of a page ${(each(large) / each(site)).toFixed(2)} times`,
);

const next = renderAll(createLedger(operations, 3)).digests;
const touched = [...next].filter(([path, digest]) => site.digests.get(path) !== digest);
console.log(`a new revision of one operation: ${touched.length} of ${next.size} files differ`);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
