import {
  bodyEncoding,
  compareCodeUnits,
  findBlobPayload,
  isSensitive,
  type Model,
  operationErrors,
  type Profile,
  type ServiceShape,
  shapeName,
  stringTrait,
} from "@shapelog/model";
import { type ChosenShapes, chooseShapes } from "./choose-shapes.js";
import { documentationText } from "./documentation/documentation-text.js";
import { printCode } from "./documentation/inline-writer.js";
import { hasWireForm } from "./pieces/wire-shapes.js";
import { printCaller } from "./print-caller.js";
import { printExample } from "./print-example.js";
import { printWire } from "./print-wire.js";
import type { ReadmeOptions } from "./readme-options.js";

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

/** Returns what a package holds, in words. */
export function listContents(hasWire: boolean): string {
  return `Types, validators, Smithy schemas, ${hasWire ? "JSON Schema and " : ""}OpenAPI`.replace(
    /, OpenAPI$/,
    " and OpenAPI",
  );
}

function printContents({ model, service, name, schemas }: ReadmeOptions, { shapes }: ChosenShapes): string {
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
      : [
          `| \`${name}/validators/sdk\` | \`validate*\`, \`read*\` and \`is*\` for data as programs hold it: what a client takes, returns and throws |`,
        ]),
    `| ${isWired ? `\`${name}/validators/<Operation>\`, ` : ""}\`${name}/validators/sdk/<Operation>\` | those of what one operation takes, returns and throws; little else is loaded |`,
    ...(isJson
      ? [
          `| \`${name}/parse\` | \`parse*\`: what \`read*\` reads, as programs hold it: \`Date\` and \`Uint8Array\` in place of JSON's forms |`,
        ]
      : []),
    `| \`${name}/redact\` | \`redact*\`: copies for logs${printSensitive(model, shapes)} |`,
    `| \`${name}/schemas\` | Smithy schemas, in the static form of \`@smithy/types\`: a constant for each shape and operation |`,
    `| \`${name}/openapi.json\` | OpenAPI 3.1 |`,
    ...(isWired
      ? [
          schemas === "files"
            ? `| \`${name}/schema/<Shape>.json\` | JSON Schema 2020-12, one self-contained file a shape |`
            : `| \`${name}/schema.json\` | JSON Schema 2020-12: \`#/$defs/<Shape>\` is the schema of a shape |`,
        ]
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
