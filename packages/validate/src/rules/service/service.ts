import type { Severity } from "@shapelog/diagnostics";
import {
  canonicalJson,
  isIdentifier,
  isSimple,
  type ServiceShape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { closureOf } from "../../knowledge/closures.js";
import { groupBy } from "../../knowledge/group-by.js";
import { defineRule } from "../../rule.js";

type Fault =
  | {
      readonly kind: "clash";
      readonly shape: ShapeId;
      readonly name: string;
      readonly others: readonly ShapeId[];
    }
  | {
      readonly kind: "identifier" | "unchanged" | "absent" | "fixed";
      readonly shape: ShapeId;
      readonly name: string;
    };

/** Names that clash in a service's closure, and renames that cannot be (Smithy 2.0, "Service closure", "rename"). */
export const service = defineRule({
  name: "Service",
  events: {
    Service: {
      severity: "error",
      message: (d: { service: ShapeId; fault: Fault }) => describeFault(d.service, d.fault),
    },
  },
  *validate(context, event) {
    for (const shape of context.ofKind("service")) {
      for (const { fault, severity } of findClashes(context, shape)) {
        yield event("Service", { shape: fault.shape, severity }, { service: shape.id, fault });
      }
      for (const fault of findWrongRenames(context, shape)) {
        yield event("Service", { shape: shape.id }, { service: shape.id, fault });
      }
    }
  },
});

function describeFault(service: ShapeId, fault: Fault): string {
  const { shape, name } = fault;
  switch (fault.kind) {
    case "clash":
      return `${shape} is called "${name}" in ${service}, and so is ${fault.others.join(", ")}, but for the case of letters. Rename one in the service.`;
    case "identifier":
      return `${service} renames ${shape} to "${name}", which is no identifier.`;
    case "unchanged":
      return `${service} renames ${shape} to the name it has. Take the rename out.`;
    case "absent":
      return `${service} renames ${shape}, which it does not reach. Take the rename out.`;
    default:
      return `${service} renames ${shape}, but resources and operations cannot be renamed.`;
  }
}

/** So many shapes of the same name are told. */
const SHOWN = 3;

interface Clash {
  readonly fault: Extract<Fault, { kind: "clash" }>;
  readonly severity: Severity;
}

function findClashes(context: ValidationContext, service: ServiceShape): readonly Clash[] {
  const renames = new Map(service.rename.map(({ shape, name }) => [shape, name]));
  const nameOf = (id: ShapeId) => renames.get(id) ?? shapeName(id);
  const groups = groupBy([...closureOf(context, service.id)].sort(), (id) => nameOf(id).toLowerCase());
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const alike = [...groupBy(group, (id) => describeMeaning(context, id)).values()];
    return alike.flatMap((same) => {
      const different = alike.length > 1 ? firstOthers(group, same) : [];
      return same.flatMap((shape) => {
        const fault = { kind: "clash", shape, name: nameOf(shape) } as const;
        const others = firstOthers(same, [shape]);
        const clashes: Clash[] = [];
        if (others.length > 0)
          clashes.push({ fault: { ...fault, others }, severity: weighSame(context, shape) });
        if (different.length > 0) clashes.push({ fault: { ...fault, others: different }, severity: "error" });
        return clashes;
      });
    });
  });
}

function firstOthers(ids: readonly ShapeId[], but: readonly ShapeId[]): readonly ShapeId[] {
  const left = new Set(but);
  const found: ShapeId[] = [];
  for (const id of ids) {
    if (!left.has(id)) found.push(id);
    if (found.length === SHOWN) break;
  }
  return found;
}

const DEPTH = 100;

/** Returns a text that shapes share only where they could share a name: their kind, traits, and those of list members. */
function describeMeaning(context: ValidationContext, id: ShapeId, depth = 0): string {
  const shape = context.shape(id);
  if (!shape || depth > DEPTH) return "";
  const own = `${shape.kind} ${canonicalJson(shape.traits)}`;
  const [member] = shape.kind === "list" ? shape.members : [];
  if (!member) return own;
  return `${own} ${canonicalJson(member.traits)} ${describeMeaning(context, member.target, depth + 1)}`;
}

/** Returns how bad it is that shapes that say the same share a name. Simple ones and lists of them may, all else not. */
function weighSame(context: ValidationContext, id: ShapeId): Severity {
  let shape = context.shape(id);
  const severity = shape?.kind === "list" ? "warning" : "note";
  for (let depth = 0; shape?.kind === "list" && depth < DEPTH; depth++) {
    shape = shape.members[0] && context.shape(shape.members[0].target);
  }
  const isHarmless = !shape || isSimple(shape) || shape.kind === "enum" || shape.kind === "intEnum";
  return isHarmless ? severity : "error";
}

function findWrongRenames(context: ValidationContext, service: ServiceShape): readonly Fault[] {
  if (service.rename.length === 0) return [];
  const closure = closureOf(context, service.id);
  return service.rename.flatMap(({ shape, name }) => {
    const faults: Fault[] = [];
    const kind = context.shape(shape)?.kind;
    if (!isIdentifier(name)) faults.push({ kind: "identifier", shape, name });
    else if (name === shapeName(shape)) faults.push({ kind: "unchanged", shape, name });
    if (!closure.has(shape)) faults.push({ kind: "absent", shape, name });
    else if (kind === "resource" || kind === "operation") faults.push({ kind: "fixed", shape, name });
    return faults;
  });
}
