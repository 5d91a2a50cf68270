import { expectLinear } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { load, member, shape, simple } from "./build-service.js";

const shapes = [
  shape("structure", "Input", [
    member("Text", "String"),
    member("List", "List"),
    member("Map", "Map"),
    member("Tree", "Tree"),
    member("Trees", "Trees"),
    member("Choice", "Choice"),
    member("Free", "Document"),
    member("Long", "Long"),
    member("Words", "Words"),
  ]),
  shape("list", "List", [member("member", "Leaf")], { uniqueItems: {} }),
  shape("structure", "Leaf", [member("a", "Document"), member("b", "Document")]),
  shape("map", "Map", [member("key", "String"), member("value", "Integer")]),
  shape("structure", "Tree", [member("Left", "Tree"), member("Right", "Tree"), member("All", "Trees")]),
  shape("list", "Trees", [member("member", "Tree")]),
  shape("union", "Choice", [member("x", "String"), member("y", "Tree")]),
  simple("string", "Words", { pattern: "^(?:ab|c)*$" }),
];

type Form = "wire" | "sdk";
const FORMS: readonly Form[] = ["wire", "sdk"];

const throwing = (name: string) =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get() {
      throw new Error("hunter2");
    },
  });

const fail = (): never => {
  throw new Error("hunter2");
};

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const TRAPS = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"] as const;

describe.each(FORMS)("validators of the form %s", (form) => {
  it.each<[string, unknown]>([
    ["a getter that throws", throwing("Text")],
    ["a getter below that throws", { Choice: throwing("x") }],
    ["an unknown getter that throws", throwing("Other")],
    ["a revoked proxy", revoked({})],
    ["a revoked proxy of a list", { List: revoked([]) }],
    ["a revoked proxy in a document that is compared", { List: [{ a: revoked({}) }, { a: 1 }] }],
    ["an item that throws", { List: throwing("0") }],
    ["a proxy that throws throughout", new Proxy({}, Object.fromEntries(TRAPS.map((trap) => [trap, fail])))],
    ["text that is too long for the engine", { Words: `${"ab".repeat(8_000_000)}!` }],
  ])("never throw: %s", async (_, value) => {
    const { validate, read, is } = (await load(shapes))[form];
    for (const result of [validate("Input", value), read("Input", value)]) {
      if (!result.ok) expect(result.errors[0].message).not.toContain("hunter2");
    }
    expect([validate("Input", value).ok, is("Input", value)]).toEqual([false, false]);
  });

  it.each(TRAPS)("never throw: a proxy whose trap %s does, at any place", async (trap) => {
    const { validate, read, is } = (await load(shapes))[form];
    const proxy = new Proxy({ x: "a" }, { [trap]: fail });
    for (const name of ["Text", "List", "Map", "Tree", "Trees", "Choice", "Free", "Long", "Words", "Other"]) {
      for (const value of [proxy, { [name]: proxy }, { [name]: [proxy, proxy] }]) {
        for (const call of [validate, read, is]) expect(() => call("Input", value)).not.toThrow();
      }
    }
  });

  it("find an end of values that hold themselves", async () => {
    const { validate, read } = (await load(shapes))[form];
    const tree: Record<string, unknown> = {};
    Object.assign(tree, { Left: tree, Right: tree, All: [tree, tree] });
    for (const result of [validate("Input", { Tree: tree }), read("Input", { Trees: [tree, tree] })]) {
      expect(result.ok || result.errors.map(({ keyword }) => keyword)).toContain("depth");
    }
    const leaf: Record<string, unknown> = {};
    Object.assign(leaf, { a: leaf, b: leaf });
    const other = { a: leaf, b: leaf };
    expect(validate("Input", { List: [leaf, other, { a: 1 }] }).ok).toBe(true);
    expect(validate("Input", { List: [leaf, { a: 1 }, { a: 1 }] }).ok).toBe(false);
  });

  it("take values that nest deeper than any stack", async () => {
    const { validate, read } = (await load(shapes))[form];
    let tree: unknown = {};
    for (let depth = 0; depth < 200_000; depth++) tree = { Left: tree };
    for (const value of [{ Tree: tree }, { Trees: [tree] }]) {
      for (const result of [validate("Input", value), read("Input", value)])
        expect(result.ok || result.errors.map(({ keyword }) => keyword)).toEqual(["depth"]);
    }
    expect(validate("Input", { Free: tree }).ok).toBe(true);
    expect(validate("Input", { List: [{ a: tree }, { a: tree }] }).ok).toBe(true);
  });

  it("compare items that share parts in time that grows with the parts", async () => {
    const { validate } = (await load(shapes))[form];
    expectLinear(
      (size) => {
        let shared: unknown = { a: 1 };
        for (let depth = 0; depth < 100; depth++) shared = { a: shared, b: shared };
        validate("Input", { List: Array.from({ length: size }, (_, index) => ({ a: shared, b: index })) });
      },
      { size: 20_000 },
    );
  });

  it("leave prototypes alone", async () => {
    const { validate, read } = (await load(shapes))[form];
    const value = JSON.parse(
      '{"__proto__":{"polluted":1},"Map":{"__proto__":null,"constructor":null,"a":1},"Text":null}',
    );
    expect(validate("Input", value).ok).toBe(false);
    const result = read("Input", value);
    expect(result).toMatchObject({ ok: true, drift: [{ path: "__proto__", kind: "unknown-member" }] });
    const kept = result.ok ? (result.value as { Map: object }) : { Map: {} };
    expect(Object.keys(kept.Map)).toEqual(["a"]);
    expect([Object.getPrototypeOf(kept), Object.getPrototypeOf(kept.Map)]).toEqual([
      Object.prototype,
      Object.prototype,
    ]);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("what is below something sensitive", () => {
  const secret = [
    shape("structure", "Input", [
      member("Secret", "Secret"),
      member("Union", "SecretUnion"),
      member("List", "SecretList"),
      member("Member", "Plain", { sensitive: {} }),
      member("ByKey", "ByKey"),
    ]),
    shape(
      "structure",
      "Secret",
      [
        member("Pin", "Pin", { required: {} }),
        member("Kind", "Kind"),
        member("Plain", "Plain"),
        member("Choice", "Choice"),
        member("Map", "Map"),
        member("Again", "Secret"),
      ],
      { sensitive: {} },
    ),
    shape("union", "SecretUnion", [member("a", "String"), member("b", "Plain")], { sensitive: {} }),
    shape("list", "SecretList", [member("member", "Plain")], { sensitive: {}, uniqueItems: {} }),
    shape("structure", "Plain", [member("Name", "Pin"), member("Kind", "Kind"), member("Time", "Timestamp")]),
    shape("union", "Choice", [member("a", "Pin"), member("b", "Pin")]),
    shape("map", "Map", [member("key", "Pin"), member("value", "Plain")]),
    shape("map", "ByKey", [member("key", "Key"), member("value", "Pin")]),
    simple("string", "Key", { sensitive: {} }),
    simple("string", "Pin", { pattern: "^[a-z]*$", length: { max: 6 } }),
    shape("enum", "Kind", [
      { name: "LOW", target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "low" } },
    ]),
  ];
  const wrong = { hunter2: 4815162342, Name: "hunter2", Kind: "hunter2", Time: "hunter2" };
  const value = {
    Secret: {
      hunter2: "hunter2",
      Pin: "hunter2",
      Kind: "hunter2",
      Plain: wrong,
      Choice: { a: "hunter2", b: "hunter2", hunter2: 1 },
      Map: { hunter2: wrong },
      Again: { hunter2: 1, Kind: "hunter2" },
    },
    Union: { a: 4815162342, b: wrong, hunter2: 1 },
    List: [wrong, wrong],
    Member: wrong,
    ByKey: { hunter2: "hunter2" },
  };

  it.each(FORMS)("is not told by validators of the form %s: no value, no name, no place", async (form) => {
    const { validate, read } = (await load(secret))[form];
    const drifting = {
      Secret: { Pin: "a", hunter2: 1, Kind: "hunter2", Plain: { hunter2: 1 } },
      Member: { hunter2: 1 },
    };
    const results = [validate("Input", value), read("Input", value), read("Input", drifting)];
    const told = results.flatMap((result): readonly { path: string }[] => {
      if (!result.ok) return result.errors;
      return "drift" in result ? (result.drift as { path: string }[]) : []; // of a tolerant reader
    });
    expect(JSON.stringify(told)).not.toMatch(/hunter2|4815162342/);
    const paths = told.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect(path).toMatch(/^(?:Secret|Union|List|Member|ByKey)(?:\[\*\])*$/);
  });

  it("still has nulls taken out of it", async () => {
    const { wire } = await load(secret);
    const read = wire.read("Input", {
      Secret: { Pin: "a", Kind: null, Plain: { Name: null } },
      List: [null, {}],
    });
    expect(read).toEqual({ ok: true, value: { Secret: { Pin: "a", Plain: {} }, List: [{}] }, drift: [] });
  });
});
