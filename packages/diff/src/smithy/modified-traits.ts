import {
  equalNodes,
  findShape,
  isNodeArray,
  isNodeObject,
  type Model,
  type Shape,
  type ShapeId,
  splitShapeId,
  stringListTrait,
} from "@shapelog/model";
import { findBreakingRules } from "./breaking-rules.js";
import { type Differences, membersOf, type TraitPair, traitDifferences } from "./differences.js";
import type { SmithyEvent, SmithySeverity } from "./smithy-event.js";
import { CAPITAL, type ChangeType, type Delta, printDelta } from "./trait-delta.js";

const IGNORED = new Set(["smithy.api#box", "smithy.api#required"]);

/** Namespaces whose traits smithy-diff has definitions of, so that changes of them are not unknown to it. */
const DEFINED = new Set([
  ...["smithy.api", "smithy.contracts", "smithy.mqtt", "smithy.openapi", "smithy.protocols", "smithy.rules"],
  ...["smithy.test", "smithy.waiters", "aws.api", "aws.apigateway", "aws.auth", "aws.cloudformation"],
  ...["aws.customizations", "aws.endpoints", "aws.iam", "aws.protocols", "aws.test"],
]);

interface Strategy {
  readonly type: ChangeType | "const" | "contents";
  readonly severity: SmithySeverity;
}

const USUAL: readonly Strategy[] = [
  { type: "add", severity: "NOTE" },
  { type: "update", severity: "NOTE" },
  { type: "remove", severity: "WARNING" },
];

/** ModifiedTrait: any change of a trait that no rule of its definition speaks of. */
export function modifiedTraits({ changed, after: model }: Differences): SmithyEvent[] {
  return changed.flatMap((change) =>
    traitDifferences(change).flatMap((pair) =>
      IGNORED.has(pair.id)
        ? []
        : strategiesOf(pair.id, model)
            .flatMap((strategy) => followStrategy(strategy, { ...pair, path: "" }, model))
            .map(
              ([delta, severity]): SmithyEvent => ({
                id: `ModifiedTrait.${CAPITAL[delta.type]}.${pair.id}`,
                severity,
                shape: change.after.id,
                message: printDelta(delta),
              }),
            ),
    ),
  );
}

function strategiesOf(trait: ShapeId, model: Model): readonly Strategy[] {
  const shape = model.shapes.get(trait);
  const isDefined = shape?.traits["smithy.api#trait"] !== undefined;
  if (trait === "smithy.api#enumValue") return [{ type: "const", severity: "ERROR" }];
  const tagged = shape && isDefined ? readTags(stringListTrait(shape, "tags"), true) : [];
  if (tagged.length > 0) return tagged;
  if (findBreakingRules(model, trait).length > 0) return [];
  return isDefined || DEFINED.has(splitShapeId(trait).namespace)
    ? USUAL
    : [{ type: "const", severity: "WARNING" }];
}

function readTags(tags: readonly string[], allowContents: boolean): Strategy[] {
  return tags.flatMap((tag): Strategy[] => {
    if (tag === "diff.contents") return allowContents ? [{ type: "contents", severity: "NOTE" }] : [];
    const [, severity, type] = /^diff\.(error|danger|warning)\.(add|remove|update|const)$/.exec(tag) ?? [];
    if (severity === undefined) return [];
    // The expression lets no other words through.
    return [{ type: type as Strategy["type"], severity: severity.toUpperCase() as SmithySeverity }];
  });
}

interface Place extends TraitPair {
  readonly path: string;
}

function followStrategy(
  { type, severity }: Strategy,
  place: Place,
  model: Model,
): (readonly [Delta, SmithySeverity])[] {
  if (type === "contents") {
    const definition = model.shapes.get(place.id);
    if (!definition || place.before === undefined || place.after === undefined) return [];
    return crawl(definition, place, model);
  }
  const found: ChangeType | undefined =
    place.before === undefined
      ? "add"
      : place.after === undefined
        ? "remove"
        : equalNodes(place.before, place.after)
          ? undefined
          : "update";
  if (found === undefined || (type !== "const" && type !== found)) return [];
  const { id: trait, path, before, after } = place;
  return [[{ type: found, trait, path, before, after }, severity]];
}

/** Follows a trait's shape into its value and does what the tags of its members say. */
function crawl(shape: Shape, place: Place, model: Model): (readonly [Delta, SmithySeverity])[] {
  return stepsInto(shape, place).flatMap(({ member, ...inner }) => {
    const tags = isNodeArray(member.traits["smithy.api#tags"]) ? member.traits["smithy.api#tags"] : [];
    const strategies = readTags(
      tags.filter((tag) => typeof tag === "string"),
      false,
    );
    const target = findShape(model, member.target);
    return [
      ...strategies.flatMap((strategy) => followStrategy(strategy, inner, model)),
      ...(target ? crawl(target, inner, model) : []),
    ];
  });
}

type Step = Place & { readonly member: ReturnType<typeof membersOf>[number] };

function stepsInto(shape: Shape, { id, path, before, after }: Place): Step[] {
  const members = membersOf(shape);
  const step = (
    member: Step["member"] | undefined,
    name: string,
    [left, right]: readonly [Step["before"], Step["after"]],
  ) => (member ? [{ id, member, path: `${path}/${name}`, before: left, after: right }] : []);
  if (shape.kind === "list") {
    if (!isNodeArray(before) || !isNodeArray(after)) return [];
    const length = Math.max(before.length, after.length);
    return Array.from({ length }).flatMap((_, index) =>
      step(members[0], String(index), [before[index], after[index]]),
    );
  }
  if (!isNodeObject(before) || !isNodeObject(after)) return [];
  const at = (value: typeof before, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);
  if (shape.kind === "map") {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => step(members[1], key, [at(before, key), at(after, key)]));
  }
  if (shape.kind !== "structure" && shape.kind !== "union") return [];
  return members.flatMap((member) => {
    const [left, right] = [at(before, member.name), at(after, member.name)];
    return left === undefined && right === undefined ? [] : step(member, member.name, [left, right]);
  });
}
