import { expect, it } from "vitest";
import { createModel } from "./create-model.js";
import { findBlobPayload, holdsJson } from "./payloads.js";
import { NO_TRAITS, type Shape, type StructureShape, type Traits } from "./shape.js";

const blob = (name: string, traits: Traits = NO_TRAITS): Shape => ({ kind: "blob", id: `x#${name}`, traits });
const text = (mediaType?: string): Shape => ({
  kind: "string",
  id: "x#Text",
  traits: mediaType === undefined ? NO_TRAITS : { "smithy.api#mediaType": mediaType },
});
const model = createModel([blob("Blob"), blob("Stream", { "smithy.api#streaming": {} }), text()]);
const holding = (...members: readonly (readonly [target: string, traits?: Traits])[]): StructureShape => ({
  kind: "structure",
  id: "x#S",
  traits: NO_TRAITS,
  members: members.map(([target, traits = NO_TRAITS], index) => ({
    name: `m${index}`,
    target: `x#${target}`,
    traits,
  })),
});
const PAYLOAD = { "smithy.api#httpPayload": {} };

it.each([
  ["a streaming blob", holding(["Blob"], ["Stream"]), { name: "m1", kind: "stream" }],
  [
    "a streaming blob, before the body",
    holding(["Blob", PAYLOAD], ["Stream"]),
    { name: "m1", kind: "stream" },
  ],
  ["a blob that is the body", holding(["Blob"], ["Blob", PAYLOAD]), { name: "m1", kind: "bytes" }],
  ["no blob in the body", holding(["Blob"]), undefined],
  ["a text as the body", holding(["Text", PAYLOAD]), undefined],
])("finds %s", (_what, shape, expected) => {
  const found = findBlobPayload(model, shape);
  expect(found && { name: found.member.name, kind: found.kind }).toEqual(expected);
});

it("knows the media types of JSON", () => {
  const types = ["application/json", "application/geo+json", "text/plain", undefined];
  expect(types.map((type) => holdsJson(text(type)))).toEqual([true, true, false, false]);
});
