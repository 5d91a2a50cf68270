import { expect, it } from "vitest";
import { findChanges, indexChanges } from "./find-changes.mjs";
import { findMissing } from "./find-missing.mjs";

const OLD = {
  version: "2.0",
  metadata: {
    serviceId: "S",
    apiVersion: "1",
    endpointPrefix: "s",
    protocol: "rest-json",
    signatureVersion: "v4",
  },
  operations: {
    Get: {
      name: "Get",
      http: { method: "POST", requestUri: "/{x}" },
      input: { shape: "In" },
      errors: [{ shape: "No" }],
    },
  },
  shapes: {
    In: {
      type: "structure",
      required: ["a"],
      members: {
        a: { shape: "Text", location: "uri", locationName: "x" },
        b: { shape: "Color" },
        c: { shape: "Text" },
      },
    },
    Text: { type: "string", pattern: "^a+$", max: 5 },
    Color: { type: "string", enum: ["red", "blue"] },
    No: { type: "structure", members: {}, exception: true },
  },
};

/** @param {(file: any) => void} edit */
function compare(edit) {
  const now = structuredClone(OLD);
  edit(now);
  return findMissing({ path: "service-2.json", old: JSON.stringify(OLD), now: JSON.stringify(now) });
}

it("finds a change and a finding for whatever differs", () => {
  const { differences, missing } = compare((file) => {
    file.metadata.serviceFullName = "Something";
    file.operations.Get.errors = [];
    file.operations.Get.odd = 1;
    file.operations.Put = { name: "Put", http: { method: "PUT", requestUri: "/" } };
    file.shapes.In.required = ["c"];
    file.shapes.In.members.b.documentation = "Text.";
    file.shapes.In.members.c.shape = "Color";
    file.shapes.Text.pattern = "b+";
    delete file.shapes.Text.max;
    file.shapes.Color.enum = ["red", "green"];
  });
  expect({ differences, missing }).toEqual({ differences: 12, missing: [] });
});

it("says why files that differ say the same", () => {
  const { same, missing } = compare((file) => {
    file.metadata.protocols = ["rest-json"];
    file.shapes.Text.pattern = "a+";
    file.shapes.No.required = [];
    file.operations.Get.errors[0].exception = true;
    file.operations.Get.http.requestUri = "/{y}";
    file.shapes.In.members.a.locationName = "y";
  });
  expect(missing).toEqual([]);
  expect([...same.keys()].sort()).toEqual([
    "a reference repeats what its error says",
    "an empty list or object",
    "anchors that are taken for granted",
    "labels under other names",
    "metadata that follow from others",
  ]);
});

it("takes no change of another place, trait or value for one of this", () => {
  const changes = indexChanges([
    { kind: "trait.removed", shape: "a#Text", trait: "smithy.api#pattern", before: "^a+$" },
    { kind: "enum.value.removed", shape: "a#Color", member: "red", value: "red", index: 0, before: MEMBER },
    { kind: "member.target.changed", shape: "a#In", member: "a", before: "a#Text", after: "a#Color" },
  ]);
  const speaks = (/** @type {string[]} */ ...path) =>
    findChanges({ path, old: 1, now: undefined }, changes, ["S"]).length > 0;
  expect(speaks("shapes", "Text", "pattern")).toBe(true);
  expect(speaks("shapes", "Text", "max")).toBe(false);
  expect(speaks("shapes", "Other", "pattern")).toBe(false);
  expect(speaks("shapes", "Color", "enum", "red")).toBe(true);
  expect(speaks("shapes", "Color", "enum", "blue")).toBe(false);
  expect(speaks("shapes", "In", "members", "a", "shape")).toBe(true);
  expect(speaks("shapes", "In", "members", "b", "shape")).toBe(false);
  expect(speaks("shapes", "In", "members", "a")).toBe(false);
});

const MEMBER = { name: "red", target: "smithy.api#Unit", traits: {} };
