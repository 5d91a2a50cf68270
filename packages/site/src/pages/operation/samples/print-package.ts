import {
  bindsHttp,
  bodyEncoding,
  findProtocol,
  findServices,
  findShape,
  isAggregate,
  type Model,
  type OperationShape,
  type ServiceShape,
  shapeName,
  UNIT,
} from "@shapelog/model";
import type { Literal } from "./literal.js";
import { javaScriptImports, printJavaScript } from "./print-javascript.js";

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/** What a sample of a generated package is made of. */
export interface PackageCall {
  readonly packageName: string;
  readonly model: Model;
  readonly operation: OperationShape;
  readonly input: Literal | undefined;
}

/**
 * Returns TypeScript that makes a request, checks it, and reads a response; or nothing where a name of the model cannot
 * stand in code.
 */
export function printPackageCall({ packageName, model, operation, input }: PackageCall): string | undefined {
  const [request, output] = [shapeName(operation.input), shapeName(operation.output)];
  const hasInput = operation.input !== UNIT && hasMembers(model, operation) && input !== undefined;
  const hasOutput = operation.output !== UNIT;
  if (![request, output, shapeName(operation.id)].every((name) => IDENTIFIER.test(name))) return undefined;
  if (!hasInput && !hasOutput) return undefined;
  const quoted = (path: string) => JSON.stringify(`${packageName}${path}`);
  // What a client returns is checked as it is; a body only where it is the whole output as JSON.
  const isBody = isWholeBody(findServices(model)[0]);
  const checks = hasInput ? [`validate${request}`] : [];
  const reads = hasOutput ? [`read${output}`] : [];
  const lines: string[] = [];
  if (hasInput) lines.push(`import type { ${request} } from ${quoted("")};`);
  const ofPrograms = isBody ? checks : [...reads, ...checks];
  if (isBody && hasOutput) lines.push(...importLines(reads, quoted("/validators")));
  if (ofPrograms.length > 0) lines.push(...importLines(ofPrograms, quoted("/validators/sdk")));
  if (hasInput) {
    lines.push(...javaScriptImports(input));
    const start = `const request: ${request} = `;
    lines.push("", `${start}${printJavaScript(input, "", start.length)};`);
    lines.push(`const checked = validate${request}(request);`);
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

function hasMembers(model: Model, { input }: OperationShape): boolean {
  const shape = findShape(model, input);
  return shape !== undefined && isAggregate(shape) && shape.members.length > 0;
}
