import { createTypeNames } from "@shapelog/emit";
import { createSchemas } from "@shapelog/emit-openapi";
import { modelOf, serviceOf } from "@shapelog/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { loadValidators, type Validators } from "./load-validators.js";

/** Returns the validators of a structure `In`, and its JSON Schema's. */
async function checksOf(idl: string) {
  const model = modelOf(`${idl}`);
  const service = serviceOf(model);
  const { files } = emitValidators(model, { service });
  const names = createTypeNames(model, { service });
  const { schemas } = createSchemas(model, { service, names, form: "wire", refPrefix: "#/$defs/" });
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const schema = ajv.compile({ $ref: "#/$defs/In", $defs: Object.fromEntries(schemas) });
  return { ...(await loadValidators(files)), schema };
}

const model = (members: string, shapes = "") => `
  $version: "2"
  namespace ex.x
  service Svc { version: "1", errors: [In] }
  @error("client") structure In { ${members} }
  ${shapes}
`;

const messageOf = (wire: Validators, value: unknown) => {
  const result = wire.validate("In", value);
  return result.ok ? "" : result.errors[0].message;
};

describe("numbers at their limits", () => {
  it.each([
    ["@range(max: 2147483648) n: Integer", 2147483647, 2147483648],
    ["@range(min: -200, max: 5) n: Byte", -128, -129],
    ["n: Ranged", 127, 128],
    ["@range(max: 1000) n: Ranged", 127, 128],
    ["n: Float", 3.4028234663852886e38, 1e39],
    ["n: Float", "Infinity", -1e39],
    ["n: Double", 1e39, "1e39"],
    ["@range(min: 0) n: Float", "Infinity", "-Infinity"],
    ["@range(min: 0, max: 1e39) n: Float", 1e38, 1e39],
    ["@range(min: -1.5, max: 1e3) n: Float", -1.5, "NaN"],
    ["@range(min: -1.5, max: 1e3) n: Double", 1e3, "NaN"],
    ["n: Limited", 0, "NaN"],
    ["@range(min: -3) n: Limited", 2, "NaN"],
    ["n: BigInteger", 10, 1.5],
  ])(
    "are the same in the schema and in the validator: %s takes %s and not %s",
    async (member, taken, refused) => {
      const shapes = "@range(max: 500) byte Ranged\n@range(min: -1.5, max: 1e3) float Limited";
      const { wire, schema } = await checksOf(model(member, shapes));
      expect([wire.is("In", { n: taken }), schema({ n: taken })]).toEqual([true, true]);
      expect([wire.is("In", { n: refused }), schema({ n: refused })]).toEqual([false, false]);
    },
  );

  it("are those of programs, too", async () => {
    const { sdk } = await checksOf(model("n: Float, @range(min: -1.5, max: 1e3) m: Float"));
    const judged = [{ n: NaN }, { n: Infinity }, { n: 1e39 }, { m: NaN }, { m: Infinity }];
    expect(judged.map((value) => sdk.is("In", value))).toEqual([true, true, false, false, false]);
  });

  it("are told in words that say what is wrong", async () => {
    const { wire } = await checksOf(model("f: Float, bd: BigDecimal"));
    expect(messageOf(wire, { f: 1e39 })).toBe("f: expected -3.4028235e+38 to 3.4028235e+38, got 1e+39");
    expect(messageOf(wire, JSON.parse('{ "bd": 1e400 }'))).toBe(
      "bd: expected a number, got Infinity, which a number beyond 1.8e308 is read as",
    );
  });
});

describe("big integers", () => {
  it("that JSON.parse has rounded are errors to who writes, and pass where they are read, as longs do", async () => {
    const { wire } = await checksOf(model("bi: BigInteger, l: Long"));
    const rounded = JSON.parse('{ "bi": 123456789012345678901234567890, "l": 1234567890123456789 }');
    const result = wire.validate("In", rounded);
    expect(result.ok || result.errors.map(({ path }) => path)).toEqual(["bi", "l"]);
    expect(wire.read("In", rounded)).toMatchObject({ ok: true, drift: [] });
  });
});

describe("times with an offset", () => {
  it("are refused where they are written, and pass where they are read", async () => {
    const { wire } = await checksOf(model('@timestampFormat("date-time") t: Timestamp'));
    const value = { t: "2020-01-01T00:00:00+01:00" };
    expect(messageOf(wire, value)).toContain("expected a time in UTC such as 2022-08-18T00:00:00Z");
    expect(wire.read("In", value)).toEqual({ ok: true, value, drift: [] });
    expect(wire.read("In", { t: "2020-02-30T00:00:00+01:00" }).ok).toBe(false);
    expect(wire.is("In", { t: "2020-01-01T00:00:00.123456789Z" })).toBe(true);
  });
});

describe("@enum without names", () => {
  it("is a closed list, and what is not in it drifts", async () => {
    const { wire, schema } = await checksOf(`
      $version: "1.0"
      namespace ex.x
      service Svc { version: "1", errors: [In] }
      @error("client") structure In { a: Old }
      @enum([{ value: "x y" }, { value: "1" }, { value: "x-y" }]) string Old
    `);
    expect([wire.is("In", { a: "x y" }), schema({ a: "x y" })]).toEqual([true, true]);
    expect([wire.is("In", { a: "z" }), schema({ a: "z" })]).toEqual([false, false]);
    expect(wire.read("In", { a: "z" })).toMatchObject({
      ok: true,
      drift: [{ path: "a", value: "z", known: ["x y", "1", "x-y"] }],
    });
  });
});

describe("repeated entries", () => {
  const shapes = `
    @uniqueItems list Points { member: Point }
    @uniqueItems list Choices { member: Choice }
    @uniqueItems list Times { member: Timestamp }
    @uniqueItems list Blobs { member: Blob }
    structure Point { x: Integer, y: Integer }
    union Choice { a: String, b: Point }
  `;
  const members = "points: Points, choices: Choices, times: Times, blobs: Blobs";
  const at = (time: number) => new Date(time);
  const bytes = (...values: number[]) => Uint8Array.from(values);

  it.each([
    [
      "structures, whatever the order of their keys",
      "points",
      [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
      [{ x: 1 }, { y: 1 }],
    ],
    ["alternatives", "choices", [{ a: "x" }, { a: "x" }], [{ a: "x" }, { a: "y" }, { b: { x: 1 } }]],
    ["alternatives that are structures", "choices", [{ b: { x: 1, y: 2 } }, { b: { y: 2, x: 1 } }], []],
    ["equal moments", "times", [at(1), at(1)], [at(1), at(2)]],
    ["equal bytes", "blobs", [bytes(1, 2), bytes(1, 2)], [bytes(1, 2), bytes(2, 1)]],
  ])("are found among %s", async (_, name, repeated, different) => {
    const { sdk } = await checksOf(model(members, shapes));
    expect(sdk.is("In", { [name]: repeated })).toBe(false);
    expect(sdk.is("In", { [name]: different })).toBe(true);
  });
});

describe("an enum of 1,200 values", () => {
  const values = Array.from({ length: 1200 }, (_, index) => `V${index} = "value ${index}"`);
  const large = model(
    "e: Large, m: ByLarge",
    `enum Large { ${values.join("\n")}\n}\nmap ByLarge { key: Large, value: String }`,
  );

  it("is said in a message of a few lines at most", async () => {
    const { wire } = await checksOf(large);
    expect(wire.is("In", { e: "value 1199", m: { "value 0": "x" } })).toBe(true);
    const message = messageOf(wire, { e: "value 1200" });
    expect(message).toContain("value 1200");
    expect(message.length).toBeLessThan(400);
    expect(messageOf(wire, { e: "x".repeat(10_000) }).length).toBeLessThan(600);
  });
});
