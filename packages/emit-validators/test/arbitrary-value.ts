import { Readable } from "node:stream";
import {
  enumValue,
  getShape,
  hasTrait,
  type Member,
  type Model,
  type Shape,
  type ShapeId,
  stringTrait,
} from "@shapelog/model";
import fc from "fast-check";

export interface ArbitraryValueOptions {
  readonly model: Model;
  readonly form: "wire" | "sdk";
  /** How many levels of members, items and entries are filled. */
  readonly depth: number;
}

/** Values that are wrong in most places, and right in some. */
const junk = fc.constantFrom<unknown[]>(
  ...[null, undefined, "", "a", "abc", "😀😀😀", "\ud800", "NaN", "x", 0, 1, 255, 2.5, -1, 2 ** 53, 1e300],
  ...[Number.NaN, Number.POSITIVE_INFINITY, true, "Zm9v", "Zm9v=", "2022-08-18T00:00:00Z"],
  ...["2022-02-30T00:00:00Z", "Thu, 18 Aug 2022 00:00:00 GMT"],
);

const containers: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant([]),
  fc.constant({}),
  fc.constant([null]),
  fc.constant({ other: 1 }),
  fc.date(),
  fc.uint8Array({ maxLength: 5 }),
);

/** Values of a shape: mostly right, now and then wrong anywhere inside. */
export function arbitraryValue(options: ArbitraryValueOptions, id: ShapeId): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 14, arbitrary: right(options, getShape(options.model, id)) },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: containers },
  );
}

function right(options: ArbitraryValueOptions, shape: Shape): fc.Arbitrary<unknown> {
  const { form, depth } = options;
  const inner = { ...options, depth: depth - 1 };
  switch (shape.kind) {
    case "boolean":
      return fc.boolean();
    case "string":
      return fc.oneof(fc.string({ maxLength: 6, unit: "grapheme" }), fc.stringMatching(/^[a-z]{0,4}$/));
    case "blob":
      if (form === "sdk" && hasTrait(shape, "streaming"))
        return fc.constantFrom<unknown[]>("é", new ReadableStream(), Readable.from([]), new Uint8Array(3));
      return fc
        .uint8Array({ maxLength: 6 })
        .map((bytes) => (form === "sdk" ? bytes : Buffer.from(bytes).toString("base64")));
    case "float":
    case "double":
      return fc.oneof(fc.double({ min: -5, max: 400, noNaN: true }), fc.constantFrom("NaN", "Infinity"));
    case "bigDecimal":
      if (form === "sdk")
        return fc.double({ min: -5, max: 400, noNaN: true }).map((number) => {
          return number % 2 > 1 ? number : { string: number.toFixed(3), type: "bigDecimal" };
        });
      return fc.oneof(fc.double({ min: -5, max: 400, noNaN: true }), fc.constantFrom("NaN", "Infinity"));
    case "byte":
    case "short":
    case "integer":
    case "long":
      return fc.integer({ min: -140, max: 400 });
    case "bigInteger":
      if (form === "sdk") return fc.bigInt({ min: -140n, max: 400n });
      return fc.integer({ min: -140, max: 400 });
    case "timestamp":
      if (form === "sdk") return fc.date();
      return fc.oneof(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.integer({ min: 0, max: 2 ** 31 }).map((time) => new Date(time * 1000).toUTCString()),
        fc
          .integer({ min: 0, max: 2 ** 31 })
          .map((time) => new Date(time * 1000).toISOString().replace(".000", "")),
      );
    case "enum":
    case "intEnum":
      return fc.oneof(fc.constantFrom(...shape.members.map(enumValue)), fc.constantFrom<unknown>("new", 99));
    case "list":
      return depth === 0 ? fc.constant([]) : fc.array(target(inner, shape.members[0]), { maxLength: 4 });
    case "map":
      if (depth === 0) return fc.constant({});
      return entries(fc.constantFrom("a", "bc", "def", "a b", "é", "__proto__", "constructor"), () =>
        target(inner, shape.members[1]),
      );
    case "structure":
    case "union": {
      const members = new Map(shape.members.map((member) => [member.name, member]));
      const json = shape.members.flatMap((member) => stringTrait(member, "jsonName") ?? []);
      for (const member of shape.members) members.set(stringTrait(member, "jsonName") ?? member.name, member);
      const names = [...members.keys(), ...json, "other", "__type", "$metadata", "$fault"];
      const size = shape.kind === "union" ? 2 : 6;
      if (depth === 0) return fc.constant({});
      return entries(fc.constantFrom(...names), (name) => target(inner, members.get(name)), size);
    }
    default:
      return fc.anything({ maxDepth: 1 });
  }
}

function target(options: ArbitraryValueOptions, member: Member | undefined): fc.Arbitrary<unknown> {
  const shape = member && getShape(options.model, member.target);
  if (shape?.kind === "union" && hasTrait(shape, "streaming") && options.form === "sdk")
    return fc.constantFrom<unknown[]>({ [Symbol.asyncIterator]() {} }, {}, []);
  return member ? arbitraryValue(options, member.target) : junk;
}

/** Objects made as JSON.parse makes them: every key is the object's own. */
function entries(
  names: fc.Arbitrary<string>,
  value: (name: string) => fc.Arbitrary<unknown>,
  maxLength = 4,
): fc.Arbitrary<unknown> {
  return fc
    .uniqueArray(names, { maxLength })
    .chain((chosen) => fc.tuple(...chosen.map((name) => value(name).map((made) => [name, made] as const))))
    .map((made) => Object.fromEntries(made));
}
