// Renders a site of synthetic operations and compares its speed with that of rendering fixed trees of the same sizes.
//
//   node benchmarks/render-site.mjs [OPERATIONS]
//
// OPERATIONS defaults to 1,000. Build first: `npm run build`. The floor is preact-render-to-string on trees of as many
// elements as the site's pages have, made beforehand, with the same attributes and texts: what remains is what the site
// itself costs (replay, judging, trees, Markdown, JSON, feeds).
import process from "node:process";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { appendRevision } from "../packages/ledger/dist/index.js";
import { createModel } from "../packages/model/dist/index.js";
import { renderSite } from "../packages/site/dist/index.js";

/**
 * @import { Ledger } from "@shapelog/ledger"
 * @import { Member, Shape, Traits } from "@shapelog/model"
 */

const count = Number(process.argv[2] ?? 1000);
const id = (/** @type {string} */ name) => `example.bench#${name}`;
/** @type {(text: string) => Traits} */
const doc = (text) => ({ "smithy.api#documentation": `<p>${text} It says <code>what</code> it is for.</p>` });

/** @param {number} edition */
function createShapes(edition) {
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
    const values = ["One", "Two", ...(edition > 0 && index % 2 === 0 ? ["Three"] : [])];
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

/** @type {Ledger} */
let ledger = { service: "bench", revisions: [] };
let model = createModel([]);
for (const [edition, date] of ["2020-01-01", "2021-01-01"].entries()) {
  model = createModel(createShapes(edition));
  const { revision } = appendRevision(ledger, model, {
    date,
    source: { name: "bench", version: `1.${edition}.0` },
  });
  if (revision) ledger = { ...ledger, revisions: [...ledger.revisions, revision] };
}

function renderAll() {
  const started = performance.now();
  const sizes = [];
  let characters = 0;
  const { pages } = renderSite({
    title: "Bench",
    baseUrl: "https://example.com/",
    services: [{ id: "bench", model, ledger, packageName: "@example/bench" }],
  });
  for (const { path, text } of pages) {
    if (path.endsWith(".html"))
      sizes.push({ elements: text.match(/<[a-z]/g)?.length ?? 0, characters: text.length });
    characters += text.length;
  }
  return { milliseconds: performance.now() - started, sizes, characters };
}

/** @param {readonly ReturnType<typeof createTree>[]} trees */
function renderFloor(trees) {
  const started = performance.now();
  let characters = 0;
  for (const tree of trees) characters += renderToString(tree).length;
  return { milliseconds: performance.now() - started, characters };
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

renderAll(); // warms both up
const site = renderAll();
const trees = site.sizes.map(createTree);
renderFloor(trees);
const floor = renderFloor(trees);
const pages = site.sizes.length;
const perSecond = (/** @type {number} */ milliseconds) => Math.round((pages / milliseconds) * 1000);
const megabytes = (site.characters / 1e6).toFixed(1);
console.log(`${pages} pages in three forms, ${megabytes} MB: ${perSecond(site.milliseconds)} pages/s`);
console.log(
  `floor, HTML alone: ${perSecond(floor.milliseconds)} pages/s; ratio ${(site.milliseconds / floor.milliseconds).toFixed(1)}`,
);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
