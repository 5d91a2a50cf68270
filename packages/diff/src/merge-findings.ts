import type { Change } from "@shapelog/changes";
import { compareCodeUnits, displayPath, printJson, shapeName } from "@shapelog/model";
import type { JudgedFinding } from "./finding.js";
import { editOf, MERGES, type Merge, NAMED } from "./merges.js";
import { codeList } from "./words.js";

/** Returns findings in which a fact that concerns several operations, or that two findings tell, is told once. */
export function mergeFindings(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const merged = MERGES.reduce<readonly JudgedFinding[]>(
    (list, merge) => mergeBy(list, merge),
    foldHostLabels(findings),
  );
  return mergeGroups(merged, sameWords, joinPlaces);
}

const COUNTED = / \((\d+) places\)/g;

/** Returns what findings share that differ in their places alone: two types can have become the same one. */
function sameWords({
  rule,
  shape,
  member,
  direction,
  message,
  places,
  changes,
}: JudgedFinding): string | undefined {
  if (places !== undefined || direction === undefined || changes.length === 0) return undefined;
  if (!message.match(COUNTED)) return undefined;
  return printJson([rule, shape, member ?? null, direction, message.replace(COUNTED, "")]);
}

function joinPlaces(group: Group): JudgedFinding {
  const joined = merge(group, () => ({}));
  const count = new Set(joined.positions.map(displayPath)).size;
  const recount = (text: string) => text.replace(COUNTED, ` (${count} places)`);
  const { message, affected, action } = joined;
  return {
    ...joined,
    message: recount(message),
    affected: affected === undefined ? undefined : recount(affected),
    action: action === undefined ? undefined : recount(action),
  };
}

/** A member that becomes or was part of an operation's host is told with the host. */
function foldHostLabels(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const hosts = new Map(
    findings.flatMap((finding) => (isHost(finding) ? [[finding.shape, finding] as const] : [])),
  );
  if (hosts.size === 0) return findings;
  const carried = new Map<JudgedFinding, Change[]>();
  const others = findings.filter((finding) => {
    const told = finding.operations.map((operation) => hosts.get(operation));
    if (!isHostLabel(finding) || told.length === 0 || told.includes(undefined)) return true;
    for (const host of told) {
      if (!host) continue;
      const known = carried.get(host) ?? [];
      for (const change of finding.changes) known.push(change);
      carried.set(host, known);
    }
    return false;
  });
  return others.map((finding) => {
    const changes = carried.get(finding);
    return changes ? { ...finding, changes: [...finding.changes, ...changes] } : finding;
  });
}

/** Returns findings in which what points at a shape of another name is told with the shape, which then has those places. */
export function foldRenames(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const renames = new Map<string, JudgedFinding>();
  for (const finding of findings) {
    if (finding.rule !== "shape.renamed") continue;
    const [old, now] = ["shape.removed", "shape.added"].map((kind) =>
      finding.changes.find((change) => change.kind === kind),
    );
    if (old && now && "shape" in old && "shape" in now) renames.set(`${old.shape} ${now.shape}`, finding);
  }
  if (renames.size === 0) return findings;
  const carried = new Map<JudgedFinding, [JudgedFinding, ...JudgedFinding[]]>();
  const carry = (rename: JudgedFinding, finding: JudgedFinding) => {
    const known = carried.get(rename);
    if (known) known.push(finding);
    else carried.set(rename, [rename, finding]);
  };
  const others = findings.filter((finding) => {
    const told = finding.changes.map((change) => renames.get(retargetOf(change)));
    const [rename] = told;
    if (rename && RENAMED.has(finding.rule) && told.every((other) => other === rename)) {
      carry(rename, finding);
      return false;
    }
    // What else became of a member that points there is told as such, and the place is the same.
    for (const other of new Set(told)) if (other) carry(other, { ...finding, changes: [] });
    return true;
  });
  return others.map((finding) => {
    const group = carried.get(finding);
    return group ? { ...merge(group, () => ({})), ...countOf(group) } : finding;
  });
}

const RENAMED: ReadonlySet<string> = new Set([
  "request.type.renamed",
  "response.type.renamed",
  "operation.input.renamed",
  "operation.output.renamed",
]);

function retargetOf(change: Change): string {
  switch (change.kind) {
    case "member.target.changed":
    case "operation.input.changed":
    case "operation.output.changed":
      return `${change.before} ${change.after}`;
    default:
      return "";
  }
}

/** Returns how many places there are where not all are listed. */
function countOf(group: Group): Pick<JudgedFinding, "places"> {
  if (group.every(({ places }) => places === undefined)) return {};
  const pathsOf = ({ positions }: JudgedFinding) => new Set(positions.map(displayPath)).size;
  const count = group.reduce((sum, finding) => sum + (finding.places?.count ?? pathsOf(finding)), 0);
  return { places: { count, exact: group.every(({ places }) => places?.exact ?? true) } };
}

function isHost({ rule, changes }: JudgedFinding): boolean {
  return rule === "endpoint.changed" && changes.some((change) => isOfTrait(change, "smithy.api#endpoint"));
}

function isHostLabel({ rule, changes }: JudgedFinding): boolean {
  return (
    rule === "request.wire-format.changed" &&
    changes.every((change) => isOfTrait(change, "smithy.api#hostLabel"))
  );
}

function isOfTrait(change: Change, trait: string): boolean {
  return "trait" in change && change.trait === trait;
}

function mergeBy(findings: readonly JudgedFinding[], { keyOf, say }: Merge): readonly JudgedFinding[] {
  const ruled = (finding: JudgedFinding) => {
    const key = keyOf(finding);
    return key === undefined ? undefined : `${finding.rule} ${key}`;
  };
  return mergeGroups(findings, ruled, (group) =>
    merge(group, (first, operations) => ({ ...shapesOf(group), ...say(first, operations) })),
  );
}

/** Returns findings of which those of one key, where there are several, are what `mergeGroup` makes of them. */
function mergeGroups(
  findings: readonly JudgedFinding[],
  keyOf: (finding: JudgedFinding) => string | undefined,
  mergeGroup: (group: Group) => JudgedFinding,
): readonly JudgedFinding[] {
  const groups = new Map<string, [JudgedFinding, ...JudgedFinding[]]>();
  const keys = findings.map(keyOf);
  findings.forEach((finding, index) => {
    const key = keys[index];
    if (key === undefined) return;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  });
  if ([...groups.values()].every(({ length }) => length === 1)) return findings;
  return findings.flatMap((finding, index) => {
    const group = groups.get(keys[index] ?? "");
    if (!group || group.length === 1) return [finding];
    return group[0] === finding ? [mergeGroup(group)] : [];
  });
}

type Group = readonly [JudgedFinding, ...JudgedFinding[]];

function merge(group: Group, say: Merge["say"]): JudgedFinding {
  const [first] = group;
  const operations = [...new Set(group.flatMap((finding) => finding.operations))].sort(compareCodeUnits);
  return {
    ...first,
    changes: group.flatMap((finding) => finding.changes),
    positions: group.flatMap((finding) => finding.positions),
    operations,
    ...say(first, codeList(operations.map(shapeName), "and", NAMED)),
  };
}

function shapesOf(group: Group): Pick<JudgedFinding, "shapes"> {
  const shapes = [...new Set(group.flatMap((finding) => finding.shapes ?? [finding.shape]))];
  return shapes.length > 1 ? { shapes } : {};
}

/**
 * Returns findings in which an edit of a mixin is told once, at the mixin, where it says the same of all shapes that it
 * is mixed into. `written` are the changes as models state them, those of mixins among them.
 */
export function mergeMixed(
  findings: readonly JudgedFinding[],
  written: readonly Change[],
): readonly JudgedFinding[] {
  const own = new Set(written);
  const ofMixins = new Map<string, Change>();
  for (const change of written) if (!ofMixins.has(editOf(change))) ofMixins.set(editOf(change), change);
  const keyOf = (finding: JudgedFinding) => {
    const { rule, direction, member, message, changes } = finding;
    const isMixed = changes.every((change) => !own.has(change) && ofMixins.has(editOf(change)));
    if (changes.length === 0 || !isMixed) return undefined;
    return printJson([rule, direction ?? null, member ?? null, message, changes.map(editOf)]);
  };
  return mergeGroups(findings, keyOf, (group) => {
    const merged = merge(group, () => ({}));
    const edits = group[0].changes.flatMap((change) => ofMixins.get(editOf(change)) ?? []);
    const [edit] = edits;
    const shape = edit && "shape" in edit ? edit.shape : merged.shape;
    return { ...merged, shape, changes: [...edits, ...merged.changes] };
  });
}
