import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { emitCase, textOf } from "./emit-case.js";

const CITY = `
use aws.protocols#restJson1
@restJson1 service Main { version: "1", operations: [PutCity, GetPicture] }
/// Puts it.
@http(method: "PUT", uri: "/cities/{id}")
operation PutCity { input: PutCityInput, output: PutCityOutput, errors: [Busy] }
structure PutCityInput {
  /// Which.
  @required @httpLabel id: Integer
  @httpQuery("kind") kind: Kind
  @httpQuery("level") level: Level
  @httpQuery("on") on: Booleans
  @httpQueryParams others: Strings
  @required @httpHeader("X-Since") since: Timestamp
  @httpPrefixHeaders("X-\`$\{Meta-") meta: Strings
  @required @jsonName("_name") name: String
}
structure PutCityOutput { @httpPayload city: City }
structure City { name: String }
@error("server") structure Busy { @httpHeader("Retry-After") after: Integer }
@http(method: "GET", uri: "/picture")
operation GetPicture { output: Picture }
structure Picture { @httpHeader("ETag") tag: String, @httpPayload bytes: Blob }
map Strings { key: String, value: String }
list Booleans { member: Boolean }
enum Kind {
  TOWN = "town"
}
intEnum Level {
  LOW = 1
}
`;

const USES = `
import type * as Wire from "../src/wire.js";

export const params: Wire.PutCityRequestParams = {
  path: { id: "1" },
  query: { kind: "town", level: "1", on: ["true", "false"], further: "x" },
  headers: { "x-since": "Thu, 18 Aug 2022 00:00:00 GMT", "x-\`$\{meta-a": "1" },
};
export const body: Wire.PutCityRequestBody = { _name: "a" };
export const answer: Wire.PutCityResponseBody = { name: "a" } satisfies Wire.City;
export const busy: Wire.BusyResponseHeaders = { "retry-after": "1" };
export const none: Wire.BusyResponseBody = {};
export const tag: Wire.GetPictureResponseHeaders = { etag: "a" };

// @ts-expect-error A label is a text.
export const number: Wire.PutCityRequestPath = { id: 1 };
// @ts-expect-error The text of a value that the enum does not have.
export const level: Wire.PutCityRequestQuery = { level: "2" };
// @ts-expect-error A header that has to be there.
export const headers: Wire.PutCityRequestHeaders = {};
// @ts-expect-error What is bound elsewhere is not in the body.
export const elsewhere: Wire.PutCityRequestBody = { _name: "a", id: 1 };
// @ts-expect-error The body is sent as it is.
export type Bytes = Wire.GetPictureResponseBody;
`;

describe.each(COMPILERS)("under TypeScript %s", (_version, compiler) => {
  it("requests and responses have types of what is on the wire", async () => {
    const { files } = await emitCase(CITY);
    expect(compile(compiler, [...files, { path: "src/check.ts", text: USES }])).toBe("");
  });
});

describe("the types of what is on the wire", () => {
  it("are traced to the model, and operations say what they are", async () => {
    const emitted = await emitCase(CITY, { since: { "example#PutCityInput$id": "2022-08-18" } });
    const wire = textOf(emitted, "wire.ts");
    expect(wire).toContain(
      "/** The decoded labels in the path of a request of `PutCity`. */\n" +
        "export interface PutCityRequestPath {\n" +
        "  /**\n   * Which.\n   *\n   * @since 2022-08-18\n   */\n  id: string;\n}",
    );
    const operations = textOf(emitted, "operations.ts");
    expect(operations).toContain("On the wire: `PutCityRequestParams` and `PutCityRequestBody`.");
    expect(operations).toContain(
      "On the wire: `GetPictureResponseHeaders` and a body of `application/octet-stream` as it is, which no\n * validator reads.",
    );
  });

  it("give way to shapes of their name", async () => {
    const emitted = await emitCase(`${CITY.replace("city: City }", "city: PutCityRequestBody }")}
      structure PutCityRequestBody { a: String }`);
    const wire = textOf(emitted, "wire.ts");
    expect(wire).toMatch(/interface PutCityRequestBody \{[^}]*\ba\?: string/);
    expect(wire).toMatch(/interface PutCityRequestBody_ \{[^}]*\b_name: string/);
  });

  it.each([
    ["restXml", true],
    ["awsQuery", false],
    ["rpcv2Cbor", false],
  ])("are there under %s: %s", async (protocol, isThere) => {
    const use = protocol === "rpcv2Cbor" ? "use smithy.protocols#rpcv2Cbor" : `use aws.protocols#${protocol}`;
    const emitted = await emitCase(
      CITY.replace("use aws.protocols#restJson1", use).replace("@restJson1", `@${protocol}`),
    );
    const wire = textOf(emitted, "wire.ts");
    expect(wire !== "").toBe(isThere);
    expect(wire).not.toMatch(/interface (?:City|PutCityRequestBody) /);
    expect(textOf(emitted, "index.ts").includes("/wire`")).toBe(isThere);
  });
});
