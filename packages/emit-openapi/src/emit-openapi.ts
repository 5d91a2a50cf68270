import type { Diagnostic } from "@shapelog/diagnostics";
import { createNames, documentationText, type EmitResult, type Names, serviceTitle } from "@shapelog/emit";
import {
  documentation,
  findServiceOperations,
  type Model,
  type OperationShape,
  pagination,
  printJson,
  type ServiceShape,
  type ShapeId,
} from "@shapelog/model";
import { annotations, traceKeyword } from "./annotations.js";
import { bindOperation } from "./bind-operation.js";
import { createPaths } from "./create-paths.js";
import { createSchemaContext } from "./create-schemas.js";
import { findTags } from "./find-tags.js";
import { messageBody } from "./message-body.js";
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

export interface EmitSchemasOptions {
  readonly service: ServiceShape;
  /** Default: names made for the service. */
  readonly names?: Names;
  /** Returns the ISO date a shape, member (`ns#S$m`) or operation first appeared. Default: not known. */
  readonly since?: (id: ShapeId) => string | undefined;
}

/**
 * Emits `openapi.json`: an OpenAPI 3.1 document of a service (OpenAPI Specification 3.1.0). Operations of RPC protocols
 * have paths such as `/#X-Amz-Target=Service.Operation`, as the AWS descriptions of APIs.guru have. Names that only
 * XML has (`@xmlName`, `@xmlFlattened`) and hosts are not expressed.
 */
export function emitOpenApi(model: Model, options: EmitSchemasOptions): EmitResult {
  const { service, since } = options;
  const diagnostics = new Map<string, Diagnostic>(); // a shape's pattern may be met in several places
  const names = options.names ?? createNames(model, { service });
  const context: OpenApiContext = {
    ...createSchemaContext(
      model,
      {
        service,
        names,
        form: "wire",
        refPrefix: "#/components/schemas/",
        ...(since === undefined ? {} : { since }),
      },
      (diagnostic) => diagnostics.set(diagnostic.message, diagnostic),
    ),
    protocol: findHttpForm(service),
  };
  const text = `${printJson(createDocument(context), 2)}\n`;
  return { files: [{ path: "openapi.json", text }], diagnostics: [...diagnostics.values()] };
}

function createDocument(context: OpenApiContext): OpenApiObject {
  const { model, service, names } = context;
  const { tags, tagOf } = findTags(model, service);
  const schemes = [...securitySchemes(service).values()];
  const schemas = [...context.shapes.values()].map((shape) => [
    names.of(shape.id),
    shapeSchema(context, shape),
  ]);
  const operations = findServiceOperations(model, service).flatMap((operation) => {
    const bound = bindOperation(context, operation);
    return bound ? [{ bound, name: names.of(operation.id), operation }] : [];
  });
  return {
    openapi: "3.1.0",
    info: infoObject(service),
    tags,
    paths: createPaths(operations, (listed) => operationObject(context, listed, tagOf(listed.operation.id))),
    components: {
      schemas: Object.fromEntries(schemas),
      ...(schemes.length === 0
        ? {}
        : { securitySchemes: Object.fromEntries(schemes.map(({ name, scheme }) => [name, scheme])) }),
    },
    ...(schemes.length === 0 ? {} : { security: schemes.map(({ name }) => ({ [name]: [] })) }),
  };
}

function infoObject(service: ServiceShape): OpenApiObject {
  const description = documentationText(documentation(service) ?? "");
  return {
    title: documentationText(serviceTitle(service)).replace(/\s+/g, " "),
    version: service.version === "" ? "0" : service.version,
    ...(description === "" ? {} : { description }),
    "x-shapelog-shape": service.id,
  };
}

interface ListedOperation {
  readonly operation: OperationShape;
  readonly bound: BoundOperation;
}

function operationObject(
  context: OpenApiContext,
  { operation, bound: { parameters, success } }: ListedOperation,
  tag: string,
): OpenApiObject {
  const { service } = context;
  const pages = pagination(operation, service);
  const security = operationSecurity(service, operation);
  const input = findStructure(context, operation.input);
  const body = messageBody(context, input, context.protocol.request);
  return {
    operationId: context.names.of(operation.id),
    tags: [tag],
    ...annotations(context, operation, operation.id),
    ...traceKeyword(context, operation.id),
    ...(pages ? { "x-shapelog-pagination": pages } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body
      ? {
          requestBody: {
            ...(body.required ? { required: true } : {}),
            content: { [body.mediaType]: { schema: body.schema } },
          },
        }
      : {}),
    responses: operationResponses(context, operation, success),
    ...(security ? { security } : {}),
  };
}
