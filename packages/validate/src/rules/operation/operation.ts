import { memberId, type OperationShape, type Shape, type ShapeId, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { type Referrer, referrersOf } from "../../knowledge/referrers.js";
import { defineRule } from "../../rule.js";

type Slot = "input" | "output";

type Misuse = "other-slot" | "member" | "several";

/** Inputs and outputs used for something else, and names that mislead (Smithy 2.0, "input trait", "output trait"). */
export const operation = defineRule({
  name: "Operation",
  events: {
    OperationInputOutputMisuse: {
      severity: "error",
      message: (d: { misuse: Misuse; from: readonly ShapeId[]; target: ShapeId; slot: Slot }) =>
        d.misuse === "several"
          ? `${d.target} has @${d.slot}, so one operation alone can use it; ${d.from.join(", ")} do.`
          : d.misuse === "member"
            ? `${d.from[0]} targets ${d.target}, which has @${d.slot}. Members cannot.`
            : `${d.from[0]} has ${d.target} as its ${d.slot === "input" ? "output" : "input"}, but that has @${d.slot}.`,
    },
    OperationInputOutputName: {
      severity: "warning",
      message: (d: { operation: ShapeId; target: ShapeId; slot: Slot }) =>
        `The ${d.slot} of ${d.operation} is ${d.target}; its name should begin with that of the operation.`,
    },
    OperationNameAmbiguity: {
      severity: "warning",
      message: (d: { shape: ShapeId; operation: ShapeId; target: ShapeId; slot: Slot }) =>
        `${d.shape} is named like the ${d.slot} of ${d.operation}, which has ${d.target} instead. Rename it, or use it.`,
    },
  },
  *validate(context, event) {
    for (const slot of ["input", "output"] as const) {
      for (const { id } of context.withTrait(slot)) {
        const referrers = referrersOf(context, id);
        for (const { place, ...misuse } of findMisuses(referrers, id, slot)) {
          yield event("OperationInputOutputMisuse", { shape: place }, { ...misuse, target: id, slot });
        }
        for (const { from, relationship } of referrers) {
          if (relationship !== slot || shapeName(id).startsWith(shapeName(from.id))) continue;
          const data = { operation: from.id, target: id, slot };
          yield event("OperationInputOutputName", { shape: from.id, below: slot }, data);
        }
      }
    }
    for (const shape of context.ofKind("operation")) {
      for (const { slot, id } of findAmbiguous(context, shape)) {
        const data = { shape: id, operation: shape.id, target: shape[slot], slot };
        yield event("OperationNameAmbiguity", { shape: id }, data);
      }
    }
  },
});

interface FoundMisuse {
  readonly place: ShapeId;
  readonly misuse: Misuse;
  readonly from: readonly ShapeId[];
}

function findMisuses(referrers: readonly Referrer[], id: ShapeId, slot: Slot): readonly FoundMisuse[] {
  const other = slot === "input" ? "output" : "input";
  const users = [
    ...new Set(referrers.filter(({ relationship }) => relationship === slot).map(({ from }) => from.id)),
  ];
  const found: FoundMisuse[] = users.length > 1 ? [{ place: id, misuse: "several", from: users.sort() }] : [];
  for (const { from, relationship, name } of referrers) {
    if (relationship === other) found.push({ place: from.id, misuse: "other-slot", from: [from.id] });
    if (relationship !== "member" || name === undefined) continue;
    const member = memberId(from.id, name);
    found.push({ place: member, misuse: "member", from: [member] });
  }
  return found;
}

const SUFFIXES = { input: ["Input", "Request"], output: ["Output", "Response"] } as const;

function findAmbiguous(
  context: ValidationContext,
  shape: OperationShape,
): readonly { slot: Slot; id: ShapeId }[] {
  return (["input", "output"] as const).flatMap((slot) =>
    SUFFIXES[slot].flatMap((suffix) => {
      const named: Shape | undefined = context.shape(`${shape.id}${suffix}`);
      return named && named.id !== shape[slot] ? [{ slot, id: named.id }] : [];
    }),
  );
}
