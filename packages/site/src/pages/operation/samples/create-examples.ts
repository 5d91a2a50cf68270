import {
  findServices,
  findShape,
  isEventStream,
  isStreamingBlob,
  type Model,
  type OperationShape,
  operationExamples,
  pagination,
  type ServiceShape,
  type Shape,
  type ShapeId,
  shapeName,
  UNIT,
} from "@shapelog/model";
import type { ServiceRecord } from "../../../record/service-record.js";
import { type AwsNames, awsNames } from "./aws-names.js";
import { createHttpRequest } from "./http-request.js";
import type { Literal } from "./literal.js";
import { makeLiteral } from "./make-literal.js";
import { printCli } from "./print-cli.js";
import { printCurl, printFetch } from "./print-http.js";
import { printJsonLiteral } from "./print-json.js";
import { printPackageCall } from "./print-package.js";
import { printBoto3Call, printSdkCall } from "./print-sdk.js";
import { readLiteral } from "./read-literal.js";

/** The languages of samples; readers choose one of them for all pages. */
export type Language = "package" | "sdk" | "boto3" | "cli" | "fetch" | "curl";

/** A call of an operation in one language. */
export interface CodeSampleView {
  readonly language: Language;
  readonly code: string;
}

/** One call of an operation, and what comes of it. Texts are JSON. */
export interface ExampleView {
  readonly title: string;
  /** What the model says about it. */
  readonly text?: string;
  /** Whether it was made from the shapes of the model, which has none of its own. */
  readonly isMade: boolean;
  readonly request?: string;
  readonly response?: string;
  readonly error?: { readonly name: string; readonly content: string };
  /** Those of the first example alone. */
  readonly samples: readonly CodeSampleView[];
}

/** How many examples a page shows; a text that is longer than so many characters is not shown. */
const MOST_EXAMPLES = 6;
const LONGEST = 4000;
const LONGEST_TITLE = 200;

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/** Returns the examples of an operation: those of its model, else one that is made of its shapes. */
export function createExamples(
  { model, packageName }: Pick<ServiceRecord, "model" | "packageName">,
  operation: Shape,
): readonly ExampleView[] {
  if (operation.kind !== "operation") return [];
  const [service] = findServices(model);
  const call = { model, service, operation, packageName };
  const stated = operationExamples(operation).slice(0, MOST_EXAMPLES);
  if (stated.length === 0) return makeExample(call);
  return stated.map(({ title, documentation, input, output, error }, index) => {
    const value = readLiteral(model, input, findShape(model, operation.input));
    const response =
      output === undefined ? undefined : readLiteral(model, output, findShape(model, operation.output));
    const content = error && readLiteral(model, error.content, findShape(model, error.shape));
    return {
      title: title.slice(0, LONGEST_TITLE),
      ...(documentation === undefined ? {} : { text: documentation.slice(0, LONGEST) }),
      isMade: false,
      ...textOf("request", operation.input === UNIT ? undefined : value),
      ...textOf("response", response),
      ...(error && content
        ? { error: { name: shapeName(error.shape), content: shorten(printJsonLiteral(content)) } }
        : {}),
      samples: index === 0 ? createSamples(call, value) : [],
    };
  });
}

interface CallParts {
  readonly model: Model;
  readonly service: ServiceShape | undefined;
  readonly operation: OperationShape;
  readonly packageName: string | undefined;
}

function makeExample(call: CallParts): ExampleView[] {
  const { model, service, operation } = call;
  const { inputToken } = pagination(operation, service) ?? {};
  const without = new Set(inputToken === undefined ? [] : [inputToken]);
  const input = made(model, operation.input, { without, optional: { outer: 3, inner: 2 }, most: 30 });
  const output = made(model, operation.output, { optional: { outer: 8, inner: 5 }, most: 40 });
  if (!input) return [];
  return [
    {
      title: "",
      isMade: true,
      ...textOf("request", operation.input === UNIT || isEmpty(input) ? undefined : input),
      ...textOf("response", operation.output === UNIT ? undefined : output),
      samples: createSamples(call, input),
    },
  ];
}

function made(model: Model, id: ShapeId, options: Parameters<typeof makeLiteral>[2]): Literal | undefined {
  return id === UNIT ? { kind: "object", entries: [] } : makeLiteral(model, id, options);
}

function isEmpty(literal: Literal): boolean {
  return literal.kind === "object" && literal.entries.length === 0;
}

function textOf<Key extends string>(
  key: Key,
  literal: Literal | undefined,
): { readonly [K in Key]?: string } {
  const empty: { readonly [K in Key]?: string } = {};
  return literal ? { ...empty, [key]: shorten(printJsonLiteral(literal)) } : empty;
}

/** A part that is too long for a page says so in its place. */
function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\n[^\n]*$/, "")}\n…`;
}

/** Returns the same call in each language that the service can be called in; none of them is cut. */
function createSamples(call: CallParts, input: Literal): readonly CodeSampleView[] {
  const samples: readonly (readonly [Language, string | undefined])[] = [
    ["package", printPackage(call, input)],
    ...(awsNames(call.service) ? awsSamples(call, input) : httpSamples(call, input)),
  ];
  return samples.flatMap(([language, code]) =>
    code === undefined || code.length > LONGEST ? [] : [{ language, code }],
  );
}

function printPackage({ packageName, model, operation }: CallParts, input: Literal): string | undefined {
  return packageName === undefined ? undefined : printPackageCall({ packageName, model, operation, input });
}

type Samples = readonly (readonly [Language, string | undefined])[];

function awsSamples({ model, service, operation }: CallParts, input: Literal): Samples {
  const names: AwsNames | undefined = awsNames(service);
  const name = shapeName(operation.id);
  if (!names || !IDENTIFIER.test(name)) return [];
  const [streamed, saved] = [operation.input, operation.output].map((id) => findStream(model, id));
  // The AWS CLI leaves out operations with streams of events.
  const isCli = streamed?.kind !== "events" && saved?.kind !== "events";
  const stream = streamed?.kind === "bytes" ? { stream: streamed.member } : {};
  return [
    ["sdk", printSdkCall({ names, operation: name, input })],
    ["boto3", streamed?.kind === "events" ? undefined : printBoto3Call({ names, operation: name, input })],
    [
      "cli",
      isCli
        ? printCli({
            service: names.cli,
            operation: name,
            input,
            ...stream,
            savesStream: saved?.kind === "bytes",
          })
        : undefined,
    ],
  ];
}

/** Returns the member of an input or output that is a stream. */
function findStream(
  model: Model,
  id: ShapeId,
): { readonly kind: "bytes" | "events"; readonly member: string } | undefined {
  const shape = findShape(model, id);
  for (const { name, target } of shape?.kind === "structure" ? shape.members : []) {
    const held = findShape(model, target);
    if (held && isEventStream(held)) return { kind: "events", member: name };
    if (held && isStreamingBlob(held)) return { kind: "bytes", member: name };
  }
  return undefined;
}

function httpSamples({ model, service, operation }: CallParts, input: Literal): Samples {
  const request = service && createHttpRequest({ model, service, operation }, input);
  if (!request) return [];
  return [
    ["fetch", printFetch(request)],
    ["curl", printCurl(request)],
  ];
}
