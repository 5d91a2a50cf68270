import type { Change } from "@shapelog/changes";
import { equalNodes, isNodeObject, printJson, shapeName } from "@shapelog/model";
import type { JudgedFinding } from "./finding.js";
import { code } from "./words.js";

/** The most operations that a sentence names. */
export const NAMED = 5;

/** A way to tell one fact once: what findings have to share, and what is said of all of them together. */
export interface Merge {
  /** Returns what findings of one fact share, or `undefined` where a finding stands for itself. */
  readonly keyOf: (finding: JudgedFinding) => string | undefined;
  /** Returns what is told of several, the first of them given. */
  readonly say: (first: JudgedFinding, operations: string) => Partial<JudgedFinding>;
}

/** What is told once of several operations or places, in the order in which it is tried. */
export const MERGES: readonly Merge[] = [
  {
    keyOf: ({ rule, positions }) => (ERRORS.has(rule) ? positions[0]?.error : undefined),
    say: ({ rule, positions, affected }, operations) => {
      const error = positions[0]?.error ?? "";
      const says = rule === "operation.error.added" ? "can now fail" : "no longer fail";
      const message = `${operations} ${says} with ${code(shapeName(error))}.`;
      return { shape: error, shapes: undefined, message, affected: affected && ofSeveral(affected) };
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
    keyOf: ({ rule, message }) => (rule === "operation.status.changed" ? statusWords(message) : undefined),
    say: ({ message, affected }, operations) => ({
      message: `${operations} answer${statusWords(message)}`,
      affected: affected && ofSeveral(affected),
    }),
  },
  {
    keyOf: ({ rule, message, operations }) =>
      rule === "endpoint.changed" && operations.length === 1 ? hostWords(message) : undefined,
    say: ({ message }, operations) => ({
      message: `Calls of ${operations} can be sent${hostWords(message)}`,
    }),
  },
  {
    keyOf: ({ rule, changes, member }) => {
      const [change] = changes;
      const isDetail = rule === "vendor-detail.changed" && changes.length === 1 && member === undefined;
      return isDetail && change && "trait" in change ? change.trait : undefined;
    },
    say: (_, operations) => ({ message: `${operations} have another detail in the vendor's file.` }),
  },
  {
    keyOf: (finding) => (OF_CALLS.test(finding.rule) ? keyOfCalls(finding) : undefined),
    say: ({ shape, message, affected, action }, operations) => ({
      message: ofSeveral(message.replace(code(shapeName(shape)), () => operations)),
      affected: affected && ofSeveral(affected.replace(code(shapeName(shape)), () => operations)),
      action,
    }),
  },
  {
    keyOf: (finding) => (OF_VALUES.test(finding.rule) ? keyOfPlaces(finding) : undefined),
    say: () => ({}),
  },
  {
    keyOf: ({ rule, positions, message }) =>
      rule === "trait.restated" && positions.length === 0 ? message : undefined,
    say: () => ({}),
  },
];

/** Rules of how calls are made, whose findings are each of one operation. */
const OF_CALLS = /^(auth\.|operation\.idempotency\.|trait\.restated$)/;

/** Rules of which values a place takes, and of guesses. */
const OF_VALUES = /^((request|response)\.)?(limit\.|pattern\.|member\.probable-rename$)/;

/** Returns what is said of an operation but for its name. */
function keyOfCalls({ shape, changes, message, affected = "", action = "", operations }: JudgedFinding) {
  if (operations.length !== 1 || operations[0] !== shape) return undefined;
  const name = code(shapeName(shape));
  const words = [message, affected, action].map((text) => text.replaceAll(name, ""));
  return printJson([...words, changes.map(editOf)]);
}

/** Returns what is said of a place whose path stands for it: the same path of other operations has other shapes. */
function keyOfPlaces({
  direction,
  member,
  changes,
  message,
  affected = "",
  action = "",
  places,
}: JudgedFinding) {
  if (direction === undefined || places !== undefined || changes.length === 0) return undefined;
  return printJson([direction, member ?? null, message, affected, action, changes.map(editOf)]);
}

/** Returns a change whatever shape it is of. */
export function editOf(change: Change): string {
  return printJson({ ...change, shape: "", index: 0 });
}

/** What is said of one operation, and what of several. */
const SEVERAL: readonly (readonly [RegExp, string])[] = [
  [/\bits\b/g, "their"],
  [/(?<=`|more) is (?=authenticated|not said|read-only|idempotent)/, " are "],
  [/^(What .*) says is /, "$1 say is "],
  [/\bit may be\b/g, "they may be"],
  [/\bit (takes|prefers)\b/g, "they $1"],
  [/\b(they|no longer|now|also) (take|prefer)s\b/g, "$1 $2"],
  [/(?<=`|more) takes (?=calls)/, " take "],
  [/\brepeat it\b/g, "repeat them"],
];

/** Returns what is said of one operation as it is said of several. */
function ofSeveral(text: string): string {
  return SEVERAL.reduce((words, [one, several]) => words.replace(one, several), text);
}

const ERRORS: ReadonlySet<string> = new Set(["operation.error.added", "operation.error.removed"]);

/** Returns what is said of an operation's status after its name: with the status `202` now; it was `200`. */
function statusWords(message: string): string {
  return message.replace(/^.*? answers/, "");
}

/** Returns what is said of where an operation's calls are sent, after the operation: elsewhere: the host `a` → `b`. */
function hostWords(message: string): string {
  return message.replace(/^.*? can be sent/, "");
}

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
