import type { Finding } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { splitName } from "../claims/split-name.js";
import type { FindingPart } from "./find-omissions.js";
import type { PlacedText } from "./page.js";

/** Returns whether a text names what a finding is about. */
export type IsNamed = (finding: Finding, text: string) => boolean;

/** What prose says of a part of a finding. */
export interface ToldInProse {
  /** Whether it also says where: values of an enum go by the same names in other places. */
  readonly isPlaced: boolean;
  /** Where in the file the first of the names stands. */
  readonly offset: number;
}

/** Returns what prose says of a part of a finding; nothing where it does not name it. */
export function tellProse(part: FindingPart, prose: PlacedText, isNamed: IsNamed): ToldInProse | undefined {
  if (prose.text === "" || !isNamed(asNamed(part), prose.text)) return undefined;
  const { finding, values } = part;
  const names = values.length > 0 ? values.map(String) : namesOf(finding);
  const isPlaced = values.length === 0 || holdersOf(finding).some((name) => findName(prose.text, name) >= 0);
  const found = names.map((name) => findName(prose.text, name)).filter((index) => index >= 0);
  return { isPlaced, offset: prose.offsetOf(found.length > 0 ? Math.min(...found) : 0) };
}

/** Of values that came and left together, a text is asked for those of its part. */
function asNamed({ finding, kind, values }: FindingPart): Finding {
  if (kind !== "came" || values.length === 0) return finding;
  return { ...finding, changes: finding.changes.filter((change) => change.kind !== "enum.value.removed") };
}

function namesOf({ shape, member }: Finding): readonly string[] {
  return member === undefined ? [shapeName(shape)] : [member, shapeName(shape)];
}

/** Returns the names that an enum is met under: the members that hold it, and its own. */
function holdersOf({ shape, positions }: Finding): readonly string[] {
  const members = positions.map(({ path }) => /\w+(?=\W*$)/.exec(path)?.[0] ?? "");
  return [...new Set([shapeName(shape), ...members])].filter((name) => name.length > 1);
}

/** Returns where a name stands in a text: in any case, its words apart or not. */
function findName(text: string, name: string): number {
  const words = splitName(name);
  if (words.length === 0) return -1;
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s_./-]?")}(?![\\p{L}\\p{N}])`, "iu"));
}
