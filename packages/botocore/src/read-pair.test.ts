import { findServices, trait } from "@shapelog/model";
import { expect, it } from "vitest";
import { readBotocorePair } from "./read-pair.js";

interface FileFacts {
  readonly metadata: Readonly<Record<string, string>>;
  readonly operations?: readonly string[];
}

const NAMES = { serviceFullName: "AWS Old Things", endpointPrefix: "things" };

function textOf({ metadata, operations = ["Get", "TagResource"] }: FileFacts) {
  const entries = operations.map((name) => [name, { name, http: { method: "POST", requestUri: "/" } }]);
  const fixed = { protocol: "query", apiVersion: "2020-01-01", ...metadata };
  return JSON.stringify({ metadata: fixed, operations: Object.fromEntries(entries), shapes: {} });
}

function readIds(before: FileFacts, after: FileFacts) {
  const read = readBotocorePair({
    before: { file: "before.json", text: textOf(before) },
    after: { file: "after.json", text: textOf(after) },
  });
  return [read.before, read.after].map(({ model }) => {
    const [service] = findServices(model);
    return [service?.id, service && trait(service, "aws.api#service")];
  });
}

const idOf = (sdkId: string, id: string) => [id, { sdkId, endpointPrefix: "things" }];

it.each<[string, FileFacts, FileFacts]>([
  ["the later file's", { metadata: NAMES }, { metadata: { ...NAMES, serviceId: "Things" } }],
  ["the earlier file's", { metadata: { ...NAMES, serviceId: "Things" } }, { metadata: NAMES }],
  [
    "what is worked out of the later file",
    { metadata: NAMES },
    { metadata: { ...NAMES, serviceAbbreviation: "Things" } },
  ],
])("reads two files, of which one states no id, by one: %s", (_, before, after) => {
  const things = idOf("Things", "com.amazonaws.things#Things");
  expect(readIds(before, after)).toEqual([things, things]);
});

it("keeps ids that both files state", () => {
  const ids = readIds(
    { metadata: { ...NAMES, serviceId: "Old" } },
    { metadata: { ...NAMES, serviceId: "New" } },
  );
  expect(ids).toEqual([idOf("Old", "com.amazonaws.old#Old"), idOf("New", "com.amazonaws.new#New")]);
});

it("keeps two services apart, which have an operation in common by accident", () => {
  const several = ["A", "B", "C", "D", "E", "TagResource"];
  const ids = readIds(
    { metadata: NAMES, operations: several.map((name) => (name === "TagResource" ? name : `${name}1`)) },
    { metadata: { ...NAMES, serviceId: "Others" }, operations: several },
  );
  expect(ids.map(([id]) => id)).toEqual(["com.amazonaws.oldthings#OldThings", "com.amazonaws.others#Others"]);
});
