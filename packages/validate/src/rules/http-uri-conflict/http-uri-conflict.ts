import {
  hasTrait,
  isNodeObject,
  type OperationShape,
  type ShapeId,
  stringTrait,
  trait,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { groupBy } from "../../knowledge/group-by.js";
import { type HostPrefix, parseHostPrefix } from "../../knowledge/host-prefix.js";
import { type HttpOperation, httpOperations } from "../../knowledge/http-operations.js";
import type { PatternSegment } from "../../knowledge/pattern-segments.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { topDown } from "../../knowledge/top-down.js";
import { listNames } from "../../list-names.js";
import { runPattern } from "../../node/run-pattern.js";
import { defineRule } from "../../rule.js";

/** Operations of a service that the same request could mean (Smithy 2.0, "http trait", "Literal routing"). */
export const httpUriConflict = defineRule({
  name: "HttpUriConflict",
  events: {
    HttpUriConflict: {
      severity: "error",
      message: (d: { operation: ShapeId; service: ShapeId; request: string; others: readonly ShapeId[] }) =>
        `"${d.request}" of ${d.operation} also means ${listNames(d.others)} in ${d.service}. ` +
        "Give each operation a URI of its own.",
    },
  },
  *validate(context, event) {
    const known = new Map(httpOperations(context).map((each) => [each.operation.id, each]));
    for (const { service, operations } of topDown(context)) {
      const routed = operations.flatMap(({ id }) => known.get(id) ?? []).map((each) => readRoute(each));
      for (const routes of groupBy(routed, keyOf).values()) {
        for (const route of routes) {
          const others = findOthers(context, route, routes);
          if (others.length === 0) continue;
          const { operation, method, uri } = route;
          const data = {
            operation: operation.id,
            service: service.id,
            request: `${method} ${uri.text}`,
            others,
          };
          yield event("HttpUriConflict", { shape: operation.id }, data);
        }
      }
    }
  },
});

interface Route extends HttpOperation {
  /** `undefined` where the operation is served by the service's own host. */
  readonly prefix: HostPrefix | undefined;
}

/** Others named in one event, and looked for. */
const LIMIT = 20;

function readRoute(operation: HttpOperation): Route {
  const endpoint = trait(operation.operation, "endpoint");
  const text = isNodeObject(endpoint) ? endpoint.hostPrefix : undefined;
  const prefix = typeof text === "string" ? parseHostPrefix(text) : undefined;
  return { ...operation, prefix: typeof prefix === "string" ? undefined : prefix };
}

/** Routes with different keys cannot meet: labels match any text, but a literal wins over a label. */
function keyOf({ method, uri, prefix }: Route): string {
  const path = uri.segments.map(({ kind, content }) => (kind === "literal" ? content : `{${kind}}`));
  const query = [...uri.query].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([method, path, query, prefix !== undefined]);
}

function findOthers(context: ValidationContext, route: Route, routes: readonly Route[]): readonly ShapeId[] {
  const others: ShapeId[] = [];
  for (const other of routes) {
    if (other === route || areApart(context, route, other)) continue;
    others.push(other.operation.id);
    if (others.length === LIMIT) break;
  }
  return others;
}

/** Returns whether two host prefixes cannot meet: a label stands against a literal that its pattern does not match. */
function areApart(context: ValidationContext, a: Route, b: Route): boolean {
  if (!a.prefix || !b.prefix) return false;
  const pairs = findUnlike(a.prefix.segments, b.prefix.segments);
  return (
    pairs.length > 0 &&
    pairs.every(([left, right]) =>
      left.kind === "literal"
        ? isExcluded(context, b.operation, { label: right.content, literal: left.content })
        : isExcluded(context, a.operation, { label: left.content, literal: right.content }),
    )
  );
}

type Pair = readonly [left: PatternSegment, right: PatternSegment];

/** Returns the places where one has a label and the other a literal, up to the first literals that differ. */
function findUnlike(left: readonly PatternSegment[], right: readonly PatternSegment[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [index, a] of left.entries()) {
    const b = right[index];
    if (!b) break;
    if (a.kind !== b.kind) pairs.push([a, b]);
    else if (a.kind === "literal" && a.content !== b.content) break;
  }
  return pairs;
}

/** Whether the pattern of the member that fills a label does not match a literal. */
function isExcluded(
  context: ValidationContext,
  { input }: OperationShape,
  { label, literal }: { readonly label: string; readonly literal: string },
): boolean {
  const member = structureOf(context, input)?.members.find(({ name }) => name === label);
  const pattern = member && hasTrait(member, "hostLabel") ? stringTrait(member, "pattern") : undefined;
  return pattern !== undefined && runPattern(pattern, literal) === false;
}
