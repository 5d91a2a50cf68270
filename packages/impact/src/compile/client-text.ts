import {
  enumValue,
  findShape,
  hasTrait,
  type Member,
  type Model,
  type Shape,
  type ShapeId,
} from "@shapelog/model";

/** What types are written by. */
export interface TextContext {
  readonly model: Model;
  readonly nameOf: (id: ShapeId) => string;
  /** The types that the client declares; others are written out. */
  readonly declared: ReadonlySet<string>;
}

/** Returns the values of an enum, each as it is written. */
export function enumTexts(shape: Extract<Shape, { readonly kind: "enum" | "intEnum" }>): string[] {
  return shape.members.map((member) => JSON.stringify(enumValue(member) ?? member.name));
}

/** Returns a member as an interface of the AWS SDK for JavaScript has it. */
export function memberText(member: Member, context: TextContext): string {
  const isOptional = !hasTrait(member, "required") || hasTrait(member, "idempotencyToken");
  const name = /^[A-Za-z_$][\w$]*$/.test(member.name) ? member.name : JSON.stringify(member.name);
  return `${name}${isOptional ? "?" : ""}: ${typeText(member.target, context, 0)} | undefined;`;
}

/** Structures that are not declared are written out this deep. */
const DEEPEST = 6;

const SIMPLE: Readonly<Record<string, string>> = {
  blob: "Uint8Array",
  boolean: "boolean",
  string: "string",
  timestamp: "Date",
  document: "any",
  bigInteger: "bigint",
  bigDecimal: "string",
};

function typeText(target: ShapeId, context: TextContext, depth: number): string {
  const { model, nameOf, declared } = context;
  const shape = findShape(model, target);
  if (!shape || depth > DEEPEST) return "any";
  const within = (id: ShapeId | undefined) => (id === undefined ? "any" : typeText(id, context, depth + 1));
  switch (shape.kind) {
    case "list":
      return `Array<${within(shape.members[0]?.target)}>`;
    case "map":
      return `Record<string, ${within(shape.members[1]?.target)}>`;
    case "enum":
    case "structure":
    case "union":
      if (declared.has(nameOf(target))) return nameOf(target);
      return shape.kind === "enum"
        ? `(${enumTexts(shape).join(" | ") || "never"})`
        : `{ ${shape.members.map((member) => fieldText(member, context, depth)).join(" ")} }`;
    default:
      return SIMPLE[shape.kind] ?? "number";
  }
}

function fieldText(member: Member, context: TextContext, depth: number): string {
  const mark = hasTrait(member, "required") ? "" : "?";
  return `${JSON.stringify(member.name)}${mark}: ${typeText(member.target, context, depth + 1)} | undefined;`;
}
