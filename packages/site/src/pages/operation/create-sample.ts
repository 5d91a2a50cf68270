import {
  enumValue,
  findShape,
  hasTrait,
  isAggregate,
  type Member,
  type Model,
  type Shape,
  type ShapeId,
  shapeName,
  UNIT,
} from "@shapelog/model";
import type { ServiceRecord } from "../../record/service-record.js";

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * Returns TypeScript that makes a request with the members that have to be there, checks it, and reads a response; or
 * nothing where there is no package, or a name of the model cannot stand in code.
 */
export function createSample(record: ServiceRecord, operation: Shape): string | undefined {
  const { packageName, model } = record;
  if (packageName === undefined || operation.kind !== "operation") return undefined;
  const [input, output] = [shapeName(operation.input), shapeName(operation.output)];
  const hasInput = operation.input !== UNIT && hasMembers(model, operation.input);
  const hasOutput = operation.output !== UNIT;
  if (![input, output, shapeName(operation.id)].every((name) => IDENTIFIER.test(name))) return undefined;
  if (!hasInput && !hasOutput) return undefined;
  const quoted = (path: string) => JSON.stringify(`${packageName}${path}`);
  const used = [hasOutput ? `read${output}` : "", hasInput ? `validate${input}` : ""].filter(
    (name) => name !== "",
  );
  const lines: string[] = [];
  if (hasInput) lines.push(`import type { ${input} } from ${quoted("")};`);
  lines.push(...importLines(used, quoted("/validators")));
  if (hasInput) {
    const request = findShape(model, operation.input);
    const literal = request ? literalOf(model, request, "", new Set()) : "{}";
    lines.push("", `const request: ${input} = ${literal};`);
    lines.push(`const checked = validate${input}(request);`);
    lines.push("if (!checked.ok) throw new Error(checked.errors[0].message);");
  }
  if (hasOutput) {
    lines.push("", "// Send it with the client you have; `body` is the text of the response.");
    lines.push(`const page = read${output}(JSON.parse(body));`);
    lines.push("if (!page.ok) throw new Error(page.errors[0].message);");
    lines.push("for (const { path, value } of page.drift) {");
    lines.push(`  console.warn(\`\${path} is \${JSON.stringify(value)}, newer than the model\`);`);
    lines.push("}");
  }
  return lines.join("\n");
}

function importLines(names: readonly string[], from: string): string[] {
  const line = `import { ${names.join(", ")} } from ${from};`;
  return line.length <= 80 ? [line] : ["import {", ...names.map((name) => `  ${name},`), `} from ${from};`];
}

function hasMembers(model: Model, id: ShapeId): boolean {
  const shape = findShape(model, id);
  return shape !== undefined && isAggregate(shape) && shape.members.length > 0;
}

function literalOf(model: Model, shape: Shape, indent: string, entered: ReadonlySet<ShapeId>): string {
  switch (shape.kind) {
    case "structure":
      return structureLiteral(
        model,
        shape.members,
        indent,
        new Set([...entered, shape.id]),
        entered.has(shape.id),
      );
    case "union": {
      const [first] = shape.members;
      const members = first ? [first] : [];
      return objectLiteral(model, members, indent, new Set([...entered, shape.id]), entered.has(shape.id));
    }
    case "list": {
      const [member] = shape.members;
      const target = member && findShape(model, member.target);
      return target && !entered.has(shape.id)
        ? `[${literalOf(model, target, indent, new Set([...entered, shape.id]))}]`
        : "[]";
    }
    case "map":
      return "{}";
    case "enum":
    case "intEnum": {
      const [first] = shape.members;
      return first ? JSON.stringify(enumValue(first)) : '"…"';
    }
    case "boolean":
      return "true";
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
      return "1";
    case "timestamp":
      return "new Date()";
    case "blob":
      return "new Uint8Array()";
    default:
      return '"…"';
  }
}

function structureLiteral(
  model: Model,
  members: readonly Member[],
  indent: string,
  entered: ReadonlySet<ShapeId>,
  recursive: boolean,
): string {
  const required = members.filter((member) => hasTrait(member, "required"));
  return objectLiteral(model, required, indent, entered, recursive);
}

function objectLiteral(
  model: Model,
  members: readonly Member[],
  indent: string,
  entered: ReadonlySet<ShapeId>,
  recursive: boolean,
): string {
  if (recursive || members.length === 0 || indent.length > 12) return "{}";
  const inner = `${indent}  `;
  const lines = members.map((member) => {
    const target = findShape(model, member.target);
    const key = IDENTIFIER.test(member.name) ? member.name : JSON.stringify(member.name);
    return `${inner}${key}: ${target ? literalOf(model, target, inner, entered) : "undefined"},`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}
