import {
  bindsHttp,
  bodyEncoding,
  enumValue,
  findProtocol,
  findServices,
  findShape,
  hasTrait,
  isAggregate,
  type Member,
  type Model,
  type ServiceShape,
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
  // What a client returns is checked as it is; a body only where it is the whole output as JSON.
  const isBody = isWholeBody(findServices(model)[0]);
  const checks = hasInput ? [`validate${input}`] : [];
  const reads = hasOutput ? [`read${output}`] : [];
  const lines: string[] = [];
  if (hasInput) lines.push(`import type { ${input} } from ${quoted("")};`);
  const ofPrograms = isBody ? checks : [...reads, ...checks];
  if (isBody && hasOutput) lines.push(...importLines(reads, quoted("/validators")));
  if (ofPrograms.length > 0) lines.push(...importLines(ofPrograms, quoted("/validators/sdk")));
  if (hasInput) {
    const request = findShape(model, operation.input);
    const literal = request ? literalOf(model, request, { indent: "", entered: new Set() }) : "{}";
    lines.push("", `const request: ${input} = ${literal};`);
    lines.push(`const checked = validate${input}(request);`);
    lines.push("if (!checked.ok) throw new Error(checked.errors[0].message);");
  }
  if (hasOutput) {
    const is = isBody ? "`body` is the text of the response" : "`output` is what it returns";
    lines.push("", `// Send it with the client you have; ${is}.`);
    lines.push(`const page = read${output}(${isBody ? "JSON.parse(body)" : "output"});`);
    lines.push("if (!page.ok) throw new Error(page.errors[0].message);");
    lines.push("for (const { path, value } of page.drift) {");
    lines.push(`  console.warn(\`\${path} is \${JSON.stringify(value)}, newer than the model\`);`);
    lines.push("}");
  }
  return lines.join("\n");
}

/** Returns whether the body of a response is its whole output as JSON. */
function isWholeBody(service: ServiceShape | undefined): boolean {
  if (!service || findProtocol(service) === undefined) return false;
  return bodyEncoding(service) === "json" && !bindsHttp(service);
}

function importLines(names: readonly string[], from: string): string[] {
  const line = `import { ${names.join(", ")} } from ${from};`;
  return line.length <= 80 ? [line] : ["import {", ...names.map((name) => `  ${name},`), `} from ${from};`];
}

function hasMembers(model: Model, id: ShapeId): boolean {
  const shape = findShape(model, id);
  return shape !== undefined && isAggregate(shape) && shape.members.length > 0;
}

/** Where a literal stands: how far in, and within which shapes. */
interface Place {
  readonly indent: string;
  readonly entered: ReadonlySet<ShapeId>;
}

function literalOf(model: Model, shape: Shape, { indent, entered }: Place): string {
  const isRecursive = entered.has(shape.id);
  const inside = { indent, entered: new Set([...entered, shape.id]) };
  switch (shape.kind) {
    case "structure": {
      const required = shape.members.filter((member) => hasTrait(member, "required"));
      return isRecursive ? "{}" : objectLiteral(model, required, inside);
    }
    case "union":
      return isRecursive ? "{}" : objectLiteral(model, shape.members.slice(0, 1), inside);
    case "list": {
      const [member] = shape.members;
      const target = member && findShape(model, member.target);
      return target && !isRecursive ? `[${literalOf(model, target, inside)}]` : "[]";
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

function objectLiteral(model: Model, members: readonly Member[], { indent, entered }: Place): string {
  if (members.length === 0 || indent.length > 12) return "{}";
  const inner = `${indent}  `;
  const lines = members.map((member) => {
    const target = findShape(model, member.target);
    const key = IDENTIFIER.test(member.name) ? member.name : JSON.stringify(member.name);
    const literal = target ? literalOf(model, target, { indent: inner, entered }) : "undefined";
    return `${inner}${key}: ${literal},`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}
