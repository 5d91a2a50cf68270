import { expect, it } from "vitest";
import { getShape } from "../../packages/model/dist/index.js";
import { loadModel } from "../../packages/smithy/dist/index.js";
import { toForm } from "./to-form.mjs";

const { model } = loadModel([
  {
    file: "model.smithy",
    text: `$version: "2.0"
namespace x
use aws.protocols#restJson1
@restJson1
service Main { version: "1", operations: [] }
structure Input {
    @jsonName("when")
    times: Times
    @httpHeader("Since")
    since: Timestamp
    bytes: Blob
    other: Map
}
list Times { member: Timestamp }
map Map { key: String, value: Blob }
`,
  },
]);
const service = /** @type {any} */ (getShape(model, "x#Main"));
const example = {
  times: ["2022-08-18T00:00:00Z", "1.660780800E9", 1660780800, "20220818T000000Z", "yesterday"],
  since: "2022-08-18",
  bytes: "ab",
  other: { key: "c", wrong: 5 },
  unknown: "d",
};

it("writes times, bytes and names as they are on the wire, and leaves what it cannot read", () => {
  expect(toForm({ model, service, form: "wire" }, "x#Input", example)).toEqual({
    when: [1660780800, 1660780800, 1660780800, 1660780800, "yesterday"],
    since: "Thu, 18 Aug 2022 00:00:00 GMT",
    bytes: "YWI=",
    other: { key: "Yw==", wrong: 5 },
    unknown: "d",
  });
});

it("makes what programs hold of times and bytes", () => {
  const time = new Date("2022-08-18T00:00:00Z");
  expect(toForm({ model, service, form: "sdk" }, "x#Input", example)).toEqual({
    times: [time, time, time, time, "yesterday"],
    since: time,
    bytes: new TextEncoder().encode("ab"),
    other: { key: new TextEncoder().encode("c"), wrong: 5 },
    unknown: "d",
  });
});
