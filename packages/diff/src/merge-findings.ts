import type { Change } from "@shapelog/changes";
import { compareCodeUnits, equalNodes, isNodeObject, shapeName } from "@shapelog/model";
import type { Finding } from "./finding.js";
import { code, codeList } from "./words.js";

/** The most operations that a sentence names. */
const NAMED = 5;

/** A way to tell one fact once: what findings have to share, and what is said of all of them together. */
interface Merge {
  /** Returns what findings of one fact share, or `undefined` where a finding stands for itself. */
  readonly keyOf: (finding: Finding) => string | undefined;
  /** Returns what is told of several, the first of them given. */
  readonly say: (first: Finding, operations: string) => Partial<Finding>;
}

const MERGES: readonly Merge[] = [
  {
    keyOf: ({ rule, positions }) => (ERRORS.has(rule) ? positions[0]?.error : undefined),
    say: ({ rule, positions }, operations) => {
      const error = positions[0]?.error ?? "";
      const says = rule === "operation.error.added" ? "can now fail" : "no longer fail";
      return { shape: error, message: `${operations} ${says} with ${code(shapeName(error))}.` };
    },
  },
  {
    keyOf: ({ rule, changes }) =>
      rule === "operation.http.changed" ? prefixOf(changes)?.join(" ") : undefined,
    say: ({ changes }, operations) => {
      const [old, now] = prefixOf(changes) ?? ["", ""];
      return {
        message: `The paths of ${operations} begin with ${code(now)} now; they began with ${code(old)}.`,
      };
    },
  },
  {
    keyOf: ({ rule, changes, member }) => {
      const [change] = changes;
      const isDetail = rule === "vendor-detail.changed" && changes.length === 1 && member === undefined;
      return isDetail && change && "trait" in change ? change.trait : undefined;
    },
    say: (_, operations) => ({ message: `${operations} have another detail in the vendor's file.` }),
  },
];

const ERRORS: ReadonlySet<string> = new Set(["operation.error.added", "operation.error.removed"]);

/** Returns the beginnings of two paths that are the same after them and differ in nothing else of `@http`. */
function prefixOf(changes: readonly Change[]): readonly [old: string, now: string] | undefined {
  const [change, ...others] = changes;
  if (others.length > 0 || change?.kind !== "trait.changed") return undefined;
  const { before, after } = change;
  if (!isNodeObject(before) || !isNodeObject(after)) return undefined;
  const [{ uri: old, ...rest }, { uri: now, ...restNow }] = [before, after];
  if (typeof old !== "string" || typeof now !== "string") return undefined;
  if (!equalNodes(rest, restNow)) return undefined;
  const [from, to] = [old.split("/"), now.split("/")];
  while (from.length > 2 && to.length > 2 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  return [from.join("/"), to.join("/")];
}

/** Returns findings in which a fact that concerns several operations is told once. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  return MERGES.reduce<Finding[]>((list, merge) => mergeBy(list, merge), [...findings]);
}

function mergeBy(findings: readonly Finding[], { keyOf, say }: Merge): Finding[] {
  const groups = new Map<string, Finding[]>();
  const keys = findings.map((finding) => {
    const key = keyOf(finding);
    return key === undefined ? undefined : `${finding.rule} ${key}`;
  });
  findings.forEach((finding, index) => {
    const key = keys[index];
    if (key === undefined) return;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  });
  return findings.flatMap((finding, index) => {
    const group = groups.get(keys[index] ?? "");
    if (!group || group.length === 1) return [finding];
    return group[0] === finding ? [merge(group, finding, say)] : [];
  });
}

function merge(group: readonly Finding[], first: Finding, say: Merge["say"]): Finding {
  const operations = [...new Set(group.flatMap((finding) => finding.operations))].sort(compareCodeUnits);
  return {
    ...first,
    changes: group.flatMap((finding) => finding.changes),
    positions: group.flatMap((finding) => finding.positions),
    operations,
    ...say(first, codeList(operations.map(shapeName), "and", NAMED)),
  };
}
