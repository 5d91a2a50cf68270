import { isJsonObject, type JsonValue } from "@shapelog/json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBotocore, readBotocoreRevision } from "./read-botocore.js";

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

const full = (file: Fields) => {
  const { model, diagnostics } = readBotocore({ file: "m.json", text: JSON.stringify(file) });
  return { model, diagnostics };
};
const after = (files: readonly Fields[]) => {
  const [first, ...others] = files.map((value) => ({ file: "m.json", value }));
  const start = readBotocoreRevision(first ?? { file: "m.json", value: FILE });
  return others.reduce((previous, source) => readBotocoreRevision(source, previous), start);
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
    const { model, diagnostics } = after([FILE, edited, FILE, edited]);
    expect({ model, diagnostics }).toEqual(full(edited));
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
        const { model, diagnostics } = after(files);
        expect({ model, diagnostics }).toEqual(full(files.at(-1) ?? FILE));
      }),
    );
  });
});
