import { createModel, findServices, type Shape } from "@shapelog/model";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindInput, enumOf, load, member, shape, simple } from "../test/build-service.js";
import { loadValidators } from "../test/load-validators.js";
import { emitValidators } from "./emit-validators.js";

function emitAuthEvents(since?: (id: string) => string | undefined) {
  const model = authEventsModel(AUTH_EVENTS_VALUES.after);
  const [service] = findServices(model);
  return emitValidators(model, { service: service!, source: "model.json", ...(since ? { since } : {}) });
}

describe("the story of the auth events", () => {
  const page = { AuthEvents: [{ EventType: "SignIn", EventResponse: "Pass" }] };

  it("takes a page the model knows", async () => {
    const { wire } = await loadValidators(emitAuthEvents().files);
    expect(wire.validate("ListAuthEventsResponse", page)).toEqual({ ok: true, value: page });
    expect(wire.read("ListAuthEventsResponse", page)).toEqual({ ok: true, value: page, drift: [] });
    expect(wire.is("ListAuthEventsResponse", page)).toBe(true);
  });

  it("refuses a value that was removed, and reads it as drift", async () => {
    const { wire } = await loadValidators(emitAuthEvents().files);
    const old = { AuthEvents: [{ EventResponse: "Pass" }, { EventResponse: "Success" }] };
    expect(wire.validate("ListAuthEventsResponse", old)).toMatchObject({
      ok: false,
      errors: [
        {
          keyword: "enum",
          message: 'AuthEvents[1].EventResponse: expected one of "Pass", "Fail", "InProgress", got "Success"',
        },
      ],
    });
    expect(wire.read("ListAuthEventsResponse", old)).toMatchObject({
      ok: true,
      drift: [
        { path: "AuthEvents[1].EventResponse", value: "Success", known: ["Pass", "Fail", "InProgress"] },
      ],
    });
  });

  it("finds what is wrong next to what has drifted", async () => {
    const { wire } = await loadValidators(emitAuthEvents().files);
    const wrong = { AuthEvents: [{ EventResponse: "Success", EventType: 7, New: 1 }] };
    expect(wire.read("ListAuthEventsResponse", wrong)).toMatchObject({
      ok: false,
      errors: [{ message: "AuthEvents[0].EventType: expected a string, got a number" }],
    });
  });

  it("documents each function, and says since when there is a date", () => {
    const { files } = emitAuthEvents((id) => (id === eventsId("AuthEvent") ? "2017-11-28" : undefined));
    const modules = files.filter(({ path }) => path.startsWith("src/functions/wire/"));
    const text = modules.map((file) => file.text).join("");
    expect(text.match(/^export const/gm)).toHaveLength(24);
    expect(text.match(/\*\/\nexport const/g)).toHaveLength(24);
    expect(text.match(/@since 2017-11-28/g)).toHaveLength(3);
    expect(text).toContain("the output of `ListAuthEvents`");
  });
});

describe("nulls", () => {
  const shapes = [
    shape("structure", "Input", [
      member("Name", "String", { required: {} }),
      member("Note", "String"),
      member("List", "List"),
      member("Sparse", "Sparse"),
      member("Inner", "Inner"),
    ]),
    shape("structure", "Inner", [member("List", "List")]),
    shape("list", "List", [member("member", "String")]),
    shape("map", "Sparse", [member("key", "String"), member("value", "String")], { sparse: {} }),
  ];

  it("are absent to readers, and errors to validators", async () => {
    const { wire } = await load(shapes);
    const value = { Name: "a", Note: null, List: ["a", null], Sparse: { a: null }, Inner: null };
    expect(wire.read("Input", value)).toEqual({
      ok: true,
      value: { Name: "a", List: ["a"], Sparse: { a: null } },
      drift: [],
    });
    const strict = wire.validate("Input", value);
    expect(strict.ok || strict.errors.map(({ path }) => path)).toEqual(["Note", "List[1]", "Inner"]);
  });

  it("do not stand in for required members", async () => {
    const { wire } = await load(shapes);
    expect(wire.read("Input", { Name: null })).toMatchObject({ ok: false, errors: [{ path: "Name" }] });
    expect(wire.read("Input", null)).toMatchObject({ ok: false, errors: [{ path: "" }] });
  });

  it("are told from undefined, which is always absent", async () => {
    const { wire } = await load(shapes);
    expect(wire.is("Input", { Name: "a", Note: undefined, Unknown: undefined })).toBe(true);
  });
});

describe("unions", () => {
  const shapes = [
    shape("structure", "Input", [member("U", "U")]),
    shape("union", "U", [member("a", "String"), member("b", "Integer"), member("none", "Unit")]),
  ];

  it.each<[value: object, strict: boolean, read: boolean]>([
    [{ a: "x" }, true, true],
    [{ none: {} }, true, true],
    [{ a: "x", b: undefined }, true, true],
    [{ a: "x", b: null }, false, true],
    [{ a: "x", __type: "t" }, false, true],
    [{ newer: {} }, false, true],
    [{ a: null }, false, false],
    [{}, false, false],
    [{ a: "x", b: 1 }, false, false],
    [{ a: "x", newer: 1 }, false, false],
    [{ a: 1 }, false, false],
  ])("take %j strictly: %s, tolerantly: %s", async (value, strict, read) => {
    const { wire } = await load(shapes);
    expect(wire.validate("U", value).ok).toBe(strict);
    expect(wire.is("U", value)).toBe(strict);
    expect(wire.read("U", value).ok).toBe(read);
    expect(wire.read("Input", { U: value }).ok).toBe(read);
  });
});

it("no alternative of a union has to be set", async () => {
  const required = { ...member("a", "String"), traits: { "smithy.api#required": {} } };
  const { wire } = await load([
    shape("structure", "Input", [member("U", "U")]),
    shape("union", "U", [required, member("b", "Integer")]),
  ]);
  expect([{ b: 1 }, { a: "x" }, {}].map((value) => wire.is("U", value))).toEqual([true, true, false]);
});

describe("hostile names and values", () => {
  const names = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    'a"b',
    "*/ alert(1)",
    "\u2028",
    "\n",
    "`$",
    "é",
  ];

  it("are members like any other", async () => {
    const shapes = [
      shape(
        "structure",
        "Input",
        names.map((name) => member(name, "String")),
      ),
    ];
    const { wire } = await load(shapes);
    expect(wire.is("Input", {})).toBe(true);
    const own = (name: string, value: unknown) =>
      JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);
    for (const name of names) {
      expect(wire.is("Input", own(name, "text")), name).toBe(true);
      expect(wire.is("Input", own(name, 1)), name).toBe(false);
    }
  });

  it("are required like any other, though every object inherits some", async () => {
    const shapes = [
      shape(
        "structure",
        "Input",
        names.map((name) => member(name, "Document", { required: {} })),
      ),
    ];
    const result = (await load(shapes)).wire.validate("Input", {});
    expect(result.ok || result.errors).toHaveLength(names.length);
  });

  it("are enum values like any other", async () => {
    for (const values of [names, [...names, ..."abcdefghij"]]) {
      const { wire } = await load([shape("structure", "Input", [member("E", "E")]), enumOf("E", values)]);
      expect(values.every((value) => wire.is("E", value))).toBe(true);
      expect(["valueOf", "", "x"].some((value) => wire.is("E", value))).toBe(false);
    }
  });

  it("never become names of properties that are looked up", async () => {
    const shapes = [
      shape("structure", "Input", [member("Map", "Map")]),
      shape("map", "Map", [member("key", "String"), member("value", "String")]),
    ];
    const { wire } = await load(shapes);
    const value = JSON.parse('{"Map":{"__proto__":"a","constructor":null}}');
    const read = wire.read("Input", value);
    expect(read.ok && JSON.stringify(read.value)).toBe('{"Map":{"__proto__":"a"}}');
  });

  it("give files that load, whatever the model holds", async () => {
    const services = arbitraryModel({ maxShapes: 12 }).filter((model) => findServices(model).length > 0);
    await fc.assert(
      fc.asyncProperty(services, async (model) => {
        const [service] = findServices(model);
        await loadValidators(emitValidators(model, { service: service! }).files);
      }),
      { numRuns: 20 },
    );
  });
});

describe("hostile values", () => {
  const tree = [
    shape("structure", "Input", [member("Tree", "Tree")]),
    shape("structure", "Tree", [member("Children", "Trees"), member("Value", "Document")]),
    shape("list", "Trees", [member("member", "Tree")]),
  ];

  function nest(depth: number): unknown {
    let value: unknown = {};
    for (let level = 0; level < depth; level++) value = { Children: [value] };
    return value;
  }

  it("cannot exhaust the stack through a recursive shape", async () => {
    const { wire } = await load(tree);
    expect(wire.is("Tree", nest(100))).toBe(true);
    const result = wire.validate("Tree", nest(50_000));
    expect(result).toMatchObject({ ok: false, errors: [{ keyword: "depth" }] });
    expect(wire.read("Input", { Tree: { Children: [nest(50_000)] } })).toMatchObject({ ok: false });
  });

  it("cannot make errors without end", async () => {
    const { wire } = await load(tree);
    const result = wire.validate("Tree", {
      Children: Array.from({ length: 100_000 }, () => ({ Children: 1, x: 2 })),
    });
    expect(result.ok || result.errors).toHaveLength(100);
  });

  it("never meet a pattern where they are too long for it", async () => {
    const shapes = [
      shape("structure", "Input", [member("S", "S")]),
      simple("string", "S", { length: { max: 5 }, pattern: "^[ab]*$" }),
    ];
    const { wire } = await load(shapes);
    const result = wire.validate("S", `${"ab".repeat(50_000)}!`);
    expect(result.ok || result.errors.map(({ keyword }) => keyword)).toEqual(["length"]);
  });
});

describe("sensitive shapes", () => {
  it("never show their values or keys, at any depth", async () => {
    const shapes = [
      shape("structure", "Input", [
        member("Secret", "Secret"),
        member("ByKey", "ByKey"),
        member("Pin", "Pin"),
      ]),
      shape("structure", "Secret", [member("Map", "Map"), member("Level", "Level"), member("Deep", "Deep")], {
        sensitive: {},
      }),
      shape("structure", "Deep", [member("Secret", "Secret"), member("Map", "Map")]),
      shape("map", "Map", [member("key", "String"), member("value", "Level")]),
      shape("map", "ByKey", [member("key", "Key"), member("value", "Integer")]),
      simple("string", "Key", { sensitive: {} }),
      enumOf("Level", ["low"]),
      simple("string", "Pin", { sensitive: {}, pattern: "^[0-9]{4}$" }),
    ];
    const { wire } = await load(shapes);
    const told = { hunter2: "hunter2", other: 4815162342 };
    const value = {
      Secret: { Map: told, Level: "hunter2", Deep: { Map: told } },
      ByKey: { hunter2: "hunter2" },
      Pin: "hunter2",
    };
    const strict = wire.validate("Input", value);
    const read = wire.read("Input", {
      Secret: { Map: { hunter2: "hunter2" }, Deep: { Map: { hunter2: "hunter2" } } },
    });
    expect(strict.ok || strict.errors.length).toBe(7);
    expect(read.ok && read.drift).toHaveLength(2);
    expect(JSON.stringify([strict, read.ok && read.drift])).not.toMatch(/hunter2|4815162342/);
  });
});

describe("forms", () => {
  const shapes = [
    shape("structure", "Input", [
      member("At", "Timestamp"),
      member("Body", "Blob"),
      member("Share", "Double"),
      member("Token", "String", { required: {}, idempotencyToken: {} }),
      member("Named", "String", { jsonName: "named" }),
      member("Plain", "Plain"),
    ]),
    shape("structure", "Plain", [member("A", "String")]),
  ];

  it("differ in timestamps, blobs, numbers JSON does not have, and tokens clients fill in", async () => {
    const { wire, sdk } = await load(shapes);
    const json = { At: 1660780800, Body: "Zm9v", Share: "NaN", Token: "t" };
    const program = { At: new Date(0), Body: new Uint8Array(1), Share: Number.NaN };
    expect([wire.is("Input", json), sdk.is("Input", json)]).toEqual([true, false]);
    expect([wire.is("Input", program), sdk.is("Input", program)]).toEqual([false, true]);
  });

  it("have one compiled check where they are the same", () => {
    const { model, service } = bindInput(shapes);
    const { files } = emitValidators(model, { service });
    const text = files.map((file) => file.text).join("");
    expect(text.match(/function check(Plain|Input)\b[$\w]*/g)?.sort()).toEqual([
      "function checkInput$sdk",
      "function checkInput$wire",
      "function checkPlain",
    ]);
  });

  it("use @jsonName where the protocol does", async () => {
    const rest = await load(shapes, { "aws.protocols#restJson1": {} });
    expect(rest.wire.is("Input", { Token: "t", named: "a" })).toBe(true);
    expect(rest.wire.is("Input", { Token: "t", Named: "a" })).toBe(false);
    expect(rest.sdk.is("Input", { Named: "a" })).toBe(true);
    expect((await load(shapes)).wire.is("Input", { Token: "t", Named: "a" })).toBe(true);
  });

  it("take any value for a stream on the wire", async () => {
    const { wire } = await load([
      shape("structure", "Input", [member("Body", "Body"), member("Events", "Events")]),
      simple("blob", "Body", { streaming: {} }),
      shape("union", "Events", [member("a", "String")], { streaming: {} }),
    ]);
    expect(wire.is("Input", { Body: { pipe() {} }, Events: [] })).toBe(true);
  });
});

describe("traits of a member", () => {
  it("hold in place of its target's", async () => {
    const { wire } = await load([
      shape("structure", "Input", [
        member("Short", "Text", { length: { max: 2 } }),
        member("Long", "Text", { length: { max: 9 } }),
        member("At", "Timestamp", { timestampFormat: "date-time" }),
      ]),
      simple("string", "Text", { length: { max: 5 } }),
    ]);
    expect(wire.is("Input", { Short: "abc" })).toBe(false);
    expect(wire.is("Input", { Long: "abcdefg" })).toBe(true);
    expect(wire.is("Text", "abcdefg")).toBe(false);
    expect(wire.is("Input", { At: "2022-08-18T00:00:00Z" })).toBe(true);
    expect(wire.is("Input", { At: 0 })).toBe(false);
  });
});

describe("output", () => {
  it("is the same whatever the order of shapes, and the same each time", () => {
    const model = authEventsModel(AUTH_EVENTS_VALUES.after);
    const reversed = createModel([...model.shapes.values()].reverse());
    const [service] = findServices(model);
    const first = emitValidators(model, { service: service! });
    expect(emitValidators(reversed, { service: service! })).toEqual(first);
    expect(emitValidators(model, { service: service! })).toEqual(first);
  });

  it("holds no code that makes code, and imports nothing but the runtime and its own files", () => {
    for (const { text } of emitAuthEvents().files) {
      expect(text).not.toMatch(/\brequire\s*\(|\beval\s*\(|\bFunction\s*\(/);
      const sources = [...text.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
      expect(
        sources.filter((from) => !from?.startsWith(".") && !from?.startsWith("@shapelog/runtime")),
      ).toEqual([]);
    }
  });

  it("has functions for what is a structure or has constraints, and reports each pattern that is left out once", () => {
    const evil: Shape = simple("string", "Evil", { pattern: "^(.*)-\\1$" });
    const { model, service } = bindInput([
      shape("structure", "Input", [member("A", "Evil"), member("B", "Evil"), member("C", "Plains")]),
      evil,
      simple("string", "Plain"),
      shape("list", "Plains", [member("member", "Plain")]),
    ]);
    const { files, diagnostics } = emitValidators(model, { service });
    const text = files.map((file) => file.text).join("");
    expect([...text.matchAll(/const validate(\w+)/g)].map(([, name]) => name).sort()).toEqual([
      ...["Evil", "Evil", "Input", "Input"],
    ]);
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ["emit/pattern-refused", expect.objectContaining({ shape: "test#Evil", pattern: "^(.*)-\\1$" })],
    ]);
  });

  it("is made for a service without operations too", async () => {
    const service = { ...bindInput([]).service, operations: [] };
    const { files, diagnostics } = emitValidators(createModel([service]), { service });
    expect(diagnostics).toEqual([]);
    await loadValidators(files);
  });
});
