import { findServiceOperations, findServices, shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { isBindingRemoval } from "../bindings.js";

/** An operation can no longer be reached from its service, whatever took it out. */
export const serviceOperationUnbound: Rule = {
  id: "service.operation.unbound",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "service.operation.bound",
  evaluate(difference, _place, { before, after }) {
    const reached = new Set(
      findServices(after).flatMap((service) =>
        findServiceOperations(after, service).map((shape) => shape.id),
      ),
    );
    return difference.changes.filter(isBindingRemoval).flatMap((change) => {
      const shape = before.shapes.get(change.target);
      if (shape?.kind !== "operation" || reached.has(shape.id)) return [];
      return [
        {
          changes: [change],
          positions: [],
          message: `${code(shapeName(shape.id))} is no longer an operation of the service.`,
          affected: `you call ${code(shapeName(shape.id))}`,
          action: "Find another operation; new SDKs do not have this one.",
        },
      ];
    });
  },
};
