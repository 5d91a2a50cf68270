import {
  INTEGER_RANGES,
  isNodeNumber,
  isWhole,
  type NodeValue,
  outside,
  printJson,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { membersOf, type ValidationContext } from "../../context.js";
import { isEnumName } from "../../knowledge/is-enum-name.js";
import { describeValue } from "../../node/problems.js";
import { defineRule } from "../../rule.js";

type Fault = "type" | "missing" | "whole" | "large" | "empty" | "repeated" | "name";

const FAULTS: Readonly<Record<Fault, (value: NodeValue) => string>> = {
  type: (value) => `has ${describeValue(value)} as its value, which an enum of this kind cannot have.`,
  missing: () => "has no value; members of an intEnum need a whole number.",
  whole: (value) => `has the value ${value}; members of an intEnum need a whole number.`,
  large: (value) => `has the value ${value}, which does not fit in an integer.`,
  empty: () => "has an empty value.",
  repeated: (value) => `repeats the value ${printJson(value)} of another member.`,
  name: () => "should be named in upper case: letters, digits and underscores, a letter first.",
};

/** Values and names of enums that generated code cannot use (Smithy 2.0, "Enum", "IntEnum"). */
export const enumShape = defineRule({
  name: "EnumShape",
  stage: "critical",
  events: {
    EnumShape: {
      severity: "error",
      message: (d: { member: ShapeId; fault: Fault; value: NodeValue }) =>
        `${d.member} ${FAULTS[d.fault](d.value)}`,
    },
  },
  *validate(context, event) {
    for (const { member, fault, value } of findFaults(context)) {
      const severity = fault === "name" ? ("warning" as const) : undefined;
      yield event("EnumShape", { shape: member, severity }, { member, fault, value });
    }
  },
});

interface Found {
  readonly member: ShapeId;
  readonly fault: Fault;
  readonly value: NodeValue;
}

function findFaults(context: ValidationContext): readonly Found[] {
  const found: Found[] = [];
  for (const shape of [...context.ofKind("enum"), ...context.ofKind("intEnum")]) {
    const seen = new Set<NodeValue>();
    for (const { id, member, traits } of membersOf(shape)) {
      const value = traits["smithy.api#enumValue"];
      const fault = faultOf(shape.kind, value);
      if (fault) found.push({ member: id, fault, value: value ?? null });
      else if (value !== undefined && seen.has(value)) found.push({ member: id, fault: "repeated", value });
      if (value !== undefined) seen.add(value);
      const isBroken = fault !== undefined && shape.kind === "intEnum";
      if (!isBroken && !isEnumName(member.name))
        found.push({ member: id, fault: "name", value: member.name });
    }
  }
  return found;
}

function faultOf(kind: Shape["kind"], value: NodeValue | undefined): Fault | undefined {
  if (kind === "enum") {
    if (value === undefined) return undefined;
    return typeof value !== "string" ? "type" : value === "" ? "empty" : undefined;
  }
  if (value === undefined) return "missing";
  if (!isNodeNumber(value)) return "type";
  if (!isWhole(value)) return "whole";
  return outside(value, INTEGER_RANGES.integer) ? "large" : undefined;
}
