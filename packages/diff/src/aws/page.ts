import { printableLines } from "@shapelog/diagnostics";
import {
  documentation,
  findServices,
  hasTrait,
  type Model,
  type OperationShape,
  shapeName,
  stringTrait,
  UNIT,
} from "@shapelog/model";
import { type AwsGraph, createAwsGraph } from "./aws-shape.js";
import { type AwsDelta, type AwsUpdate, operationsOf } from "./delta.js";
import { code, documented, type PageBlock, paragraph, printBlocks } from "./page-blocks.js";
import { isTooLarge } from "./page-size.js";
import { field, printRequestFields, printResponseStructure } from "./params.js";
import { pprint } from "./pprint.js";
import { isEventStream, type Place } from "./special-types.js";
import { printSyntax } from "./syntax.js";
import { xformName } from "./xform-name.js";

/** What a page says that is in no model. */
export interface PrintAwsPageOptions {
  /** The service's name. Default: the model's. */
  readonly title?: string;
  /** The day of the change, as `2022-08-18`. Default: none. */
  readonly date?: string;
  /** The change in prose. Default: none. */
  readonly note?: string;
}

const DEPRECATED =
  "This operation is deprecated and may not function as expected. This operation should not be used going forward and is only kept for the purpose of backwards compatiblity.";
const STREAMS =
  "The response of this operation contains an :class:`.EventStream` member. When iterated the :class:`.EventStream` will yield events based on the structure below, where only one of the top level keys will be present for any given event.";

/**
 * Returns the text of awsapichanges.com's page for a delta: what each operation gained, and the whole operation as the
 * Python SDK documents it. New operations come first. There is no line feed at the end.
 */
export function printAwsPage(delta: AwsDelta, after: Model, options: PrintAwsPageOptions = {}): string {
  const title = options.title ?? serviceTitle(after);
  const operations = new Map(operationsOf(after).map((operation) => [shapeName(operation.id), operation]));
  const graph = createAwsGraph(after);
  const sections = [
    ...delta.added.map((name) => ({ name, kind: "new", changes: [] as readonly string[] })),
    ...delta.updated.map((update) => ({
      name: update.operation,
      kind: "updated",
      changes: printUpdate(update),
    })),
  ];
  const parts = [
    ...paragraph(title),
    ...paragraph(printSummary(delta, title, options.date)),
    ...paragraph(options.note ? `Changes\u00a0 ${options.note}` : ""),
  ].map(({ text }) => text);
  for (const { name, kind, changes } of sections) {
    parts.push([`${name}\u00a0(${kind}) Link ¶`, ...changes].join("\n"));
    const operation = operations.get(name);
    if (operation) parts.push(printBlocks(describeOperation(operation, after, graph)));
  }
  return printableLines(parts.join("\n\n"));
}

function serviceTitle(model: Model): string {
  const [service] = findServices(model);
  return service ? (stringTrait(service, "title") ?? shapeName(service.id)) : "";
}

function printSummary(delta: AwsDelta, title: string, date: string | undefined): string {
  const added = delta.added.length > 0 ? `${delta.added.length} new ` : "";
  const updated = delta.updated.length > 0 ? `${delta.updated.length} updated ` : "";
  return `${date ? `${date.replaceAll("-", "/")} - ` : ""}${title} - ${added}${updated}api methods`;
}

function printUpdate({ sides }: AwsUpdate): string[] {
  const heading = `Changes (${sides.map(({ side }) => side).join(", ")})`;
  if (sides.length < 2) return [heading, ...sides.map(({ gained }) => pprint(gained))];
  return [heading, ...sides.flatMap(({ side, gained }) => [SIDES[side], pprint(gained)])];
}

const SIDES = { request: "Request", response: "Response", both: "Both" } as const;

/** Returns an operation as the SDK documents it (botocore, `botocore/docs/method.py`). */
function describeOperation(operation: OperationShape, model: Model, graph: AwsGraph): PageBlock[] {
  const [service] = findServices(model);
  return [
    ...documented("", documentation(operation), 0),
    ...(hasTrait(operation, "deprecated") ? [...paragraph("!DANGER!"), ...paragraph(DEPRECATED)] : []),
    ...(service && hasTrait(service, "aws.api#service") ? paragraph("See also: AWS API Documentation") : []),
    ...describeRequest(operation, graph),
    ...describeResponse(operation, graph),
  ];
}

function describeRequest(operation: OperationShape, graph: AwsGraph): PageBlock[] {
  const call = `client.${xformName(shapeName(operation.id))}`;
  const shape = operation.input === UNIT ? undefined : graph.find(operation.input);
  if (!shape) return [...paragraph("Request Syntax"), code(`${call}()`)];
  const place: Place = { shape, above: [], direction: "request", operation };
  const isLarge = isTooLarge(place);
  const syntax = isLarge ? undefined : printSyntax(place);
  const fields = isLarge ? undefined : printRequestFields(place);
  return [
    ...(syntax === undefined
      ? tooLarge("Request Syntax")
      : [...paragraph("Request Syntax"), code(call + syntax)]),
    ...(fields ?? tooLarge("Parameters")),
  ];
}

function describeResponse(operation: OperationShape, graph: AwsGraph): PageBlock[] {
  const shape = operation.output === UNIT ? undefined : graph.find(operation.output);
  if (!shape) return [field("returns:"), ...paragraph("None")];
  const place: Place = { shape, above: [], direction: "response", operation };
  const isLarge = isTooLarge(place);
  const syntax = isLarge ? undefined : printSyntax(place);
  const structure = isLarge ? undefined : printResponseStructure(place);
  return [
    field("rtype:"),
    ...paragraph("dict"),
    field("returns:"),
    ...(shape.members.some(({ target }) => isEventStream(target)) ? paragraph(STREAMS) : []),
    ...(syntax === undefined ? tooLarge("Response Syntax") : [...paragraph("Response Syntax"), code(syntax)]),
    ...(structure === undefined
      ? tooLarge("Response Structure")
      : [...paragraph("Response Structure"), ...structure]),
  ];
}

function tooLarge(section: string): PageBlock[] {
  return [
    ...paragraph(section),
    code("# This section is too large to render.\n# Please see the AWS API Documentation linked below."),
    ...paragraph("AWS API Documentation"),
  ];
}
