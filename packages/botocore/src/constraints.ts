import { isNodeNumber, type NodeValue, readNumber } from "@shapelog/model";
import { anchorPattern } from "./anchor-pattern.js";
import type { Fields, Rule, TraitEntry } from "./map-traits.js";

const LENGTH_TYPES = new Set(["string", "blob", "list", "map", "jsonvalue"]);
const RANGE_TYPES = new Set([
  "integer",
  "long",
  "float",
  "double",
  "byte",
  "short",
  "bigdecimal",
  "biginteger",
  "number",
]);

/** What the rules for `min`, `max`, `pattern` and `timestampFormat` look at; `type` is the botocore type they bound. */
export interface ConstraintContext {
  readonly raw: Fields;
  readonly type: string;
}

/** Returns the rules for constraints, the same for shapes and members. */
export function constraintRules<Context extends ConstraintContext>(): [string, Rule<Context>][] {
  return [
    ["min", (_, context) => boundsTrait(context)],
    // The rule for `min` has said both.
    [
      "max",
      (_, context) => (context.raw.min !== undefined && boundsTrait(context) ? [] : boundsTrait(context)),
    ],
    [
      "pattern",
      (value, { type }) =>
        typeof value === "string" && type === "string"
          ? [["smithy.api#pattern", anchorPattern(value)]]
          : undefined,
    ],
    [
      "timestampFormat",
      (value) => {
        const format = typeof value === "string" ? TIMESTAMP_FORMATS.get(value) : undefined;
        return format === undefined ? undefined : [["smithy.api#timestampFormat", format]];
      },
    ],
  ];
}

const TIMESTAMP_FORMATS: ReadonlyMap<string, string> = new Map([
  ["iso8601", "date-time"],
  ["unixTimestamp", "epoch-seconds"],
  ["rfc822", "http-date"],
]);

/** Some files write a limit as text: it is the number that the text is, and how it is written is kept beside it. */
function boundsTrait({ raw, type }: ConstraintContext): TraitEntry[] | undefined {
  const [min, max] = [readBound(raw.min), readBound(raw.max)];
  if (min !== undefined && !isNodeNumber(min)) return undefined;
  if (max !== undefined && !isNodeNumber(max)) return undefined;
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const written = (["min", "max"] as const).flatMap((name): TraitEntry[] => {
    const text = raw[name];
    return typeof text === "string" ? [[`shapelog.botocore#${name}`, text]] : [];
  });
  if (LENGTH_TYPES.has(type)) return [["smithy.api#length", bounds], ...written];
  return RANGE_TYPES.has(type) ? [["smithy.api#range", bounds], ...written] : undefined;
}

function readBound(bound: NodeValue | undefined): NodeValue | undefined {
  return typeof bound === "string" ? (readNumber(bound) ?? bound) : bound;
}
