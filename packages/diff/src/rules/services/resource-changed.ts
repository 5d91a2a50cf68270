import type { Change, ChangeKind } from "@shapelog/changes";
import { shapeName } from "@shapelog/model";
import { BINDING_KINDS, isBindingChange } from "../../compare/bindings.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

const KINDS = [
  "shape.added",
  "shape.removed",
  "resource.identifier.added",
  "resource.identifier.removed",
  "resource.identifier.changed",
  "resource.property.added",
  "resource.property.removed",
  "resource.property.changed",
  ...BINDING_KINDS,
] as const satisfies readonly ChangeKind[];
const CLAIMED: ReadonlySet<ChangeKind> = new Set(KINDS);

/** How a resource is described changed; the operations that callers use did not. */
export const resourceChanged: Rule = {
  id: "resource.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "resource.changed",
  kinds: KINDS,
  evaluate(difference) {
    const isResource = [difference.before, difference.after].some((shape) => shape?.kind === "resource");
    return difference.changes
      .filter((change) => (isResource || isBindingChange(change)) && CLAIMED.has(change.kind))
      .map((change) => ({
        changes: [change],
        positions: [],
        message: `${describe(change)}; no operation came or went by it.`,
      }));
  },
};

/** What a lifecycle's operation does to a resource. */
const LIFECYCLE: Readonly<Record<string, string>> = {
  create: "created",
  put: "put",
  read: "read",
  update: "updated",
  delete: "deleted",
  list: "listed",
};

function describe(change: Change): string {
  const owner = "shape" in change ? code(shapeName(change.shape)) : "";
  const isGone = change.kind.endsWith(".removed");
  if (change.kind === "shape.added" || change.kind === "shape.removed") {
    return `The resource ${owner} ${isGone ? "is gone" : "is new"}`;
  }
  if (!("name" in change)) {
    const what = "target" in change ? code(shapeName(String(change.target))) : "";
    const part = change.kind.includes(".resource.") ? "a resource" : "an operation";
    return isGone ? `${what} is no longer ${part} of ${owner}` : `${what} is ${part} of ${owner} now`;
  }
  const name = code(change.name);
  const target = "target" in change ? change.target : "after" in change ? change.after : "";
  const type = code(shapeName(String(target)));
  if (change.kind.startsWith("resource.lifecycle.")) {
    const verb = LIFECYCLE[change.name];
    const done = verb === undefined ? `handled by ${type} (${name})` : `${verb} by ${type}`;
    return isGone ? `${owner} is no longer ${done}` : `${owner} is ${done} now`;
  }
  const part = change.kind.startsWith("resource.identifier.") ? "identifier" : "property";
  if (isGone) return `The ${part} ${name} of ${owner} is gone`;
  return change.kind.endsWith(".added")
    ? `${owner} has the ${part} ${name} now, of the type ${type}`
    : `The ${part} ${name} of ${owner} is of the type ${type} now`;
}
