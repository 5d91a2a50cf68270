import {
  type BodyEncoding,
  bodyEncoding,
  compareCodeUnits,
  findBlobPayload,
  isAggregate,
  isSensitive,
  type Model,
  operationErrors,
  type Profile,
  type ServiceShape,
  type ShapeId,
  shapeName,
  stringTrait,
} from "@shapelog/model";
import { type ChosenShapes, chooseShapes } from "./choose-shapes.js";
import { documentationText } from "./documentation/documentation-text.js";
import { printCode } from "./documentation/inline-writer.js";
import type { Names } from "./names.js";
import { type BodyPiece, findPieces } from "./pieces/find-pieces.js";
import { hasWireForm, namePieces } from "./pieces/wire-shapes.js";
import { printCaller } from "./print-caller.js";

export interface ReadmeOptions {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly names: Names;
  /** The package's name, such as `@shapelog/weather`. */
  readonly name: string;
  /** What people call the service, as from `serviceTitle`. */
  readonly title: string;
  /** Where the model stands, such as `models/weather/model.json`. */
  readonly source: string;
  /** How required members are in the program form. */
  readonly profile: Profile;
}

const MOST_OPERATIONS = 30;

/** Returns what people call a service: its `@title`, else its name. */
export function serviceTitle(service: ServiceShape): string {
  return stringTrait(service, "title") ?? shapeName(service.id);
}

/** Returns the README of a generated package: what it holds and how to use it, made from the model. */
export function printReadme(options: ReadmeOptions): string {
  const { model, service, name } = options;
  const chosen = chooseShapes(model, service);
  // No picture is loaded from where a title says.
  const title = documentationText(options.title).replace(/\s+/g, " ").replaceAll("![", "!\\[");
  return [
    `# ${name}`,
    `${listContents(hasWireForm(model, service))} of **${title}**, ` +
      `generated from ${printCode(options.source)}. Do not edit: change the model and generate again.`,
    ...printOperations(chosen),
    ...printExample(options, chosen),
    ...printWire(options),
    ...printGuards(options, chosen),
    ...printCaller(options, chosen.operations),
    "## What it holds",
    printContents(options, chosen),
    ...printStreams(options, chosen),
    PROFILES[options.profile],
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

function printOperations({ operations, shapes }: ChosenShapes): string[] {
  const shown = operations.slice(0, MOST_OPERATIONS).map(({ id }) => `- ${printCode(shapeName(id))}`);
  const more = operations.length - shown.length;
  if (more > 0) shown.push(`- and ${more} more`);
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const heading = `## ${count(operations.length, "operation")}, ${count(shapes.length, "shape")}`;
  return shown.length === 0 ? [heading] : [heading, shown.join("\n")];
}

/** What the example reads: by which function, from where, and what the value is. */
interface Shown {
  readonly name: string;
  readonly from: string;
  /** The argument, and what is said of it. */
  readonly value: string;
  readonly comment: string;
  /** The name of the type, and where it is. */
  readonly type: string;
}

function printExample(options: ReadmeOptions, chosen: ChosenShapes): string[] {
  const shown = findBody(options, chosen) ?? findHeaders(options) ?? findOutput(options, chosen);
  if (!shown) return [];
  const { name, from, value, comment, type } = shown;
  return [
    "## Use",
    [
      "```ts",
      `import { read${name} } from "${from}";`,
      "",
      `const result = read${name}(${value}); // ${comment}`,
      "if (!result.ok) throw new Error(result.errors[0]?.message);",
      "for (const { path, value } of result.drift) console.warn(path, value); // newer than the model",
      "```",
    ].join("\n"),
    `Types: \`import type { ${name} } from "${type}"\`. \`validate*\` is strict; \`read*\` lets values and members that the model does not know pass, and lists them as ` +
      "drift.",
  ];
}

/** Says which types a package needs beside its own where it has streams of bytes. */
function printStreams({ model }: ReadmeOptions, { operations, shapes }: ChosenShapes): string[] {
  const inputs = new Set(operations.map(({ input }) => input));
  const hasStreams = shapes.some((shape) => {
    const payload = shape.kind === "structure" ? findBlobPayload(model, shape) : undefined;
    return payload !== undefined && (payload.kind === "stream" || inputs.has(shape.id));
  });
  if (!hasStreams) return [];
  return [
    "Types of streams of bytes are those of `@smithy/types`, which refer to Node's and the DOM's: compile with " +
      '`@types/node` and `"lib": ["es2022", "dom"]`, or with `skipLibCheck`.',
  ];
}

/** What users have to know of required members. */
const PROFILES: Readonly<Record<Profile, string>> = {
  sdk:
    "Profile `sdk`: required members of the program form are `member: T | undefined`, and tokens that clients fill in can be left " +
    "out, as the AWS SDK for JavaScript has them: its types and these can stand for each other.",
  strict:
    "Profile `strict`: required members are `member: T`, and `validators/sdk` want them there, tokens that a client could fill in " +
    "among them.",
};

/** What the errors of an operation are caught by, and a value is put into logs by. */
function printGuards({ service, names, name }: ReadmeOptions, { operations }: ChosenShapes): string[] {
  const [operation] = operations.filter((each) => operationErrors(each, service).length > 0);
  const [error] = operation ? operationErrors(operation, service) : [];
  if (!operation || error === undefined || names.all.get(error) === undefined) return [];
  const guard = `is${names.of(error)}`;
  const redact = `redact${names.of(error)}`;
  return [
    "## Catch and log",
    [
      "```ts",
      `import { ${guard}, isServiceError } from "${name}";`,
      `import { ${redact} } from "${name}/redact";`,
      "",
      "try {",
      `  await call${names.of(operation.id)}();`,
      "} catch (error) {",
      `  if (${guard}(error)) console.warn(${redact}(error)); // of any copy of a client`,
      "  else if (isServiceError(error)) console.warn(error.name); // any error of the model",
      "  else throw error;",
      "}",
      "```",
    ].join("\n"),
    "`redact*` returns a copy without what is sensitive, for what programs hold, for JSON and for errors alike. What the model " +
      "does not know is hidden, too.",
  ];
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
  const bodies = operations.flatMap(({ id, output }): { id: ShapeId; isFull: boolean }[] => {
    const response = pieces.responses.get(id);
    if (response)
      return response.body?.shape === undefined ? [] : [{ id: response.body.shape, isFull: true }];
    const shape = known.get(output);
    return shape ? [{ id: output, isFull: isAggregate(shape) && shape.members.length > 0 }] : [];
  });
  const [found] = [...bodies.filter(({ isFull }) => isFull), ...bodies];
  if (!found) return undefined;
  const own = named.of(found.id);
  const of = pieces.titles.get(found.id)?.of;
  const comment = of === undefined ? `the wire form of ${own}` : `the body of a response of ${names.of(of)}`;
  return { name: own, from: `${name}/validators`, value: "JSON.parse(body)", comment, type: `${name}/wire` };
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

const BODIES: Readonly<Record<Exclude<BodyEncoding, "json">, string>> = {
  cbor: "CBOR, which has times and bytes of its own: what a decoder returns is what programs hold",
  xml: "XML",
  form: "forms, and answers are XML",
};

/** Says what is on the wire where it is not one JSON for each input and output. */
function printWire({ model, service, name }: ReadmeOptions): string[] {
  const encoding = bodyEncoding(service);
  const { titles } = findPieces(model, service);
  const said: string[] = [];
  if (encoding !== "json")
    said.push(
      `Bodies are ${BODIES[encoding]}. There are no types, validators and schemas of a JSON that nobody sends: ` +
        `\`${name}/validators/sdk\` checks what clients take and return.`,
    );
  if (titles.size > 0) {
    const pieces = [
      [
        "`<Operation>RequestParams`",
        "`path`, `query` and `headers` of a request, as far as it has them; each alone is `<Operation>RequestPath`, `…Query` and `…Headers`",
      ],
      ...(encoding === "json" ? [["`<Operation>RequestBody`", "the JSON of a request's body"]] : []),
      ["`<Operation>ResponseHeaders`, `<Error>ResponseHeaders`", "the headers of a response"],
      ...(encoding === "json"
        ? [["`<Operation>ResponseBody`, `<Error>ResponseBody`", "the JSON of a response's body"]]
        : []),
    ];
    const rows = pieces.map(([piece, holds]) => `| ${piece} | ${holds} |`).join("\n");
    said.push(
      `Requests and responses are checked in pieces, where an operation has them:\n\n| piece | holds |\n|---|---|\n${rows}`,
      "Labels, query and headers are texts: labels and the query decoded, a parameter that may be there more than once as a " +
        "text or a list of texts, headers by name in lower case, as Node has them. The text of a number, a time or a list " +
        "is checked for what it stands for. Headers and parameters that the model does not know pass.",
    );
  }
  if (encoding === "json") said.push(...printRawBodies(model, service));
  return said.length === 0 ? [] : ["## On the wire", ...said];
}

/** The operations whose bodies are sent as they are. */
function printRawBodies(model: Model, service: ServiceShape): string[] {
  const { requests, responses } = findPieces(model, service);
  const raw = (what: string, all: ReadonlyMap<ShapeId, { readonly body?: BodyPiece }>) =>
    [...all].flatMap(([id, { body }]) =>
      body && body.shape === undefined
        ? [`- ${printCode(shapeName(id))}, ${what}: ${printCode(body.mediaType)}`]
        : [],
    );
  const listed = [...raw("request", requests), ...raw("response", responses)].sort(compareCodeUnits);
  if (listed.length === 0) return [];
  const more = listed.length - MOST_OPERATIONS;
  const lines = more > 0 ? [...listed.slice(0, MOST_OPERATIONS), `- and ${more} more`] : listed;
  return [`Bodies that are sent as they are, and have no validator:\n\n${lines.join("\n")}`];
}

/** Returns what a package holds, in words. */
export function listContents(hasWire: boolean): string {
  return `Types, validators, Smithy schemas, ${hasWire ? "JSON Schema and " : ""}OpenAPI`.replace(
    /, OpenAPI$/,
    " and OpenAPI",
  );
}

function printContents({ model, service, name }: ReadmeOptions, { shapes }: ChosenShapes): string {
  const isWired = hasWireForm(model, service);
  const isJson = bodyEncoding(service) === "json";

  const kinds = new Map<string, number>();
  for (const { kind } of shapes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counts = [...kinds]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([kind, count]) => `${count} ${kind}`);
  return [
    "| import | holds |",
    "|---|---|",
    `| \`${name}\` | types and enums, as programs hold the data: ${counts.join(", ")} |`,
    ...(isWired
      ? [
          `| \`${name}/wire\` | ${isJson ? "the same types as the wire has them" : "types of labels, query and headers"} |`,
          `| \`${name}/validators\` | \`validate*\`, \`read*\` and \`is*\` for ${isJson ? "the wire form" : "labels, query and headers"} |`,
          `| \`${name}/validators/sdk\` | the same for data as programs hold it: what a client takes, returns and throws |`,
        ]
      : [`| \`${name}/validators/sdk\` | \`validate*\`, \`read*\` and \`is*\` for data as programs hold it: what a client takes, returns and throws |`]),
    ...(isJson
      ? [
          `| \`${name}/parse\` | \`parse*\`: what \`read*\` reads, as programs hold it: \`Date\` and \`Uint8Array\` in place of JSON's forms |`,
        ]
      : []),
    `| \`${name}/redact\` | \`redact*\`: copies for logs${printSensitive(model, shapes)} |`,
    `| \`${name}/schemas\` | Smithy schemas, in the static form of \`@smithy/types\`: a constant for each shape and operation |`,
    `| \`${name}/openapi.json\` | OpenAPI 3.1 |`,
    ...(isWired
      ? [`| \`${name}/schema/<Shape>.json\` | JSON Schema 2020-12, one self-contained file a shape |`]
      : []),
  ].join("\n");
}

function printSensitive(model: Model, shapes: ChosenShapes["shapes"]): string {
  const members = shapes.flatMap((shape) =>
    shape.kind === "structure" || shape.kind === "union" ? shape.members : [],
  );
  const count = members.filter((member) => isSensitive(model, member)).length;
  return count === 0 ? "" : `; ${count} ${count === 1 ? "member is" : "members are"} sensitive`;
}
