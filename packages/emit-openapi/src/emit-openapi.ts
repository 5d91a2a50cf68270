import type { Diagnostic } from "@shapelog/diagnostics";
import { createNames, documentationText, type EmitResult, type Names } from "@shapelog/emit";
import {
  bodyEncoding,
  documentation,
  findServiceOperations,
  type Locate,
  type Model,
  type OperationShape,
  pagination,
  printJson,
  type ServiceShape,
  type ShapeId,
  serviceHost,
} from "@shapelog/model";
import { annotations, externalDocs, traceKeyword } from "./annotations.js";
import { bindOperation } from "./bind-operation.js";
import { createPaths } from "./create-paths.js";
import { createSchemaContext } from "./create-schemas.js";
import { bodyExample, examplesKeyword, nameExamples } from "./examples.js";
import { findReferences } from "./find-references.js";
import { findTags, plainTitle } from "./find-tags.js";
import { formExample } from "./form-body.js";
import type { JsonSchema } from "./json-schema.js";
import { requestBody } from "./message-body.js";
import {
  type BoundOperation,
  findStructure,
  type OpenApiContext,
  type OpenApiObject,
} from "./openapi-context.js";
import { operationResponses } from "./operation-responses.js";
import { findHttpForm } from "./protocol.js";
import { operationSecurity, securitySchemes } from "./security.js";
import { shapeSchema } from "./shape-schema.js";
import { summarize } from "./summary.js";
import { unsaidOfMessage, unsaidOfOperation } from "./unsaid.js";

const REF_PREFIX = "#/components/schemas/";

export interface EmitSchemasOptions {
  readonly service: ServiceShape;
  /** Default: names made for the service. */
  readonly names?: Names;
  /** Returns the ISO date a shape, member (`ns#S$m`) or operation first appeared. Default: not known. */
  readonly since?: (id: ShapeId) => string | undefined;
  /** Returns the place of a shape, member or trait in the model's source, for diagnostics. Default: not known. */
  readonly locate?: Locate;
}

/**
 * Emits `openapi.json`: an OpenAPI 3.1 document of a service (OpenAPI Specification 3.1.0). Operations of RPC protocols
 * have paths such as `/#X-Amz-Target=Service.Operation`, as the AWS descriptions of APIs.guru have. Where bodies are XML,
 * schemas say what elements and attributes are called, which are flattened and in which namespace, and what stands around
 * responses and errors; maps are lists of entries. Forms have the keys that are sent. What OpenAPI has no words for (prefix
 * headers, a status as a member, host prefixes, event streams, namespaces that are only declared, keys without an end) is in
 * an extension and reported as `openapi/not-expressed`.
 */
export function emitOpenApi(model: Model, options: EmitSchemasOptions): EmitResult {
  const { service, since, locate } = options;
  const diagnostics = new Map<string, Diagnostic>(); // a shape's pattern may be met in several places
  const names = options.names ?? createNames(model, { service });
  const context: OpenApiContext = {
    ...createSchemaContext(
      model,
      {
        service,
        names,
        form: "wire",
        refPrefix: REF_PREFIX,
        ...(since === undefined ? {} : { since }),
        ...(locate === undefined ? {} : { locate }),
      },
      (diagnostic) => diagnostics.set(diagnostic.message, diagnostic),
    ),
    protocol: findHttpForm(service),
    xml: ["xml", "form"].includes(bodyEncoding(service)),
    cbor: bodyEncoding(service) === "cbor",
  };
  const text = `${printJson(createDocument(context), 2)}\n`;
  return { files: [{ path: "openapi.json", text }], diagnostics: [...diagnostics.values()] };
}

function createDocument(context: OpenApiContext): OpenApiObject {
  const { model, service, names } = context;
  const listed = findServiceOperations(model, service);
  const { tags, tagsOf } = findTags(model, service, listed);
  const schemes = [...securitySchemes(service).values()];
  const schemas = new Map(
    [...context.shapes.values()].map((shape) => [names.of(shape.id), shapeSchema(context, shape)]),
  );
  const operations = listed.flatMap((operation) => {
    const bound = bindOperation(context, operation);
    return bound ? [{ bound, name: names.of(operation.id), operation }] : [];
  });
  const paths = createPaths(operations, (found) => operationObject(context, found, tagsOf(found.operation)));
  // A form has keys of its own for what is in inputs: their schemas would be of nothing that is sent.
  const shown = context.protocol.style === "action" ? pickReferenced(schemas, paths) : schemas;
  return {
    openapi: "3.1.0",
    info: infoObject(service),
    ...externalDocs(service),
    ...serverObjects(service),
    tags,
    paths,
    components: {
      schemas: Object.fromEntries(shown),
      ...(schemes.length === 0
        ? {}
        : { securitySchemes: Object.fromEntries(schemes.map(({ name, scheme }) => [name, scheme])) }),
    },
    ...(schemes.length === 0 ? {} : { security: schemes.map(({ name }) => ({ [name]: [] })) }),
  };
}

/** Returns the schemas that paths refer to, and those that these refer to, in their order. */
function pickReferenced(
  schemas: ReadonlyMap<string, JsonSchema>,
  paths: OpenApiObject,
): ReadonlyMap<string, JsonSchema> {
  const found = new Set(findReferences(paths, REF_PREFIX));
  for (const name of found)
    for (const further of findReferences(schemas.get(name), REF_PREFIX)) found.add(further);
  return new Map([...schemas].filter(([name]) => found.has(name)));
}

function infoObject(service: ServiceShape): OpenApiObject {
  const description = documentationText(documentation(service) ?? "");
  return {
    title: plainTitle(service),
    version: service.version === "" ? "0" : service.version,
    ...(description === "" ? {} : { description }),
    "x-shapelog-shape": service.id,
  };
}

/** The host of the model, where it states one (OpenAPI Specification 3.1.0, "Server Object"). */
function serverObjects(service: ServiceShape): OpenApiObject {
  const stated = serviceHost(service);
  if (!stated) return {};
  const region = { default: "us-east-1", description: "The region that is called." };
  const variables = stated.isRegional ? { variables: { region } } : {};
  return { servers: [{ url: `https://${stated.host}`, ...variables }] };
}

function summaryField(operation: OperationShape): OpenApiObject {
  const summary = summarize(documentationText(documentation(operation) ?? ""));
  return summary === undefined ? {} : { summary };
}

interface ListedOperation {
  readonly operation: OperationShape;
  readonly bound: BoundOperation;
}

function operationObject(
  context: OpenApiContext,
  { operation, bound: { parameters, success } }: ListedOperation,
  tags: readonly string[],
): OpenApiObject {
  const { service } = context;
  const pages = pagination(operation, service);
  const security = operationSecurity(service, operation);
  const input = findStructure(context, operation.input);
  const body = requestBody(context, operation, input);
  const shown = examplesKeyword(nameExamples(operation), (example) => {
    if (!input || example.input === undefined) return undefined;
    if (context.protocol.style === "action") return formExample(context, operation, [input, example.input]);
    return bodyExample(context, input, { content: example.input, role: "request" });
  });
  return {
    operationId: context.names.of(operation.id),
    tags,
    ...summaryField(operation),
    ...annotations(context, operation, operation.id),
    ...traceKeyword(context, operation.id),
    ...(pages ? { "x-shapelog-pagination": pages } : {}),
    ...unsaidOfOperation(context, operation),
    ...unsaidOfMessage(context, input, "request"),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body
      ? {
          requestBody: {
            ...(body.required ? { required: true } : {}),
            content: { [body.mediaType]: { schema: body.schema, ...shown } },
          },
        }
      : {}),
    responses: operationResponses(context, operation, success),
    ...(security ? { security } : {}),
  };
}
