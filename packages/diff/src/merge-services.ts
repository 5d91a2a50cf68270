import { findClosure, findServiceOperations, findServices, type Model, shapeName } from "@shapelog/model";
import type { JudgedFinding } from "./finding.js";
import { codeList } from "./words.js";

/** The most operations that a sentence names; of more their number is told. */
const NAMED = 5;

/** How a service is told that only one of two models has. */
interface Whole {
  readonly rule: string;
  /** The rules of what comes or goes with it. */
  readonly parts: ReadonlySet<string>;
  /** Which model has it. */
  readonly side: "before" | "after";
}

const WHOLES: readonly Whole[] = [
  {
    rule: "service.removed",
    parts: new Set(["operation.removed", "shape.removed", "shape.replaced"]),
    side: "before",
  },
  { rule: "service.added", parts: new Set(["operation.added", "shape.added"]), side: "after" },
];

interface WholeModel extends Whole {
  readonly model: Model;
  /** Whether the other model has nothing at all. */
  readonly isAll: boolean;
}

/**
 * Returns findings in which a service that is new or gone is told once, with the operations and types that are its alone.
 */
export function mergeServices(
  findings: readonly JudgedFinding[],
  models: { readonly before: Model; readonly after: Model },
): JudgedFinding[] {
  return WHOLES.reduce<JudgedFinding[]>(
    (list, whole) => {
      const services = list.filter(({ rule }) => rule === whole.rule);
      if (services.length === 0) return list;
      const other = whole.side === "before" ? models.after : models.before;
      const isAll = other.shapes.size === 0;
      return mergeWhole(list, services, { ...whole, model: models[whole.side], isAll });
    },
    [...findings],
  );
}

function mergeWhole(
  findings: readonly JudgedFinding[],
  services: readonly JudgedFinding[],
  { parts, model, isAll }: WholeModel,
): JudgedFinding[] {
  const ids = new Set(services.map(({ shape }) => shape));
  const others = findServices(model).filter(({ id }) => !ids.has(id));
  const kept = findClosure(
    model,
    others.map(({ id }) => id),
  );
  const taken = new Map<JudgedFinding, JudgedFinding>();
  for (const service of services) {
    const own = findClosure(model, [service.shape]);
    for (const finding of findings) {
      const isPart = parts.has(finding.rule) && !kept.has(finding.shape) && own.has(finding.shape);
      if ((isPart || (isAll && !services.includes(finding))) && !taken.has(finding))
        taken.set(finding, service);
    }
  }
  return findings.flatMap((finding) => {
    if (taken.has(finding)) return [];
    if (!ids.has(finding.shape) || !services.includes(finding)) return [finding];
    return [
      tellWhole(
        finding,
        findings.filter((part) => taken.get(part) === finding),
        model,
      ),
    ];
  });
}

function tellWhole(service: JudgedFinding, parts: readonly JudgedFinding[], model: Model): JudgedFinding {
  if (parts.length === 0) return service;
  const shape = model.shapes.get(service.shape);
  const gone = new Set(parts.map((part) => part.shape));
  const operations = (shape?.kind === "service" ? findServiceOperations(model, shape) : [])
    .map(({ id }) => id)
    .filter((id) => gone.has(id));
  const list =
    operations.length > NAMED
      ? `its ${operations.length} operations`
      : `its ${operations.length === 1 ? "operation" : "operations"} ${codeList(operations.map(shapeName))}`;
  const message =
    operations.length === 0 ? service.message : service.message.replace(/\.$/, `, with ${list}.`);
  const changes = [...service.changes, ...parts.flatMap((part) => part.changes)];
  return { ...service, changes, operations, message };
}
