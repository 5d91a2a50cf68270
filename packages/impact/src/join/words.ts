import type { CatchUse, CoverUse, ReadUse, ValueUse, WriteUse } from "../use.js";
import type { LimitChange } from "./index-findings.js";

/** What is said of a place. */
export interface Words {
  readonly message: string;
  readonly action: string;
}

type Value = string | number;

const quoted = (value: Value) => JSON.stringify(value);

/** Returns `"A"`, `"A" and "B"`, `"A", "B" and 3 more`. */
export function listValues(values: readonly Value[]): string {
  const shown = values.slice(0, values.length > 5 ? 4 : 5).map(quoted);
  const rest = values.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** A value stands in the code that its enum no longer has. */
export function lostValueWords({ shape, value, form, checked }: ValueUse, gained: readonly Value[]): Words {
  const gone = `${shape} no longer has ${quoted(value)}`;
  const now = gained.length > 0 ? ` ${shape} now has ${listValues(gained)}.` : "";
  const replace = `Replace ${quoted(value)} by what the service returns now.${now}`;
  if (checked) return { message: `${gone}, and the compiler refuses it here.`, action: replace };
  switch (form) {
    case "comparison":
      return { message: `${gone}: this comparison is never met by new data.`, action: replace };
    case "case":
      return { message: `${gone}: this case never runs for new data.`, action: replace };
    case "key":
      return { message: `${gone}: nothing new looks this entry up.`, action: replace };
    case "list":
      return { message: `${gone}: nothing new is found by this entry.`, action: replace };
    case "argument":
      return { message: `${gone}: nothing new equals this argument.`, action: replace };
    case "data":
      return { message: `${gone}: the service does not return such data any more.`, action: replace };
  }
}

/** A request is given a value that it no longer takes. */
export function refusedValueWords({ shape, value, checked }: ValueUse): Words {
  return {
    message: `${shape} no longer has ${quoted(value)}: ${checked ? "the compiler refuses it here" : "the service refuses it"}.`,
    action: `Send another value than ${quoted(value)}.`,
  };
}

/** A switch or a table does not know values that came. */
export function uncoveredWords({ shape, form, rest }: CoverUse, gained: readonly Value[]): Words {
  const [is, it] = gained.length === 1 ? ["is", "it"] : ["are", "them"];
  const came = `${listValues(gained)} ${is} new in ${shape}`;
  const what = form === "switch" ? "switch" : "table";
  const action = `Add ${form === "switch" ? "cases" : "entries"} for ${listValues(gained)}.`;
  if (rest === "never") return { message: `${came}, and this ${what} has to name all values.`, action };
  if (form === "table") return { message: `${came}: this table has nothing for ${it}.`, action };
  return rest === "default"
    ? { message: `${came}: this switch falls into its default for ${it}.`, action }
    : { message: `${came}: this switch does nothing for ${it}.`, action: `${action} Add a default branch.` };
}

/** A member that went is read or set. */
export function goneMemberWords({ kind, shape, member, checked }: ReadUse | WriteUse): Words {
  const gone = `${shape} no longer has ${member}`;
  const remove = `Take ${member} out here, or use what replaces it.`;
  if (checked) return { message: `${gone}, and the compiler refuses it here.`, action: remove };
  return kind === "read"
    ? { message: `${gone}: this is always undefined.`, action: remove }
    : { message: `${gone}: what is set here is not sent, or refused.`, action: remove };
}

/** A member has another type. */
export function changedMemberWords({ shape, member }: ReadUse | WriteUse): Words {
  return {
    message: `${shape}.${member} has another type.`,
    action: `Look whether this code does what it should with the new type of ${member}.`,
  };
}

/** A member that was always there can be missing. */
export function optionalMemberWords({ shape, member }: ReadUse): Words {
  return {
    message: `${shape}.${member} can be missing now, and is read without a check.`,
    action: `Say what happens without ${member}.`,
  };
}

/** A structure lacks a member that is required now. */
export function missingMemberWords(shape: string, member: string): Words {
  return {
    message: `${shape} now requires ${member}, and it is not set here.`,
    action: `Set ${member}.`,
  };
}

/** A structure leaves out a member whose default is another one. */
export function defaultWords(shape: string, member: string): Words {
  return {
    message: `${shape}.${member} has another default, and is not set here.`,
    action: `Set ${member}, where the old default is meant.`,
  };
}

/** A constant is outside the new limits of a member. */
export function limitWords({ shape, member }: WriteUse, size: number, limit: LimitChange): Words {
  const bound =
    limit.max !== undefined && size > limit.max ? `at most ${limit.max}` : `at least ${limit.min ?? 0}`;
  const [is, may] = limit.of === "length" ? ["has the length", "may be"] : ["is", "may be"];
  return {
    message: `What ${shape}.${member} is set to ${is} ${size}, and ${may} ${bound} now.`,
    action: `Set ${member} to a value within the new limits.`,
  };
}

/** What is gone altogether is used. */
export function goneWords(what: string): Words {
  return { message: `${what} is gone.`, action: `Use what replaces ${what}, or take this out.` };
}

/** An error that nothing throws any more is caught. */
export function goneErrorWords({ error }: CatchUse): Words {
  return {
    message: `${error} is gone: nothing throws it any more.`,
    action: `Take this branch out, or catch what replaces ${error}.`,
  };
}

/** The name of a constant is another one, its value the same. */
export function constantWords(shape: string, constant: string): Words {
  return {
    message: `${shape} no longer has the name ${constant}; its value stays.`,
    action: `Use the new name, which the finding has.`,
  };
}

/** The compiler complains, and no finding explains it. */
export function compilerWords(message: string): Words {
  return { message: message.replace(/([^.])$/, "$1."), action: "Change this line so that it compiles." };
}

/** The consumer is written for what the change led to. */
export function movedWords(message: string): Words {
  return {
    message: `This line follows the change already. With the package before, the compiler says: ${message.replace(/([^.])$/, "$1.")}`,
    action: "Do not go back to an older version of the package.",
  };
}
