import type { SourceText } from "@shapelog/model";
import { SEED_HEADING } from "./seed-changelog.js";
import { readVersion, type Version } from "./version.js";

/** What a changelog says of one version. */
export interface Section {
  readonly version: Version;
  /** Where its heading starts. */
  readonly offset: number;
  /** Where the next heading of a version starts, or the text ends. */
  readonly end: number;
}

const HEADING = /^##[ \t]+(?:\[?v?(\d[\w.+-]*)\]?(?![\w.+-]).*|.*)$/gm;

/**
 * Returns the sections of a changelog whose headings are versions, in their order: newest first, as release tools write
 * them. What stands below {@link SEED_HEADING} is of no version.
 */
export function findSections({ text }: SourceText): readonly Section[] {
  const sections: Section[] = [];
  const seed = text.search(new RegExp(`^${SEED_HEADING}\\s*$`, "m"));
  const end = seed === -1 ? text.length : seed;
  for (const heading of text.slice(0, end).matchAll(HEADING)) {
    const version = readVersion(heading[1] ?? "");
    if (version) sections.push({ version, offset: heading.index, end });
  }
  return sections.map((section, index) => ({ ...section, end: sections[index + 1]?.offset ?? end }));
}

/** Returns what a changelog says of a version below its heading; `undefined` where it has none. */
export function findReleaseText(changelog: SourceText, version: string): string | undefined {
  const section = findSections(changelog).find((each) => each.version.text === version);
  return section && changelog.text.slice(section.offset, section.end).replace(/^.*(?:\r?\n|$)/, "");
}
