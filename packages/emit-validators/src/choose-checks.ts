import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { chooseShapes, chooseWireShapes, type DataShape, hasFunctions, type Names } from "@shapelog/emit";
import { demandedForm, type Model, type Profile, type ServiceShape, type ShapeId } from "@shapelog/model";
import type { Check, Form } from "./check.js";
import type { NamedCheck } from "./compile-check.js";
import { findCycles } from "./find-cycles.js";
import { planShape } from "./plan-shape.js";

/** The checks of the shapes that have public functions, and of what these call, in shape id order. */
export interface ChosenChecks extends WithDiagnostics {
  /** Checks that are the same in both forms. */
  readonly both: readonly NamedCheck[];
  readonly wire: readonly NamedCheck[];
  readonly sdk: readonly NamedCheck[];
}

export interface ChooseChecksOptions {
  readonly service: ServiceShape;
  readonly names: Names;
  /** Default: `sdk`. */
  readonly profile?: Profile;
}

/** Plans the checks of a service's shapes, and finds out which are the same in both forms, calls included. */
export function chooseChecks(model: Model, options: ChooseChecksOptions): ChosenChecks {
  const { service, names } = options;
  const diagnostics = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic) => diagnostics.set(diagnostic.message, diagnostic); // one for both forms
  const plan = createPlanner(model, { ...options, report });
  const onWire = chooseWireShapes(model, service);
  const roots = new Set([
    ...onWire.shapes
      .filter((shape) => onWire.pieces.titles.has(shape.id) || hasFunctions(shape))
      .map(({ id }) => id),
    ...[...onWire.aliases.values()].map(({ id }) => id),
  ]);
  const inProgram = chooseShapes(model, service).shapes.filter(hasFunctions);
  const keep = (checks: readonly NamedCheck[], ids: Iterable<ShapeId>) =>
    keepCalled(checks, new Set([...ids].map((id) => names.of(id))));
  const wire = keep(plan("wire", onWire.shapes), roots);
  const sdk = keep(
    plan("sdk"),
    inProgram.map(({ id }) => id),
  );
  const differing = findDiffering(wire, sdk);
  return {
    both: sdk.filter(({ name }) => !differing.has(name)),
    wire: wire.filter(({ name }) => differing.has(name)),
    sdk: sdk.filter(({ name }) => differing.has(name)),
    diagnostics: [...diagnostics.values()],
  };
}

/** Returns the checks of some names and of all that they call. */
function keepCalled(checks: readonly NamedCheck[], names: Set<string>): NamedCheck[] {
  const byName = new Map(checks.map((named) => [named.name, named]));
  for (const name of names) {
    const named = byName.get(name);
    for (const called of named ? findCalls(named.check) : []) names.add(called);
  }
  return checks.filter(({ name }) => names.has(name));
}

interface PlannerOptions extends ChooseChecksOptions {
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Plans the checks of shapes in one form, in their order. Default: all data shapes of the service, in shape id order. */
export type Plan = (form: Form, shapes?: readonly DataShape[]) => NamedCheck[];

/** Returns a function that plans the checks of a service's shapes. */
export function createPlanner(
  model: Model,
  { service, names, profile = "sdk", report }: PlannerOptions,
): Plan {
  const chosen = chooseShapes(model, service);
  const known = new Map(chosen.shapes.map((shape) => [shape.id, shape]));
  const inputs = new Set(chosen.operations.map(({ input }) => input));
  const outputs = new Set(chosen.operations.map(({ output }) => output));
  return (form, planned = chosen.shapes) => {
    const shapes = new Map(planned.map((shape) => [shape.id, shape]));
    const cycles = findCycles(shapes);
    const demands = form === "wire" ? form : demandedForm(profile);
    const context = { model, service, names, form, demands, known, shapes, inputs, outputs, cycles, report };
    return planned.map((shape) => ({
      name: names.of(shape.id),
      check: planShape(context, shape),
      isRecursive: cycles.has(shape.id),
    }));
  };
}

/** Returns the names of the checks that differ between two forms, themselves or in what they call. */
function findDiffering(left: readonly NamedCheck[], right: readonly NamedCheck[]): ReadonlySet<string> {
  const callers = new Map<string, Set<string>>();
  const differing = new Set<string>();
  const lefts = new Map(left.map(({ name, check }) => [name, JSON.stringify(check)]));
  const rights = new Map(right.map(({ name, check }) => [name, JSON.stringify(check)]));
  for (const { name, check } of [...left, ...right]) {
    if (lefts.get(name) !== rights.get(name)) differing.add(name);
    for (const called of findCalls(check)) {
      const known = callers.get(called);
      if (known) known.add(name);
      else callers.set(called, new Set([name]));
    }
  }
  for (const name of differing) for (const caller of callers.get(name) ?? []) differing.add(caller);
  return differing;
}

function findCalls(check: Check): string[] {
  switch (check.kind) {
    case "call":
      return [check.name];
    case "list":
      return findCalls(check.item);
    case "text":
      return findCalls(check.inner);
    case "map":
      return [...findCalls(check.key), ...findCalls(check.value)];
    case "structure":
    case "union":
      return check.members.flatMap((member) => findCalls(member.check));
    default:
      return [];
  }
}
