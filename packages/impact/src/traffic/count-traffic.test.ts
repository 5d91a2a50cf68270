import { compareModels } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { countTraffic } from "./count-traffic.js";

const REST = `
@aws.api#service(sdkId: "Thing Store", endpointPrefix: "things")
@aws.protocols#restJson1
service Things { version: "1", operations: [GetThing, ListThings, DeleteThing] }
@http(method: "GET", uri: "/things/{id}") @readonly
operation GetThing { input := { @required @httpLabel id: String }, output := { color: Color }, errors: [Gone] }
@http(method: "GET", uri: "/things?list") @readonly
operation ListThings { output := { colors: Colors } }
@http(method: "DELETE", uri: "/things/{id+}") @idempotent
operation DeleteThing { input := { @required @httpLabel id: String } }
list Colors { member: Color }
@error("client") @httpError(410)
structure Gone { message: String }
`;
const OLD = `${REST}enum Color {\n RED = "red"\n BLUE = "blue"\n}\n`;
const NEW = `${REST.replace(", errors: [Gone]", "")}enum Color {\n RED = "red"\n}\n`;

async function* stream(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`;
}

function count(...records: readonly (object | string)[]) {
  const [before, after] = [OLD, NEW].map((text) => ({ label: "model", model: modelOf(text) }));
  const comparison = compareModels(before!, after!);
  const lines = records.map((record) => (typeof record === "string" ? record : JSON.stringify(record)));
  return countTraffic(stream(lines), [comparison]);
}

const event = (eventName: string, more: object = {}) => ({
  ...{ eventSource: "things.amazonaws.com", eventTime: "2026-11-02T00:00:00Z", eventName },
  ...more,
});

async function trafficOf(rule: string, ...records: readonly (object | string)[]) {
  const counted = await count(...records);
  return counted.comparisons[0]?.findings.find((finding) => finding.rule === rule)?.traffic;
}

describe("traffic", () => {
  it("is counted for the operation that an event names, with the version of its API behind it", async () => {
    const { used, calls } = await count(event("GetThing"), event("GetThing20150331v2"), event("GetOther"));
    expect(used.map((each) => [...each])).toEqual([["example#GetThing"]]);
    expect(calls).toBe(2);
  });

  it("is of the service that is compared", async () => {
    const { records, calls } = await count(event("GetThing", { eventSource: "others.amazonaws.com" }));
    expect({ records, calls }).toEqual({ records: 1, calls: 0 });
  });

  it("tells of values at their places, where members begin in lower or upper case", async () => {
    const found = await trafficOf(
      "response.enum.value-removed",
      event("GetThing", { responseElements: { color: "blue" } }),
      event("ListThings", { responseElements: { colors: ["blue", "red", "blue"] } }),
      event("GetThing", { responseElements: { name: "blue" } }),
    );
    expect(found).toMatchObject({
      calls: { count: 3 },
      told: 3,
      values: [{ value: "blue", count: 2 }],
      used: true,
    });
  });

  it("says nothing of values where no body is recorded", async () => {
    const found = await trafficOf(
      "response.enum.value-removed",
      event("GetThing", { responseElements: null }),
    );
    expect(found).toEqual({ calls: { count: 1, last: "2026-11-02" }, told: 0, used: true });
  });

  it("counts errors by their names", async () => {
    const found = await trafficOf(
      "operation.error.removed",
      event("GetThing", { errorCode: "Gone" }),
      event("GetThing", { errorCode: "AccessDenied" }),
    );
    expect(found?.met).toEqual({ count: 1, last: "2026-11-02" });
  });

  it("finds operations by the addresses of an access log, the more special first", async () => {
    const line = (request: string) =>
      `203.0.113.7 - ada [02/Nov/2026:10:00:00 +0000] "${request} HTTP/1.1" 200 12 "-" "curl/8"`;
    const { used, last } = await count(
      line("GET /things?list&page=2"),
      line("DELETE /things/a/b"),
      line("GET /other"),
      line("POST /things/a"),
    );
    expect([...used[0]!].sort()).toEqual(["example#DeleteThing", "example#ListThings"]);
    expect(last).toBe("2026-11-02");
  });

  it("counts what is no record, and shows the beginning of the first", async () => {
    const { malformed, firstMalformed, records } = await count(
      "{",
      event("GetThing"),
      "[]",
      `{"eventName": 3}`,
    );
    expect({ malformed, firstMalformed, records }).toEqual({ malformed: 3, firstMalformed: "{", records: 1 });
  });

  it("takes no name of a prototype for a member", async () => {
    const found = await trafficOf(
      "response.enum.value-removed",
      event("GetThing", { responseElements: [] }),
      event("constructor"),
    );
    expect(found?.told).toBe(0);
  });
});
