import { expect, it } from "vitest";
import { detectFacts } from "./detect-facts.mjs";
import { parseModel } from "./raw-models.mjs";

/**
 * @param {{ protocol?: string | undefined, operations: object, shapes: object }} parts
 */
function modelOf({ protocol = "json", operations, shapes }) {
  return parseModel(JSON.stringify({ metadata: { protocol }, operations, shapes }));
}

/** An operation that sends and returns one structure. */
const GET = {
  http: { method: "POST", requestUri: "/" },
  input: { shape: "Data" },
  output: { shape: "Data" },
};

/**
 * @param {object} old
 * @param {object} now
 * @param {string} [protocol]
 */
function compareShapes(old, now, protocol) {
  const model = (/** @type {object} */ shapes) => modelOf({ protocol, operations: { Get: GET }, shapes });
  return detect(model(old), model(now));
}

/**
 * @param {ReturnType<typeof parseModel>} old
 * @param {ReturnType<typeof parseModel>} now
 */
function detect(old, now) {
  return [...detectFacts({ old, now })].map(({ detector, operation, direction, error, path, want }) =>
    [detector, operation, direction, error, path, want ?? "anything"].filter(Boolean).join(" "),
  );
}

const structure = (/** @type {object} */ members, more = {}) => ({ type: "structure", members, ...more });

it("finds operations and errors that are gone, and errors that are new", () => {
  const shapes = { Data: structure({}), Missing: structure({}), Busy: structure({}) };
  const old = { Get: { ...GET, errors: [{ shape: "Missing" }] }, Put: GET };
  const now = { Get: { ...GET, errors: [{ shape: "Busy" }] } };
  const found = detect(modelOf({ operations: old, shapes }), modelOf({ operations: now, shapes }));
  expect(found).toEqual([
    "error-gone Get Missing check",
    "error-new Get Busy check",
    "operation-gone Put breaking",
  ]);
});

it("finds values by direction, through lists and maps, and ends in cycles", () => {
  const shapes = (/** @type {string[]} */ values) => ({
    Data: structure({ Nodes: { shape: "List" } }),
    List: { type: "list", member: { shape: "Map" } },
    Map: { type: "map", key: { shape: "Color" }, value: { shape: "Data" } },
    Color: { type: "string", enum: values },
  });
  expect(compareShapes(shapes(["red", "blue"]), shapes(["red", "green"]))).toEqual([
    "enum-lost Get request Nodes[]{key} breaking",
    "enum-lost Get response Nodes[]{key} check",
    "enum-gained Get response Nodes[]{key} check",
  ]);
});

it("finds members that are gone, newly demanded, or no longer promised", () => {
  const Text = { type: "string" };
  const text = { shape: "Text" };
  const old = { Text, Data: structure({ a: text, b: text, c: text }, { required: ["b"] }) };
  const now = { Text, Data: structure({ b: text, c: text, d: text }, { required: ["c", "d"] }) };
  expect(compareShapes(old, now)).toEqual([
    "member-gone Get request a breaking",
    "newly-required Get request c breaking",
    "newly-required Get request d breaking",
    "member-gone Get response a breaking",
    "no-longer-promised Get response b breaking",
  ]);
});

it("asks less of a member that travels as another did, and of tokens that clients fill in", () => {
  const shapes = (/** @type {object} */ members, /** @type {string[]} */ required) => ({
    Text: { type: "string" },
    Data: structure(members, { required }),
  });
  const old = shapes({ a: { shape: "Text", locationName: "x" } }, ["a"]);
  const now = shapes(
    { b: { shape: "Text", locationName: "x" }, t: { shape: "Text", idempotencyToken: true } },
    ["b", "t"],
  );
  expect(compareShapes(old, now, "rest-json")).toEqual([
    "member-gone Get request a check",
    "newly-required Get request b check",
    "newly-required Get request t check",
    "member-gone Get response a check",
  ]);
});

it("finds types by which of the two directions they harm", () => {
  const shapes = (/** @type {string} */ size, /** @type {string} */ item) => ({
    Data: structure({ size: { shape: "Size" }, items: { shape: "Items" } }),
    Size: { type: size },
    Items: { type: "list", member: { shape: "Item" } },
    Item: item === "structure" ? structure({}) : { type: item },
  });
  expect(compareShapes(shapes("integer", "string"), shapes("long", "structure"))).toEqual([
    "type-changed Get request items[] breaking",
    "type-changed Get response size check",
    "type-changed Get response items[] breaking",
  ]);
  expect(compareShapes(shapes("long", "string"), shapes("integer", "string"))).toEqual([
    "type-changed Get request size breaking",
  ]);
});

it("finds limits and patterns by the texts that they take", () => {
  const shapes = (/** @type {object} */ limits) => ({
    Data: structure({ name: { shape: "Name" } }),
    Name: { type: "string", ...limits },
  });
  expect(compareShapes(shapes({ max: 10 }), shapes({ max: 5 }))).toEqual([
    "limit-narrower Get request name breaking",
  ]);
  expect(compareShapes(shapes({ max: 5 }), shapes({ max: 10 }))).toEqual([
    "limit-wider Get response name check",
  ]);
  expect(compareShapes(shapes({ pattern: "[a-z]+" }), shapes({ pattern: "[a-y]+" }))).toEqual([
    "pattern-narrower Get request name breaking",
    "pattern-wider Get response name anything",
  ]);
  expect(compareShapes(shapes({ pattern: "a{3}" }), shapes({ pattern: "^aaa$", max: 3 }))).toEqual([
    "limit-narrower Get request name anything",
    "pattern-narrower Get request name anything",
    "pattern-wider Get response name anything",
  ]);
});

it("finds other names, places and formats on the wire, by protocol", () => {
  const shapes = (/** @type {object} */ at, /** @type {object} */ when) => ({
    Data: structure({ a: { shape: "Text", ...at }, t: { shape: "Time", ...when } }),
    Text: { type: "string" },
    Time: { type: "timestamp" },
  });
  const old = shapes({ locationName: "x" }, {});
  const now = shapes({ location: "header", locationName: "X" }, { timestampFormat: "iso8601" });
  expect(compareShapes(old, now, "rest-json")).toEqual([
    "wire-name Get request a breaking",
    "time-format Get request t breaking",
    "wire-name Get response a breaking",
    "time-format Get response t breaking",
  ]);
  expect(compareShapes(old, now, "query")).toEqual([
    "wire-name Get request a breaking",
    "wire-name Get response a breaking",
  ]);
});

it("finds other hosts, and asks for what became part of one that it is told with it", () => {
  const model = (/** @type {object} */ endpoint, /** @type {object} */ account) =>
    modelOf({
      protocol: "rest-xml",
      operations: { Get: { ...GET, output: undefined, ...endpoint } },
      shapes: { Data: structure({ account: { shape: "Text", ...account } }), Text: { type: "string" } },
    });
  const old = model({}, {});
  expect(detect(old, model({ endpoint: { hostPrefix: "{account}." } }, { hostLabel: true }))).toEqual([
    "host Get check",
    "wire-hostLabel Get request account check",
  ]);
  expect(detect(old, model({}, { hostLabel: true }))).toEqual([
    "wire-hostLabel Get request account breaking",
  ]);
});

it("finds other addresses, and takes a label for greedy where a value of it can have a slash", () => {
  const model = (/** @type {string} */ requestUri, /** @type {object} */ text) =>
    modelOf({
      protocol: "rest-json",
      operations: { Get: { ...GET, output: undefined, http: { method: "GET", requestUri } } },
      shapes: {
        Data: structure({ name: { shape: "Text", location: "uri", locationName: "id" } }),
        Text: { type: "string", ...text },
      },
    });
  const compare = (/** @type {string} */ uri, /** @type {object} */ text) =>
    detect(model("/a/{id}", text), model(uri, text));
  expect(compare("/a/{id+}", {})).toEqual(["http-address Get breaking"]);
  expect(compare("/a/{id+}", { pattern: "[^a]+" })).toEqual(["http-address Get breaking"]);
  expect(compare("/a/{id+}", { pattern: "^[a-z]{1,9}$" })).toEqual([]);
  expect(compare("/b/{id}", {})).toEqual(["http-address Get breaking"]);
});

it("finds members that are gone where a union became a structure", () => {
  const now = structure({ b: { shape: "Text" } });
  const old = { ...structure({ a: { shape: "Text" }, b: { shape: "Text" } }), union: true };
  const shapes = (/** @type {object} */ part) => ({
    Data: structure({ part: { shape: "Part" } }),
    Part: part,
    Text: { type: "string" },
  });
  expect(compareShapes(shapes(old), shapes(now))).toEqual([
    "type-changed Get request part breaking",
    "member-gone Get request part.a breaking",
    "type-changed Get response part breaking",
    "member-gone Get response part.a check",
  ]);
});

it("asks for one namespace that all values have that it is told with the service", () => {
  const model = (/** @type {readonly string[]} */ uris) =>
    modelOf({
      protocol: "rest-xml",
      operations: { Get: { ...GET, output: undefined } },
      shapes: {
        Data: structure(
          Object.fromEntries(uris.map((uri, at) => [`m${at}`, { shape: "Text", xmlNamespace: { uri } }])),
        ),
        Text: { type: "string" },
      },
    });
  expect(detect(model(["a", "a"]), model(["b", "b"]))).toEqual([
    "wire-namespace Get request m0 check",
    "wire-namespace Get request m1 check",
  ]);
  expect(detect(model(["a", "a"]), model(["a", "b"]))).toEqual(["wire-namespace Get request m1 breaking"]);
});
