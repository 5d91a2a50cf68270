import { getShape, isNodeObject, type Model, type NodeValue, type Traits } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBotocore } from "./read-botocore.js";

type Fields = { readonly [key: string]: NodeValue };
interface Texts {
  readonly paginators?: unknown;
  readonly paginatorExtras?: unknown;
  readonly waiters?: unknown;
  readonly examples?: unknown;
}

const OPERATIONS = ["GetPart", "ListParts"];

/** Reads a service of two operations with these files beside it. */
function read(texts: Texts) {
  const operations = Object.fromEntries(OPERATIONS.map((name) => [name, { name }]));
  const text = JSON.stringify({ metadata: { serviceId: "Parts", protocol: "json" }, operations, shapes: {} });
  const files = Object.fromEntries(
    Object.entries(texts).map(([file, value]) => [
      file,
      { file, text: typeof value === "string" ? value : JSON.stringify(value) },
    ]),
  );
  const { model, diagnostics } = readBotocore({ file: "service-2.json", text }, files);
  const traits = (name: string) => getShape(model, `com.amazonaws.parts#${name}`).traits;
  const codes = diagnostics.map(({ code, location }) => `${code} ${location?.file}${location?.pointer}`);
  return { model, traits, codes, diagnostics };
}

const PAGED = { input_token: "Token", output_token: "Next", result_key: "Parts" };
const WAITER = { operation: "GetPart", delay: 15, maxAttempts: 40 };

/** Reads one waiter for `GetPart` with these acceptors. */
function awaitPart(acceptors: readonly unknown[], more: object = {}) {
  return read({ waiters: { version: 2, waiters: { PartReady: { ...WAITER, ...more, acceptors } } } });
}

describe("waiters are @waitable", () => {
  it.each<[object, object]>([
    [
      { matcher: "path", argument: "Part.State", expected: "ready" },
      { output: { path: "Part.State", expected: "ready", comparator: "stringEquals" } },
    ],
    [
      { matcher: "path", argument: "length(Parts) > `0`", expected: true },
      { output: { path: "length(Parts) > `0`", expected: "true", comparator: "booleanEquals" } },
    ],
    [
      { matcher: "pathAll", argument: "Parts[].State", expected: "ready" },
      { output: { path: "Parts[].State", expected: "ready", comparator: "allStringEquals" } },
    ],
    [
      { matcher: "pathAny", argument: "Parts[].State", expected: "broken" },
      { output: { path: "Parts[].State", expected: "broken", comparator: "anyStringEquals" } },
    ],
    [{ matcher: "error", expected: "NoSuchPart" }, { errorType: "NoSuchPart" }],
    [{ matcher: "error", expected: true }, { success: false }],
    [{ matcher: "error", expected: false }, { success: true }],
  ])("that match %j", (acceptor, matcher) => {
    const { traits, codes } = awaitPart([{ state: "success", ...acceptor }], { description: "Wait." });
    expect(traits("GetPart")).toEqual({
      "smithy.waiters#waitable": {
        PartReady: { documentation: "Wait.", acceptors: [{ state: "success", matcher }], minDelay: 15 },
      },
      "shapelog.botocore#waiters": { PartReady: { maxAttempts: 40 } },
    });
    expect(codes).toEqual([]);
  });

  it("with a delay above the longest one that Smithy takes for granted", () => {
    const { traits } = awaitPart([{ state: "retry", matcher: "error", expected: "E" }], { delay: 300 });
    expect(traits("GetPart")["smithy.waiters#waitable"]).toMatchObject({
      PartReady: { minDelay: 300, maxDelay: 300 },
    });
  });

  it("and are kept beside it where a status stands for success, as errors can stand for it, too", () => {
    const acceptors = [{ state: "success", matcher: "status", expected: 200 }];
    expect(awaitPart(acceptors).traits("GetPart")).toEqual({
      "smithy.waiters#waitable": {
        PartReady: { acceptors: [{ state: "success", matcher: { success: true } }], minDelay: 15 },
      },
      "shapelog.botocore#waiters": { PartReady: { maxAttempts: 40, acceptors } },
    });
  });

  it.each<[string, unknown, object]>([
    ["the status of some error", { state: "retry", matcher: "status", expected: 404 }, {}],
    ["every value being true", { state: "success", matcher: "pathAll", argument: "A", expected: true }, {}],
    ["a number", { state: "success", matcher: "path", argument: "A", expected: 1 }, {}],
    ["a state it does not have", { state: "done", matcher: "error", expected: "E" }, {}],
    ["a key it does not have", { state: "retry", matcher: "error", expected: "E", more: 1 }, {}],
    ["no time between attempts", { state: "retry", matcher: "error", expected: "E" }, { delay: 0 }],
  ])("but for what Smithy cannot say, which is kept whole: %s", (_, acceptor, more) => {
    const { traits } = awaitPart([{ state: "failure", matcher: "error", expected: "E" }, acceptor], more);
    expect(Object.keys(traits("GetPart"))).toEqual(["shapelog.botocore#waiters"]);
    expect(traits("GetPart")["shapelog.botocore#waiters"]).toMatchObject({
      PartReady: { ...WAITER, ...more, acceptors: [expect.anything(), acceptor] },
    });
  });

  it("but for files of the first version, which the service keeps", () => {
    const waiters = { waiters: { PartReady: { operation: "GetPart", success_type: "output" } } };
    const { traits } = read({ waiters });
    expect(traits("GetPart")).toEqual({});
    expect(traits("Parts")).toMatchObject({ "shapelog.botocore#waiters": waiters });
  });
});

describe("additions to paginators", () => {
  const extras = { non_aggregate_keys: ["Count"] };

  it("are merged into them, key by key", () => {
    const { traits } = read({
      paginators: { pagination: { ListParts: PAGED } },
      paginatorExtras: { version: 1.0, merge: { pagination: { ListParts: extras, GetPart: PAGED } } },
    });
    expect(traits("ListParts")).toEqual({
      "smithy.api#paginated": { inputToken: "Token", outputToken: "Next", items: "Parts" },
      "shapelog.botocore#paginator": extras,
    });
    expect(traits("GetPart")).toHaveProperty(["smithy.api#paginated"]);
  });

  it("are read where there is no file they are added to, and reported in their own", () => {
    const { traits, codes } = read({
      paginatorExtras: { merge: { pagination: { ListParts: PAGED, Gone: extras } } },
    });
    expect(traits("ListParts")).toHaveProperty(["smithy.api#paginated"]);
    expect(codes).toEqual(["botocore/unknown-operation paginatorExtras/pagination/Gone"]);
  });
});

describe("what is said of operations that the service does not have", () => {
  it("is kept by the service, and reported", () => {
    const gone = { ...WAITER, operation: "Gone", acceptors: [] };
    const { traits, codes } = read({
      paginators: { pagination: { ListParts: PAGED, Gone: PAGED } },
      waiters: { version: 2, waiters: { PartGone: gone } },
    });
    expect(traits("Parts")).toMatchObject({
      "shapelog.botocore#paginators": { pagination: { Gone: PAGED } },
      "shapelog.botocore#waiters": { waiters: { PartGone: gone } },
    });
    expect(codes).toEqual([
      "botocore/unknown-operation paginators/pagination/Gone",
      "botocore/unknown-operation waiters/waiters/PartGone",
    ]);
  });

  it.each<[Texts, string]>([
    [{ waiters: "{" }, "json/syntax waiters"],
    [{ waiters: [] }, "botocore/wrong-json-type waiters"],
    [{ paginators: { pagination: 1 } }, "botocore/wrong-json-type paginators/pagination"],
  ])("leaves %j, which says nothing", (texts, code) => {
    expect(read(texts).codes[0]).toContain(code);
  });
});

describe("the model of a service", () => {
  const key = fc.constantFrom("Token", "Page.Token", "A || B", "__proto__");
  const value = fc.oneof(key, fc.array(key, { maxLength: 2 }), fc.boolean());
  const keys = ["input_token", "output_token", "limit_key", "result_key", "more_results", "odd"];
  const paginator = fc.record(Object.fromEntries(keys.map((name) => [name, value])), { requiredKeys: [] });
  const operation = fc.constantFrom(...OPERATIONS, "Gone");
  const acceptor = fc.record(
    {
      state: fc.constantFrom("success", "failure", "retry", "other"),
      matcher: fc.constantFrom("path", "pathAll", "pathAny", "error", "status"),
      argument: fc.constantFrom("A", "B[].C", 1),
      expected: fc.constantFrom("ready", "true", true, false, 200, 404),
      odd: fc.constant(1),
    },
    { requiredKeys: ["state", "matcher", "expected"] },
  );
  const waiter = fc.record(
    {
      operation,
      delay: fc.constantFrom(0, 1, 15, 120, 121, 1.5, "5"),
      maxAttempts: fc.constantFrom(1, 40),
      description: fc.constantFrom("Waits.", 1),
      type: fc.constant("api"),
      acceptors: fc.array(acceptor, { maxLength: 3 }),
    },
    { requiredKeys: ["operation"] },
  );

  it("gives back the files beside it", () => {
    const files = fc.record({
      paginators: fc.record({ pagination: fc.dictionary(operation, paginator) }),
      waiters: fc.record({
        version: fc.constant(2),
        waiters: fc.dictionary(fc.constantFrom("PartReady", "part_ready", "PartGone"), waiter),
      }),
    });
    fc.assert(
      fc.property(files, (texts) => {
        const plain = JSON.parse(JSON.stringify(texts));
        expect(rebuild(read(texts).model)).toEqual(plain);
      }),
    );
  });
});

/** Returns the files that a model was read with: the reverse of reading them. */
function rebuild({ shapes }: Model): Fields {
  const pagination: [string, NodeValue][] = [];
  const waiters: [string, NodeValue][] = [];
  for (const shape of shapes.values()) {
    if (shape.kind === "service") {
      pagination.push(...entriesIn(shape.traits["shapelog.botocore#paginators"], "pagination"));
      waiters.push(...entriesIn(shape.traits["shapelog.botocore#waiters"], "waiters"));
    }
    if (shape.kind !== "operation") continue;
    const name = shape.id.slice(shape.id.indexOf("#") + 1);
    const paginator = rebuildPaginator(shape.traits);
    if (paginator) pagination.push([name, paginator]);
    waiters.push(...rebuildWaiters(name, shape.traits));
  }
  return {
    paginators: { pagination: Object.fromEntries(pagination) },
    waiters: { version: 2, waiters: Object.fromEntries(waiters) },
  };
}

const objectOf = (node: NodeValue | undefined): Fields => (isNodeObject(node) ? node : {});

function entriesIn(trait: NodeValue | undefined, key: string): [string, NodeValue][] {
  const inner = isNodeObject(trait) ? trait[key] : undefined;
  return isNodeObject(inner) ? Object.entries(inner) : [];
}

function rebuildPaginator(traits: Traits): Fields | undefined {
  const kept = traits["shapelog.botocore#paginator"];
  const paginated = traits["smithy.api#paginated"];
  if (!isNodeObject(paginated)) return isNodeObject(kept) ? kept : undefined;
  const { inputToken, outputToken, items, pageSize } = paginated;
  const said = { input_token: inputToken, output_token: outputToken, result_key: items, limit_key: pageSize };
  return JSON.parse(JSON.stringify({ ...said, ...(isNodeObject(kept) ? kept : {}) }));
}

function rebuildWaiters(operation: string, traits: Traits): [string, NodeValue][] {
  const waitable = objectOf(traits["smithy.waiters#waitable"]);
  const kept = objectOf(traits["shapelog.botocore#waiters"]);
  const names = new Set([...Object.keys(waitable), ...Object.keys(kept)]);
  return [...names].map((name) => {
    if (!Object.hasOwn(waitable, name)) return [name, kept[name] ?? null];
    const { documentation, minDelay, acceptors } = objectOf(waitable[name]);
    const list = Array.isArray(acceptors) ? acceptors.map(rebuildAcceptor) : [];
    const said = { operation, description: documentation, delay: minDelay, acceptors: list };
    return [name, JSON.parse(JSON.stringify({ ...said, ...objectOf(kept[name]) }))];
  });
}

const MATCHERS = [
  ["stringEquals", "path"],
  ["booleanEquals", "path"],
  ["allStringEquals", "pathAll"],
] as const;

function rebuildAcceptor(acceptor: NodeValue): NodeValue {
  const { state = null, matcher } = objectOf(acceptor);
  const { output, errorType, success } = objectOf(matcher);
  if (success !== undefined) return { state, matcher: "error", expected: success !== true };
  if (errorType !== undefined) return { state, matcher: "error", expected: errorType };
  const { path = null, expected = null, comparator } = objectOf(output);
  const name = new Map<NodeValue | undefined, string>(MATCHERS).get(comparator) ?? "pathAny";
  const value = comparator === "booleanEquals" ? expected === "true" : expected;
  return { state, matcher: name, argument: path, expected: value };
}

describe("examples are kept", () => {
  const LIST = [{ id: "list", title: "To list", input: {}, output: {} }];

  it("on their operations, as they are written", () => {
    const { traits, codes } = read({ examples: { version: "1.0", examples: { ListParts: LIST } } });
    expect(traits("ListParts")).toMatchObject({ "shapelog.botocore#examples": LIST });
    expect(traits("GetPart")).not.toHaveProperty(["shapelog.botocore#examples"]);
    expect(codes).toEqual([]);
  });

  it("on the service where the model does not have the operation, which is told", () => {
    const { model, codes } = read({ examples: { version: "1.0", examples: { Gone: LIST }, more: 1 } });
    const service = [...model.shapes.values()].find(({ kind }) => kind === "service");
    expect(service?.traits["shapelog.botocore#operationExamples"]).toEqual({
      more: 1,
      examples: { Gone: LIST },
    });
    expect(codes).toEqual(["botocore/unknown-operation examples/examples/Gone"]);
  });
});
