import {
  findOperations,
  findServices,
  isNodeObject,
  type Model,
  type ShapeId,
  shapeName,
  trait,
} from "@shapelog/model";
import type { TrafficCall } from "./traffic-call.js";

/** An operation as an HTTP request names it (Smithy 2.0, "HTTP bindings"). */
interface Route {
  readonly operation: ShapeId;
  readonly method: string;
  readonly path: RegExp;
  /** Parts of the query that it has to have. */
  readonly query: readonly string[];
  /** Routes with more literal text are tried first. */
  readonly weight: number;
}

/** Says which operation of a service a call is of. */
export type FindOperation = (target: TrafficCall["target"]) => ShapeId | undefined;

/** Returns a search for the operations of models of one service, the states on both sides of a change. */
export function createOperationFinder(models: readonly Model[]): FindOperation {
  const operations = models.flatMap((model) => [...findOperations(model)]);
  const byName = new Map(operations.map(({ id }) => [shapeName(id), id]));
  const sources = new Set(models.flatMap(namesOfSource));
  const routes = operations.flatMap(createRoute).sort((a, b) => b.weight - a.weight);
  return (target) => {
    if (target.kind === "request") return findRoute(routes, target);
    const { name, source } = target;
    if (source !== undefined && sources.size > 0 && !isOf(sources, source)) return undefined;
    return byName.get(name) ?? byName.get(name.replace(API_VERSION, ""));
  };
}

/** CloudTrail puts the version of the API behind the names of some operations: `CreateFunction20150331v2`. */
const API_VERSION = /\d{4}_?\d{2}_?\d{2}(?:v\d+)?$/;

/** Returns what CloudTrail may call a service: by its trait, or by the names of its endpoint and of who signs. */
function namesOfSource(model: Model): readonly string[] {
  return findServices(model).flatMap((service) => {
    const [about, sigv4] = [trait(service, "aws.api#service"), trait(service, "aws.auth#sigv4")];
    const names = [
      ...(isNodeObject(about) ? [about.cloudTrailEventSource, about.endpointPrefix, about.arnNamespace] : []),
      ...(isNodeObject(sigv4) ? [sigv4.name] : []),
    ];
    return names.filter((name) => typeof name === "string");
  });
}

function isOf(sources: ReadonlySet<string>, source: string): boolean {
  return sources.has(source) || sources.has(source.replace(/\.amazonaws\.com(?:\.cn)?$/, ""));
}

function createRoute(operation: Parameters<typeof trait>[0] & { readonly id: ShapeId }): readonly Route[] {
  const http = trait(operation, "http");
  if (!isNodeObject(http) || typeof http.method !== "string" || typeof http.uri !== "string") return [];
  const [path = "", query = ""] = http.uri.split("?");
  // All calls of protocols that name the operation elsewhere have the same address.
  if (path === "/" && query === "" && http.method === "POST") return [];
  const pattern = path
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith("{") ? (part.endsWith("+}") ? ".+?" : "[^/]+") : escapePattern(part)))
    .join("");
  return [
    {
      operation: operation.id,
      method: http.method,
      path: new RegExp(`^${pattern}/?$`),
      query: query === "" ? [] : query.split("&"),
      weight: path.replaceAll(/\{[^}]*\}/g, "").length + query.length,
    },
  ];
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function findRoute(
  routes: readonly Route[],
  { method, address }: { readonly method: string; readonly address: string },
): ShapeId | undefined {
  const [path = "", query = ""] = address.split("?", 2);
  const parts = new Set(query.split("&").flatMap((part) => [part, part.replace(/=.*$/s, "")]));
  const found = routes.find(
    (route) =>
      route.method === method &&
      route.query.every((part) => parts.has(part.replace(/=$/, ""))) &&
      route.path.test(path),
  );
  return found?.operation;
}
