import { BOUND_LISTS, NAMED_LISTS } from "@shapelog/changes";
import { SIMPLE_KINDS } from "@shapelog/model";
import { LEDGER_FORMAT } from "./ledger.js";

const text = { type: "string" };
const texts = { type: "array", items: text };
const traits = { type: "object", propertyNames: { pattern: "#" } };
const index = { type: "integer", minimum: 0 };
const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const digest = { type: "string", pattern: "^sha256:[0-9a-f]{64}$" };

function object(properties: Record<string, unknown>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}

function list(items: object): object {
  return { type: "array", items };
}

function shape(kinds: readonly string[], fields: Record<string, unknown>): object {
  return object({ kind: { enum: kinds }, id: text, traits, mixins: texts, ...fields }, ["mixins"]);
}

const member = object({ name: text, target: text, traits });
const bindings = list(object({ name: text, target: text }));

const SHAPE = {
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: [
    shape(SIMPLE_KINDS, {}),
    shape(["enum", "intEnum", "list", "map", "structure", "union"], { members: list(member) }),
    shape(["operation"], { input: text, output: text, errors: texts }),
    shape(["resource"], {
      identifiers: bindings,
      properties: bindings,
      lifecycle: bindings,
      operations: texts,
      collectionOperations: texts,
      resources: texts,
    }),
    shape(["service"], {
      version: text,
      operations: texts,
      resources: texts,
      errors: texts,
      rename: list(object({ shape: text, name: text })),
    }),
  ],
};

function change(
  kinds: readonly string[],
  fields: Record<string, unknown>,
  optional: readonly string[] = [],
): object {
  return object({ kind: { enum: kinds }, ...fields }, optional);
}

const anything = {};
const shapeRef = { $ref: "#/$defs/shape" };
const value = { type: ["string", "number"] };
const bound = Object.keys(BOUND_LISTS);
const named = Object.keys(NAMED_LISTS);
const suffixed = (lists: readonly string[], ...endings: readonly string[]) =>
  lists.flatMap((name) => endings.map((ending) => `${name}.${ending}`));

const CHANGE = {
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: [
    change(["shape.added"], { shape: text, after: shapeRef }),
    change(["shape.removed"], { shape: text, before: shapeRef }),
    change(["shape.kind.changed"], { shape: text, before: shapeRef, after: shapeRef }),
    change(["member.added"], { shape: text, member: text, index, after: member }),
    change(["member.removed"], { shape: text, member: text, index, before: member }),
    change(["member.target.changed"], { shape: text, member: text, before: text, after: text }),
    change(["members.reordered", "mixins.changed", ...suffixed([...bound, ...named], "reordered")], {
      shape: text,
      before: texts,
      after: texts,
    }),
    change(["enum.value.added"], { shape: text, member: text, value, index, after: member }),
    change(["enum.value.removed"], { shape: text, member: text, value, index, before: member }),
    change(["enum.value.renamed"], { shape: text, value, before: text, after: text }),
    change(["trait.added"], { shape: text, member: text, trait: text, after: anything }, ["member"]),
    change(["trait.removed"], { shape: text, member: text, trait: text, before: anything }, ["member"]),
    change(["trait.changed"], { shape: text, member: text, trait: text, before: anything, after: anything }, [
      "member",
    ]),
    change(["operation.input.changed", "operation.output.changed", "service.version.changed"], {
      shape: text,
      before: text,
      after: text,
    }),
    change(suffixed(bound, "added", "removed"), { shape: text, index, target: text }),
    change(suffixed(named, "added", "removed"), { shape: text, index, name: text, target: text }),
    change(suffixed(named, "changed"), { shape: text, name: text, before: text, after: text }),
    change(["metadata.added"], { key: text, after: anything }),
    change(["metadata.removed"], { key: text, before: anything }),
    change(["metadata.changed"], { key: text, before: anything, after: anything }),
  ],
};

/** The JSON Schema (2020-12) of one revision file of a ledger. */
export const REVISION_SCHEMA: object = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://shapelog.dev/schema/ledger-revision-1.json",
  title: "Shapelog ledger revision",
  ...object(
    {
      format: { const: LEDGER_FORMAT },
      service: { type: "string", minLength: 1 },
      date: day,
      source: object({ name: text, version: text, commit: text }, ["version", "commit"]),
      note: text,
      vendor: object({ source: text, version: text, file: text, text }, ["version", "file", "text"]),
      forced: text,
      accepted: list(object({ finding: text, because: text, by: text, date: day }, ["by", "date"])),
      before: { anyOf: [digest, { type: "null" }] },
      after: digest,
      changes: list({ $ref: "#/$defs/change" }),
      seal: object({ whole: digest, parts: { type: "object", additionalProperties: text } }),
    },
    ["source", "note", "vendor", "forced", "accepted", "seal"],
  ),
  $defs: { shape: SHAPE, change: CHANGE },
};
