import { findShape, isNullable, printJson } from "@shapelog/model";
import { type ChangedSide, type Differences, has, sideOf } from "./differences.js";
import type { SmithyEvent, SmithySeverity } from "./smithy-event.js";

type Told = readonly [suffix: string, severity: SmithySeverity, reason: string];

/** ChangedNullability: members that clients had to take for nullable and now may not, or the reverse. */
export function nullability(differences: Differences): SmithyEvent[] {
  const members = new Map(
    differences.changed.filter(({ after }) => after.member).map((change) => [change.after.id, change]),
  );
  for (const change of inputMembers(differences)) members.set(change.after.id, change);
  return [...members.values()].flatMap((change) => describe(change, differences));
}

/** The members of structures that gained or lost `@input`. */
function inputMembers({ changed }: Differences): ChangedSide[] {
  return changed.flatMap(({ before, after }) => {
    const [left, right] = [before.shape, after.shape];
    if (after.member || left.kind !== "structure" || right.kind !== "structure") return [];
    if (has(left, "input") === has(right, "input")) return [];
    const known = new Map(left.members.map((member) => [member.name, member]));
    return right.members.flatMap((member) => {
      const old = known.get(member.name);
      return old ? [{ before: sideOf(left, old), after: sideOf(right, member) }] : [];
    });
  });
}

function describe(change: ChangedSide, { before, after }: Differences): SmithyEvent[] {
  const [left, right] = [change.before, change.after];
  if (!left.member || !right.member) return [];
  const wasNullable = isNullable(before, left.shape, left.member);
  if (wasNullable === isNullable(after, right.shape, right.member)) return [];
  const target = findShape(after, right.member.target)?.kind;
  const told = [...traitReasons(change, target), ...nullDefaults(change)];
  const [from, to] = wasNullable ? ["nullable", "non-nullable"] : ["non-nullable", "nullable"];
  const start = `Member \`${left.member.name}\` changed from ${from} to ${to}`;
  const shape = left.id;
  if (told.length === 0) return [{ id: "ChangedNullability", severity: "ERROR", shape, message: start }];
  return told.map(([suffix, severity, reason]) => ({
    ...{ id: `ChangedNullability.${suffix}`, severity, shape, message: `${start}: ${reason}` },
  }));
}

function traitReasons(change: ChangedSide, target: string | undefined): Told[] {
  const { before, after } = change;
  const [wasInput, isInput] = [has(before.shape, "input"), has(after.shape, "input")];
  if (wasInput && !isInput)
    return [["RemovedInputTrait", "ERROR", `The \`@input\` trait was removed from ${after.shape.id}`]];
  if (!wasInput && isInput)
    return [["AddedInputTrait", "DANGER", `The \`@input\` trait was added to ${after.shape.id}`]];
  const stays = (name: string) => has(before, name) && has(after, name);
  const came = (name: string) => !has(before, name) && has(after, name);
  const went = (name: string) => has(before, name) && !has(after, name);
  const aggregate = target === "structure" || target === "union";
  const told: Told[] = [];
  if (came("clientOptional") && stays("required"))
    told.push([
      "AddedClientOptionalTrait",
      "ERROR",
      "The `@clientOptional` trait was added to a `@required` member.",
    ]);
  else if (went("clientOptional") && stays("required"))
    told.push([
      "RemovedClientOptionalTrait",
      "ERROR",
      "The `@clientOptional` trait was removed from a `@required` member.",
    ]);
  else if (came("required") && !has(after, "clientOptional"))
    told.push(
      aggregate
        ? [
            "AddedRequiredTrait.StructureOrUnion",
            "WARNING",
            optionalAnyway("`@required` trait was added to", target),
          ]
        : ["AddedRequiredTrait", "ERROR", "The `@required` trait was added to a member."],
    );
  if (came("default") && !went("required"))
    told.push([
      "AddedDefaultTrait",
      "ERROR",
      "The `@default` trait was added to a member that was not previously `@required`.",
    ]);
  if (went("required") && !has(after, "default") && !has(before, "clientOptional"))
    told.push(
      aggregate
        ? [
            "RemovedRequiredTrait.StructureOrUnion",
            "WARNING",
            optionalAnyway("@required trait was removed from", target),
          ]
        : [
            "RemovedRequiredTrait",
            "ERROR",
            "The @required trait was removed and not replaced with the @default trait and @addedDefault trait.",
          ],
    );
  return told;
}

function optionalAnyway(what: string, target: string): string {
  return `The ${what} a member that targets a ${target}. This is backward compatible in generators that always treat structures and unions as optional (e.g., AWS generators)`;
}

function nullDefaults({ before, after }: ChangedSide): Told[] {
  const [old, now] = [before.traits["smithy.api#default"], after.traits["smithy.api#default"]];
  if (old === undefined || now === undefined || (old === null) === (now === null)) return [];
  const change = (suffix: string, from: string, to: string): Told => [
    suffix,
    "ERROR",
    `The \`@default\` trait was changed from \`${from}\` to \`${to}\`.`,
  ];
  return now === null
    ? [change("AddedNullDefault", printJson(old), "null")]
    : [change("RemovedNullDefault", "null", printJson(now))];
}
