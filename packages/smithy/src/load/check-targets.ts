import {
  checkReferences,
  findMember,
  type Model,
  memberId,
  type ShapeId,
  visitNeighbors,
} from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Loading } from "./loading.js";
import type { ModelPart } from "./model-part.js";

/** Reports what shapes point at and cannot: what no file has, shapes of a wrong kind, and members. */
export function checkTargets(loading: Loading, model: Model, parts: readonly ModelPart[]): void {
  let hasMembers = false;
  const isReported = (id: ShapeId) => {
    if (!isMember(model, id)) return parts.some((part) => part.isWritten(id));
    hasMembers = true;
    return true;
  };
  for (const diagnostic of checkReferences(model, loading.locate, { isReported })) {
    loading.diagnostics.push(diagnostic);
  }
  if (hasMembers) reportMembers(loading, model);
}

function isMember({ shapes }: Model, id: ShapeId): boolean {
  const dollar = id.indexOf("$");
  const shape = dollar === -1 ? undefined : shapes.get(id.slice(0, dollar));
  return shape !== undefined && findMember(shape, id.slice(dollar + 1)) !== undefined;
}

function reportMembers({ diagnostics, locate }: Loading, model: Model): void {
  for (const shape of model.shapes.values()) {
    visitNeighbors(shape, (relationship, target, name) => {
      if (!isMember(model, target)) return;
      const from = relationship === "member" && name !== undefined ? memberId(shape.id, name) : shape.id;
      const data = { from, relationship, target };
      diagnostics.push(smithyDiagnostics.create("member-as-target", locate(from) ?? locate(shape.id), data));
    });
  }
}
