import {
  findMember,
  findShape,
  findSources,
  hasTrait,
  isAggregate,
  type Model,
  type ShapeId,
} from "@shapelog/model";
import type { RuleContext } from "../rule/rule.js";

/**
 * Returns the shape of the same kind that stands wherever a lost one stood, of all places that are still there, where
 * those who send and read it go on; `undefined` where there is none, or another finding tells them not to. Errors are
 * known by their names on the wire, too: none replaces another.
 */
export function findReplacement(lost: ShapeId, context: RuleContext): ShapeId | undefined {
  const { before, after } = context.stated;
  const old = findShape(before, lost);
  if (!old || !isAggregate(old) || hasTrait(old, "error")) return undefined;
  const [now, ...others] = new Set(
    findSources(before, lost).flatMap((holder) => findTargets({ before, after }, holder, lost)),
  );
  if (now === undefined || others.length > 0 || findShape(after, now)?.kind !== old.kind) return undefined;
  const { request, response } = context.compare(lost, now);
  return request === "other" || response === "other" ? undefined : now;
}

/** Returns what a shape points at now where it pointed at another shape. */
function findTargets(
  { before, after }: { readonly before: Model; readonly after: Model },
  holder: ShapeId,
  lost: ShapeId,
): ShapeId[] {
  const [from, to] = [findShape(before, holder), findShape(after, holder)];
  if (from?.kind === "operation" && to?.kind === "operation")
    return [...(from.input === lost ? [to.input] : []), ...(from.output === lost ? [to.output] : [])];
  if (!from || !to || !isAggregate(from) || !isAggregate(to)) return [];
  return from.members.flatMap(({ name, target }) => {
    const member = target === lost ? findMember(to, name) : undefined;
    return member ? [member.target] : [];
  });
}
