import { documentationText } from "@shapelog/emit";
import { documentation, errorStatus, type OperationShape, operationErrors } from "@shapelog/model";
import { bodyExample, examplesKeyword, nameExamples } from "./examples.js";
import { httpHeaders } from "./http-headers.js";
import { responseBody } from "./message-body.js";
import { findStructure, type OpenApiContext, type OpenApiObject } from "./openapi-context.js";
import type { ResponseShape } from "./response-shape.js";
import { unsaidOfMessage } from "./unsaid.js";
import { responseExample } from "./xml-body.js";

/** Returns the responses of an operation by status: its output, and its and the service's errors. */
export function operationResponses(
  context: OpenApiContext,
  operation: OperationShape,
  success: number,
): OpenApiObject {
  const examples = nameExamples(operation);
  const output = findStructure(context, operation.output);
  const succeeding = examples.filter(({ error }) => error === undefined);
  const errors = new Map<number, ResponseShape[]>();
  for (const id of operationErrors(operation, context.service)) {
    const shape = findStructure(context, id);
    if (!shape) continue;
    const status = errorStatus(shape, { isQuery: context.protocol.style === "action" });
    const failing = examples.flatMap(({ error, ...example }) =>
      error?.shape === id ? [{ ...example, output: error.content }] : [],
    );
    errors.set(status, [...(errors.get(status) ?? []), { shape, examples: failing }]);
  }
  const responses = [...errors].map(([status, shapes]) => [
    String(status),
    errorResponse(context, operation, shapes),
  ]);
  const first = successResponse(context, operation, output && { shape: output, examples: succeeding });
  return Object.fromEntries([[String(success), first], ...responses]);
}

function successResponse(
  context: OpenApiContext,
  operation: OperationShape,
  output: ResponseShape | undefined,
): OpenApiObject {
  const description = output && firstParagraph(documentation(output.shape));
  const parts = responseParts(context, operation, output ? [output] : []);
  const body = output ? undefined : responseBody(context, operation, undefined);
  const content = body ? { content: { [body.mediaType]: { schema: body.schema } } } : {};
  return { description: description ?? "Success", ...parts, ...content };
}

/** Each of several errors of one status is named and described. */
function errorResponse(
  context: OpenApiContext,
  operation: OperationShape,
  errors: readonly ResponseShape[],
): OpenApiObject {
  const said = errors.map(({ shape }) => {
    const text = firstParagraph(documentation(shape));
    const name = `\`${context.names.of(shape.id)}\``;
    return text === undefined ? name : `${name}: ${text.replaceAll("\n", "\n  ")}`;
  });
  const isPlain = errors.length === 1 || errors.every(({ shape }) => documentation(shape) === undefined);
  return {
    description: isPlain ? said.join(", ") : said.map((line) => `- ${line}`).join("\n"),
    ...responseParts(context, operation, errors),
  };
}

/** The headers and the body of a response that may hold any of some structures. */
function responseParts(
  context: OpenApiContext,
  operation: OperationShape,
  shapes: readonly ResponseShape[],
): OpenApiObject {
  const headers = context.protocol.style === "rest" ? httpHeaders(context, shapes) : {};
  const content = new Map<string, { readonly schemas: unknown[]; readonly examples: OpenApiObject[] }>();
  for (const { shape, examples } of shapes) {
    const body = responseBody(context, operation, shape);
    if (!body) continue;
    const media = content.get(body.mediaType) ?? { schemas: [], examples: [] };
    media.schemas.push(body.schema);
    const shown = examplesKeyword(examples, ({ output }) =>
      responseExample(context, operation, {
        shape,
        value: bodyExample(context, shape, { content: output, role: "response" }),
      }),
    );
    media.examples.push((shown.examples as OpenApiObject | undefined) ?? {});
    content.set(body.mediaType, media);
  }
  const media = [...content].map(([mediaType, { schemas, examples }]) => {
    const shown = Object.fromEntries(examples.flatMap((each) => Object.entries(each)));
    return [
      mediaType,
      {
        schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
        ...(Object.keys(shown).length === 0 ? {} : { examples: shown }),
      },
    ];
  });
  return {
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(media.length === 0 ? {} : { content: Object.fromEntries(media) }),
    ...Object.assign({}, ...shapes.map(({ shape }) => unsaidOfMessage(context, shape, "response"))),
  };
}

function firstParagraph(doc: string | undefined): string | undefined {
  const [paragraph = ""] = documentationText(doc ?? "").split("\n\n");
  return paragraph === "" ? undefined : paragraph;
}
