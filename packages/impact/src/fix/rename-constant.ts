import type { Place } from "../place.js";
import type { DescribedEdit } from "./described-edit.js";

const NAME = /^[A-Za-z_$][\w$]*$/;

/** Returns the edit that gives a constant of an enum its new name, where its value stayed. */
export function renameConstant(text: string, { use, finding, at }: Place): DescribedEdit | undefined {
  if (use?.kind !== "value" || use.constant === undefined) return undefined;
  const { constant, value, shape } = use;
  for (const change of finding?.changes ?? []) {
    if (change.kind !== "enum.value.renamed" || change.before !== constant || change.value !== value)
      continue;
    if (!NAME.test(constant) || !NAME.test(change.after)) return undefined;
    const written = text.slice(at.start, at.end);
    const behind = [constant, `"${constant}"]`, `'${constant}']`].find((each) => written.endsWith(each));
    if (behind === undefined || !isWhole(written, behind)) return undefined;
    const start = at.end - behind.length + (behind === constant ? 0 : 1);
    const about = `${shape}.${constant} is ${shape}.${change.after} now.`;
    return { start, end: start + constant.length, text: change.after, about };
  }
  return undefined;
}

/** Returns whether what stands at the end is not the end of a longer name. */
function isWhole(written: string, behind: string): boolean {
  return !/[\w$]$/.test(written.slice(0, -behind.length)) || /^['"]/.test(behind);
}
