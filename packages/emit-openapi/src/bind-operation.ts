import { isNodeObject, type OperationShape, shapeName, trait } from "@shapelog/model";
import { openApiDiagnostics } from "./diagnostics.js";
import { nameExamples } from "./examples.js";
import { httpParameters } from "./http-parameters.js";
import {
  type BoundOperation,
  findStructure,
  type OpenApiContext,
  type Parameter,
} from "./openapi-context.js";
import type { ProtocolStyle } from "./protocol.js";

const METHODS: ReadonlySet<string> = new Set("delete get head options patch post put trace".split(" "));

/**
 * Returns where an operation stands in a document, or `undefined` after reporting why it cannot. RPC protocols have
 * one path for all operations, and some REST operations differ in their query alone: what tells them apart follows `#`
 * in the path's key, as in the AWS descriptions of APIs.guru.
 */
export function bindOperation(
  context: OpenApiContext,
  operation: OperationShape,
): BoundOperation | undefined {
  return STYLES[context.protocol.style](context, operation);
}

const STYLES: Readonly<
  Record<ProtocolStyle, (context: OpenApiContext, operation: OperationShape) => BoundOperation | undefined>
> = {
  rest: bindByHttp,
  target: bindByTarget,
  action: bindByAction,
  path: bindByPath,
};

/** Smithy 2.0, "AWS JSON 1.0 and 1.1 protocols". */
function bindByTarget({ service }: OpenApiContext, operation: OperationShape): BoundOperation {
  const target = `${shapeName(service.id)}.${shapeName(operation.id)}`;
  return rpc("/", `X-Amz-Target=${target}`, [fixed("header", "X-Amz-Target", target)]);
}

/** Smithy 2.0, "AWS query protocol" and "Amazon EC2 query protocol". */
function bindByAction(_: OpenApiContext, operation: OperationShape): BoundOperation {
  return rpc("/", `Action=${shapeName(operation.id)}`, []);
}

/** Smithy 2.0, "Smithy RPC v2 CBOR protocol". */
function bindByPath({ service, protocol }: OpenApiContext, operation: OperationShape): BoundOperation {
  const path = `/service/${encodePart(shapeName(service.id))}/operation/${encodePart(shapeName(operation.id))}`;
  const header = protocol.header === undefined ? [] : [fixed("header", "smithy-protocol", protocol.header)];
  return rpc(path, "", header);
}

function rpc(path: string, fragment: string, parameters: readonly Parameter[]): BoundOperation {
  return { path, fragment, method: "post", parameters, success: 200 };
}

/** Smithy 2.0, "http trait". */
function bindByHttp(context: OpenApiContext, operation: OperationShape): BoundOperation | undefined {
  const http = trait(operation, "http");
  if (!isNodeObject(http) || typeof http.uri !== "string" || typeof http.method !== "string") {
    context.report(
      openApiDiagnostics.create("no-http-binding", context.locate?.(operation.id), {
        operation: operation.id,
      }),
    );
    return undefined;
  }
  const method = http.method.toLowerCase();
  if (!METHODS.has(method)) {
    const data = { operation: operation.id, method: http.method };
    context.report(
      openApiDiagnostics.create("unknown-method", context.locate?.(operation.id, "smithy.api#http"), data),
    );
    return undefined;
  }
  const [written = "", ...query] = http.uri.split("?");
  const { path, greedy } = readPath(written);
  const fragment = query.join("?");
  const { code } = http;
  const success =
    typeof code === "number" && Number.isInteger(code) && code >= 100 && code <= 599 ? code : 200;
  const examples = nameExamples(operation);
  const bound = httpParameters(context, findStructure(context, operation.input), examples);
  const parameters = [...completeLabels(path, bound, greedy), ...readLiterals(fragment)];
  return { path, fragment, method, parameters, success };
}

/** Reads a URI pattern: labels stay in braces, `{key+}` becomes `{key}`, all else is fit to stand in a path. */
function readPath(written: string): { readonly path: string; readonly greedy: ReadonlySet<string> } {
  const greedy = new Set<string>();
  const parts = written.split("/").map((part) => {
    const label = /^\{(\w+)(\+?)\}$/.exec(part);
    if (label?.[2] === "+") greedy.add(label[1] ?? "");
    return label ? `{${label[1]}}` : encodePart(part);
  });
  const path = parts.join("/");
  return { path: path.startsWith("/") ? path : `/${path}`, greedy };
}

/** Every label of the path has a parameter, and every parameter in the path has a label. */
function completeLabels(path: string, bound: readonly Parameter[], greedy: ReadonlySet<string>): Parameter[] {
  const labels = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, label]) => label ?? ""));
  const known = bound.filter((parameter) => parameter.in !== "path" || labels.has(parameter.name));
  const named = new Set(known.flatMap((parameter) => (parameter.in === "path" ? [parameter.name] : [])));
  const missing = [...labels].filter((label) => !named.has(label));
  return [
    ...missing.map((name): Parameter => ({ name, in: "path", required: true, schema: { type: "string" } })),
    ...known.map((parameter) =>
      parameter.in === "path" && greedy.has(parameter.name)
        ? { ...parameter, "x-shapelog-greedy": true }
        : parameter,
    ),
  ];
}

function readLiterals(query: string): Parameter[] {
  const literals = new Map(
    query
      .split("&")
      .filter((part) => part !== "")
      .map((part): [string, string] => {
        const [name = "", ...value] = part.split("=");
        return [name, value.join("=")];
      }),
  );
  return [...literals].map(([name, value]) => fixed("query", name, value));
}

function fixed(place: Parameter["in"], name: string, value: string): Parameter {
  return { name, in: place, required: true, schema: { type: "string", enum: [value] } };
}

/** A part of a path as it may stand in a key of `paths`: RFC 3986 path characters stay, others are encoded. */
function encodePart(part: string): string {
  return part.replace(/[^\w.~!$&'()*+,;=:@%-]/gu, (character) =>
    encodeURIComponent(character.replace(/\p{Surrogate}/u, "\ufffd")),
  );
}
