import {
  compareCodeUnits,
  findPositions,
  findServiceOperations,
  findShape,
  getShape,
  type Model,
  memberPath,
  type Position,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import type { Change, ShapeLevelChange } from "./change.js";
import type { Finding } from "./finding.js";
import type { Difference, Match, Place, Reach, Rule, RuleContext } from "./rule.js";
import { RULES } from "./rules/index.js";
import { code, count } from "./words.js";

/**
 * Returns what changes mean for readers: one finding for each rule, shape or member, and direction, in the order of
 * the changes. Every change is in at least one finding; those no rule covers are `unclassified` and ask to be checked.
 */
export function judge(changes: readonly Change[], before: Model, after: Model): Finding[] {
  const context: RuleContext = { before, after };
  const findings = groupByShape(changes, context).flatMap((difference) => judgeShape(difference, context));
  return [...findings, ...judgeMetadata(changes)];
}

function groupByShape(changes: readonly Change[], context: RuleContext): Difference[] {
  const byShape = new Map<ShapeId, ShapeLevelChange[]>();
  for (const change of changes) {
    if (!("shape" in change)) continue;
    const group = byShape.get(change.shape);
    if (group) group.push(change);
    else byShape.set(change.shape, [change]);
  }
  return [...byShape].map(([shape, group]) => ({
    shape,
    before: context.before.shapes.get(shape),
    after: context.after.shapes.get(shape),
    changes: group,
  }));
}

function judgeShape(difference: Difference, context: RuleContext): Finding[] {
  const positions = findEitherSide(difference.shape, context);
  const reaches = [...new Set<Reach>(positions.map((position) => position.direction))];
  if (reaches.length === 0) reaches.push(carriesData(difference) ? "none" : "any");
  return reaches.flatMap((reach) => {
    const place = createPlace(
      difference,
      positions.filter((position) => position.direction === reach),
      context,
    );
    return judgeReach(difference, reach, place, context);
  });
}

function carriesData({ before, after }: Difference): boolean {
  const kind = (after ?? before)?.kind;
  return kind !== "operation" && kind !== "resource" && kind !== "service";
}

function judgeReach(difference: Difference, reach: Reach, place: Place, context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  let open: Difference = difference;
  for (const rule of RULES) {
    if (rule.reach !== reach && rule.reach !== "any") continue;
    for (const match of rule.evaluate(open, place, context)) {
      findings.push(createFinding(rule, match, open, place, reach, context));
      const claimed = new Set<Change>(match.changes);
      open = { ...open, changes: open.changes.filter((change) => !claimed.has(change)) };
    }
    if (open.changes.length === 0) break;
  }
  for (const change of open.changes) findings.push(unclassified(change, open, place, reach, context));
  return findings.sort((a, b) => firstIndex(difference, a) - firstIndex(difference, b));
}

function firstIndex(difference: Difference, finding: Finding): number {
  return difference.changes.findIndex((change) => finding.changes.includes(change));
}

function createFinding(
  rule: Rule,
  match: Match,
  difference: Difference,
  place: Place,
  reach: Reach,
  context: RuleContext,
): Finding {
  const { id, wire, source, verdict, bump } = rule;
  const { changes, member, message, affected, action } = match;
  const positions = match.positions ?? atMember(place.positions, difference.shape, member, context);
  return {
    rule: id,
    direction: reach === "request" || reach === "response" ? reach : positions[0]?.direction,
    shape: difference.shape,
    ...(member === undefined ? {} : { member }),
    ...{ wire, source, verdict, bump, changes, positions },
    operations: operationsOf(positions, difference, context),
    ...{ message, affected, action },
  };
}

function unclassified(
  change: ShapeLevelChange,
  difference: Difference,
  place: Place,
  reach: Reach,
  context: RuleContext,
): Finding {
  const member = "member" in change ? change.member : undefined;
  const positions = atMember(place.positions, difference.shape, member, context);
  return {
    rule: "unclassified",
    direction: reach === "request" || reach === "response" ? reach : undefined,
    shape: difference.shape,
    ...(member === undefined ? {} : { member }),
    wire: "warning",
    source: "warning",
    verdict: "check",
    bump: "minor",
    changes: [change],
    positions,
    operations: operationsOf(positions, difference, context),
    message: `${place.name(member)} changed (${change.kind}${"trait" in change ? ` ${code(change.trait)}` : ""}); we have no rule for this yet.`,
    affected: undefined,
    action: "Compare both sides of the change with your code.",
  };
}

function judgeMetadata(changes: readonly Change[]): Finding[] {
  return changes.flatMap((change): Finding[] =>
    "key" in change
      ? [
          {
            rule: change.kind,
            direction: undefined,
            shape: "",
            wire: "note",
            source: "note",
            verdict: "notice",
            bump: "patch",
            changes: [change],
            positions: [],
            operations: [],
            message: `The model's metadata ${code(change.key)} changed.`,
            affected: undefined,
            action: undefined,
          },
        ]
      : [],
  );
}

function findEitherSide(shape: ShapeId, context: RuleContext): Position[] {
  const found = [...findPositions(context.after, shape), ...findPositions(context.before, shape)];
  const unique = new Map(found.map((position) => [positionKey(position), position]));
  return [...unique.values()];
}

function positionKey(position: Position): string {
  return `${position.operation} ${position.direction} ${position.error ?? ""} ${position.path}`;
}

function createPlace(difference: Difference, positions: readonly Position[], context: RuleContext): Place {
  return {
    positions,
    name(member) {
      const places = atMember(positions, difference.shape, member, context);
      const paths = [...new Set(places.map(displayPath))];
      const [only] = paths;
      if (paths.length === 1 && only !== undefined && only !== "") return code(only);
      const own = shapeName(difference.shape);
      const name = code(member === undefined ? own : `${own}.${member}`);
      return paths.length > 1 ? `${name} (${count(paths.length, "place")})` : name;
    },
  };
}

/** Returns a position's path as shown: inside an error it starts with the error's name. */
export function displayPath(position: Position): string {
  if (position.error === undefined) return position.path;
  const error = shapeName(position.error);
  return position.path === "" ? error : `${error}.${position.path}`;
}

function atMember(
  positions: readonly Position[],
  shapeId: ShapeId,
  member: string | undefined,
  context: RuleContext,
): readonly Position[] {
  if (member === undefined) return positions;
  const shape = findShape(context.after, shapeId) ?? getShape(context.before, shapeId);
  if (shape.kind === "enum" || shape.kind === "intEnum") return positions;
  return positions.map((position) => ({ ...position, path: memberPath(position.path, shape, member) }));
}

function operationsOf(
  positions: readonly Position[],
  difference: Difference,
  context: RuleContext,
): ShapeId[] {
  const shape = difference.after ?? difference.before;
  if (shape?.kind === "operation") return [shape.id];
  if (shape?.kind === "service")
    return findServiceOperations(context.after, shape).map((operation) => operation.id);
  return [...new Set(positions.map((position) => position.operation))].sort(compareCodeUnits);
}
