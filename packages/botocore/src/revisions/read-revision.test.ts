import { isJsonObject, type JsonValue } from "@shapelog/json";
import type { ReadResult } from "@shapelog/model";
import { deriveMap, findChangedKeys } from "@shapelog/model/revisions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBeside } from "../read-beside.js";
import { readBotocore } from "../read-botocore.js";
import { type Section, sectionOf } from "../reading.js";
import { type BotocoreRevision, readBotocoreRevision } from "./read-revision.js";

type Fields = { readonly [key: string]: JsonValue };

const FILE: Fields = {
  metadata: { serviceId: "Events", protocol: "rest-xml", apiVersion: "2020-01-01", endpointPrefix: "events" },
  operations: {
    Put: {
      name: "Put",
      http: { method: "PUT", requestUri: "/{Key}" },
      input: { shape: "PutIn" },
      output: { shape: "Out" },
    },
    Get: { name: "Get", http: { method: "GET", requestUri: "/" }, errors: [{ shape: "Oops" }] },
  },
  shapes: {
    PutIn: {
      type: "structure",
      members: {
        Id: { shape: "Text", location: "uri", locationName: "Key" },
        Body: { shape: "Data", streaming: true },
        Tags: { shape: "Tags" },
      },
      payload: "Body",
    },
    Out: {
      type: "structure",
      members: { Tags: { shape: "Tags" }, Data: { shape: "Data" }, Kind: { shape: "Kind" } },
    },
    Oops: { type: "structure", members: {}, exception: true },
    Tags: { type: "list", member: { shape: "Text", locationName: "Tag" }, flattened: true },
    Kind: { type: "string", enum: ["a", "b"] },
    Data: { type: "blob" },
    Text: { type: "string" },
    // So many that a revision shares them with the one before.
    ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`Other${index}`, { type: "string" }])),
  },
};

/** Returns a copy with a value put at a path, or taken away; all else is shared. */
function edit(file: Fields, [key = "", ...rest]: readonly string[], value: JsonValue | undefined): Fields {
  if (rest.length > 0) {
    const inner = Object.hasOwn(file, key) ? file[key] : undefined;
    return isJsonObject(inner) ? { ...file, [key]: edit(inner, rest, value) } : file;
  }
  const { [key]: _, ...others } = file;
  return value === undefined ? others : { ...file, [key]: value };
}

const plain = ({ model, diagnostics }: ReadResult) => ({
  model: { ...model, shapes: new Map(model.shapes) },
  diagnostics,
});
const full = (file: Fields) => plain(readBotocore({ file: "m.json", text: JSON.stringify(file) }));
const after = (files: readonly Fields[]) => {
  const [first = FILE, ...others] = files;
  const start = readBotocoreRevision({ file: "m.json", value: first });
  return others.reduce((previous, value) => readBotocoreRevision({ file: "m.json", value }, previous), start);
};
/** Reads revisions whose sections are cut out, each derived from the one before. */
const afterCut = (files: readonly Fields[]) => {
  let sections: ReadonlyMap<string, Section> = new Map();
  let previous: ReturnType<typeof readBotocoreRevision> | undefined;
  for (const value of files) {
    const known = sections;
    const cut = (name: string) => {
      const object = value[name];
      const section = sectionOf(isJsonObject(object) ? object : {});
      const before = known.get(name)?.entries ?? new Map();
      const keys = findChangedKeys(before, section.entries);
      const changes = [...keys].map((key) => [key, section.entries.get(key)] as const);
      return { names: section.names, entries: deriveMap(before, new Map(changes)) };
    };
    sections = new Map(["shapes", "operations"].map((name) => [name, cut(name)]));
    const rest = { ...value, shapes: {}, operations: {} };
    previous = readBotocoreRevision({ file: "m.json", value: rest, sections }, previous);
  }
  return previous ?? after([]);
};

const EDITS: readonly (readonly [name: string, path: readonly string[], value: JsonValue | undefined])[] = [
  ["a new value", ["shapes", "Kind", "enum"], ["a", "b", "c"]],
  ["a target that is flattened no more", ["shapes", "Tags", "flattened"], undefined],
  ["an element's name", ["shapes", "Tags", "member"], { shape: "Text", locationName: "T" }],
  [
    "a target of another type",
    ["shapes", "Tags"],
    { type: "map", key: { shape: "Text" }, value: { shape: "Text" } },
  ],
  ["a target that is gone", ["shapes", "Text"], undefined],
  [
    "a blob that all members stream",
    ["shapes", "Out", "members", "Data"],
    { shape: "Data", streaming: true },
  ],
  ["an input that is an output, too", ["operations", "Get", "output"], { shape: "PutIn" }],
  [
    "a label's wire name",
    ["shapes", "PutIn", "members", "Id"],
    { shape: "Text", location: "uri", locationName: "Key+" },
  ],
  [
    "an operation with the name of a shape",
    ["operations", "Kind"],
    { name: "Kind", http: { method: "GET", requestUri: "/k" } },
  ],
  ["an error with a code", ["shapes", "Oops", "error"], { code: "O", httpStatusCode: 400 }],
  ["another protocol", ["metadata", "protocol"], "json"],
  ["another service", ["metadata", "serviceId"], "Others"],
  ["a wrong type", ["shapes", "Text"], { type: "strong" }],
  ["a value listed twice", ["shapes", "Kind", "enum"], ["a", "a"]],
  ["a JSON value", ["shapes", "Out", "members", "Kind"], { shape: "Kind", jsonvalue: true }],
];

describe("readBotocoreRevision", () => {
  it.each(EDITS)("reads %s as the whole file says it", (_, path, value) => {
    const edited = edit(FILE, path, value);
    expect(edited).not.toEqual(FILE);
    const files = [FILE, edited, FILE, edited];
    expect(plain(after(files))).toEqual(full(edited));
    expect(plain(afterCut(files))).toEqual(full(edited));
  });

  it("takes over the shapes that stayed", () => {
    const first = after([FILE]);
    const second = readBotocoreRevision(
      { file: "m.json", value: edit(FILE, ["shapes", "Kind", "enum"], ["a"]) },
      first,
    );
    const changed = [...second.model.shapes.keys()].filter(
      (id) => first.model.shapes.get(id) !== second.model.shapes.get(id),
    );
    expect(changed).toEqual(["com.amazonaws.events#Kind"]);
  });

  it("reports what is wrong with a shape in every revision", () => {
    const broken = edit(FILE, ["shapes", "Text"], { type: "strong" });
    const codes = after([broken, edit(broken, ["shapes", "Kind", "enum"], ["a"])]).diagnostics.map(
      ({ code }) => code,
    );
    expect(codes).toContain("botocore/unknown-type");
  });

  it("reads what stands beside it, takes over the rest, and reports the same in every revision", () => {
    const waiting = (expected: string) => ({
      version: 2,
      waiters: {
        Got: {
          operation: "Get",
          delay: 1,
          maxAttempts: 2,
          acceptors: [{ state: "retry", matcher: "error", expected }],
        },
      },
    });
    const paging = { pagination: { Put: { input_token: "A", output_token: "B" }, Gone: {} } };
    const more = edit(FILE, ["operations", "Gone"], { name: "Gone" });
    const steps: readonly (readonly [file: Fields, beside: Record<string, JsonValue>])[] = [
      [FILE, {}],
      [FILE, { paginators: paging }],
      [more, { paginators: paging, waiters: waiting("E") }],
      [more, { paginators: paging, waiters: waiting("F") }],
      [edit(FILE, ["shapes", "Text"], { type: "strong" }), { waiters: waiting("F") }],
      [FILE, { waiters: waiting("F") }],
      [FILE, {}],
    ];
    const text = (file: string, value: JsonValue | undefined) =>
      value === undefined ? {} : { [file]: { file, text: JSON.stringify(value) } };
    let previous: BotocoreRevision | undefined;
    for (const [value, { paginators, waiters }] of steps) {
      const files = { ...text("paginators", paginators), ...text("waiters", waiters) };
      const options = { beside: readBeside(files) };
      const next = readBotocoreRevision({ file: "m.json", value }, previous, options);
      expect(plain(next)).toEqual(
        plain(readBotocore({ file: "m.json", text: JSON.stringify(value) }, files)),
      );
      const other = "com.amazonaws.events#Other1";
      if (previous?.read) expect(next.model.shapes.get(other)).toBe(previous.model.shapes.get(other));
      previous = next;
    }
  });

  it("reads any history as the whole files say it", () => {
    const edits = fc.array(
      fc.constantFrom(
        ...EDITS.flatMap(([, path, value]) => [
          [path, value] as const,
          [
            path,
            path.reduce<JsonValue | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), FILE),
          ] as const,
        ]),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        const files = [FILE];
        for (const [path, value] of list) files.push(edit(files.at(-1) ?? FILE, path, value));
        const expected = full(files.at(-1) ?? FILE);
        expect(plain(after(files))).toEqual(expected);
        expect(plain(afterCut(files))).toEqual(expected);
      }),
    );
  });
});
