import { bodyEncoding, isAggregate, type ShapeId } from "@shapelog/model";
import type { ChosenShapes } from "./choose-shapes.js";
import { findPieces } from "./pieces/find-pieces.js";
import { namePieces } from "./pieces/wire-shapes.js";
import type { ReadmeOptions } from "./readme-options.js";

/** What the example reads: by which function, from where, and what the value is. */
interface Shown {
  readonly name: string;
  readonly from: string;
  /** The argument, and what is said of it. */
  readonly value: string;
  readonly comment: string;
  /** The name of the type, and where it is. */
  readonly type: string;
  /** Whether the body may be empty. Default: it may not. */
  readonly isOptional?: boolean;
}

/**
 * Returns the section of a README that shows how a program checks what a service sent: the body of the first operation that
 * answers with JSON, else headers, else what a client returns. What is shown takes every right response of the operation.
 */
export function printExample(options: ReadmeOptions, chosen: ChosenShapes): string[] {
  const shown = findBody(options, chosen) ?? findHeaders(options) ?? findOutput(options, chosen);
  if (!shown) return [];
  const { name, from, value, comment, type, isOptional } = shown;
  const read = `read${name}(${value})`;
  return [
    "## Use",
    [
      "```ts",
      `import { read${name} } from "${from}";`,
      "",
      `const result = ${isOptional ? `body === "" ? undefined : ${read}` : read}; // ${comment}`,
      `if (${isOptional ? "result && " : ""}!result.ok) throw new Error(result.errors[0]?.message);`,
      `for (const { path, value } of ${isOptional ? "result?.drift ?? []" : "result.drift"}) console.warn(path, value); // newer than the model`,
      "```",
    ].join("\n"),
    `Types: \`import type { ${name} } from "${type}"\`. \`validate*\` is strict; \`read*\` lets values and members that the model does not know pass, and lists them as ` +
      "drift. Both are [Standard Schemas](https://standardschema.dev), too, which forms, routers and RPC libraries take.",
  ];
}

interface ShownBody {
  readonly id: ShapeId;
  readonly isFull: boolean;
  readonly isOptional?: boolean;
}

/** The body of the first operation that answers with JSON, an output without members only where there is no other. */
function findBody(
  { model, service, names, name }: ReadmeOptions,
  { operations, shapes }: ChosenShapes,
): Shown | undefined {
  if (bodyEncoding(service) !== "json") return undefined;
  const pieces = findPieces(model, service);
  const named = namePieces(names, pieces);
  const known = new Map(shapes.map((shape) => [shape.id, shape]));
  const bodies = operations.flatMap(({ id, output }): ShownBody[] => {
    const response = pieces.responses.get(id);
    if (response?.body?.shape !== undefined)
      return [{ id: response.body.shape, isFull: true, isOptional: !response.body.required }];
    if (response) return [];
    const shape = known.get(output);
    return shape ? [{ id: output, isFull: isAggregate(shape) && shape.members.length > 0 }] : [];
  });
  const [found] = [...bodies.filter(({ isFull }) => isFull), ...bodies];
  if (!found) return undefined;
  const own = named.of(found.id);
  const of = pieces.titles.get(found.id)?.of;
  const comment = of === undefined ? `the wire form of ${own}` : `the body of a response of ${names.of(of)}`;
  const { isOptional = false } = found;
  const from = `${name}/validators`;
  return { name: own, from, value: "JSON.parse(body)", comment, type: `${name}/wire`, isOptional };
}

/** The headers of the first response that has some, where nothing answers with JSON. */
function findHeaders({ model, service, names, name }: ReadmeOptions): Shown | undefined {
  if (bodyEncoding(service) !== "json") return undefined;
  const pieces = findPieces(model, service);
  const id = [...pieces.responses.values()].find(({ headers }) => headers !== undefined)?.headers;
  if (id === undefined) return undefined;
  const own = namePieces(names, pieces).of(id);
  const comment = "names in lower case, values as they were sent";
  return { name: own, from: `${name}/validators`, value: "headers", comment, type: `${name}/wire` };
}

/** The first output as programs hold it. */
function findOutput({ names, name }: ReadmeOptions, { operations, shapes }: ChosenShapes): Shown | undefined {
  const known = new Map(shapes.map((shape) => [shape.id, shape]));
  const outputs = operations.flatMap((operation) => known.get(operation.output) ?? []);
  const shown = outputs.find((shape) => isAggregate(shape) && shape.members.length > 0) ?? outputs[0];
  if (!shown) return undefined;
  const own = names.of(shown.id);
  const comment = "what a client returned";
  return { name: own, from: `${name}/validators/sdk`, value: "output", comment, type: name };
}
