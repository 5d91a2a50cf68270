import {
  code,
  countedFindings,
  escapeMarkdown,
  listMarkdownItems,
  VERDICT_WORDS,
  VERDICTS,
} from "@shapelog/diff";
import { count } from "../count.js";
import { foldGroup, listFindings, listGroup } from "../review/finding-groups.js";
import { fitSections, type Group, type Item, type Section } from "../review/fit-sections.js";
import {
  countEntries,
  describeOthers,
  describePoints,
  describeStates,
  describeVerdict,
  splitServices,
} from "./describe-upgrade.js";
import type { PackageUpgrade, ServiceUpgrade, ShownFix, UpgradeReport } from "./upgrade-report.js";

/** The body of a pull request on GitHub holds 65,536 characters. */
const MOST_BYTES = 60_000;
/** How many services a table has. */
const ROWS = 60;
/** Lines that break come before all else. */
const CODE_RANKS = { breaks: -3, dead: -2, silent: -1 } as const;
/** What the vendor says comes behind all that changed. */
const NOTE_RANK = 9;

/**
 * Returns what upgrades bring as the body of a pull request: the verdict of each package first, then its services, worst
 * first, what does not fit being counted.
 */
export function printUpgradeMarkdown({ record, upgrades, notes, fixes }: UpgradeReport): string {
  const foot = [...notes.map((note) => `- ${escapeMarkdown(note)}`), ""].join("\n");
  if (upgrades.length === 0)
    return `## No API changes\n\n${notes.length === 0 ? "Nothing to compare.\n" : foot}`;
  const sections = [...upgrades.flatMap(listSections), ...listFixes(fixes ?? [])];
  const source = `*Compared by ${code(record)}.*`;
  const { text, left } = fitSections(sections, MOST_BYTES - Buffer.byteLength(`${foot}${source}`) - 200);
  const more =
    left > 0 ? [`*And ${left} more, which do not fit here: --format text and --format json have all.*`] : [];
  return `${[text, ...more, ...(notes.length > 0 ? [`#### Besides\n\n${foot.trimEnd()}`] : []), source].join("\n\n")}\n`;
}

/** Edits stand behind what they are for. */
function listFixes(fixes: readonly ShownFix[]): readonly Section[] {
  if (fixes.length === 0) return [];
  const items = fixes.map(({ file, edits, patch }): Item => {
    // A fence is longer than any in the text.
    const longest = [...patch.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
    const fence = "`".repeat(longest + 1);
    const said = edits.map(escapeMarkdown).join(" ");
    return { text: `${code(file)}: ${said}\n\n${fence}diff\n${patch}${fence}\n`, rank: CODE_RANKS.silent };
  });
  const lead = [`### ${fixes.every(({ written }) => written) ? "Edited" : "Edits that are safe"}`];
  return [{ lead, groups: listGroup(`In ${count(fixes.length, "file")}`, items) }];
}

function listSections(upgrade: PackageUpgrade): readonly Section[] {
  const { how, added } = upgrade;
  const { own, others } = splitServices(upgrade);
  const lead = [
    `## ${code(upgrade.name)} ${escapeMarkdown(describePoints(upgrade))}`,
    `**${escapeMarkdown(describeVerdict(upgrade))}**`,
    ...how.map(escapeMarkdown),
    ...(own.length > 1 ? printTable(own) : []),
    ...(added.length > 0 ? [printAdded(upgrade)] : []),
    ...(others.length > 0 ? [escapeMarkdown(describeOthers(others))] : []),
  ];
  return [{ lead, groups: [] }, ...own.map(listService)];
}

function printTable(changed: readonly ServiceUpgrade[]): readonly string[] {
  const rows = changed.slice(0, ROWS).map((upgrade) => {
    const counts = countEntries(upgrade);
    const name = `${escapeMarkdown(upgrade.comparison.title)} (${code(upgrade.service)})`;
    return `| ${name} | ${VERDICTS.map((verdict) => counts[verdict]).join(" | ")} |`;
  });
  const heads = VERDICTS.map((verdict) => VERDICT_WORDS[verdict]);
  const table = [`| Service | ${heads.join(" | ")} |`, `|:--|${heads.map(() => "--:|").join("")}`, ...rows];
  const more = changed.length - rows.length;
  return [table.join("\n"), ...(more > 0 ? [`${count(more, "more service")} changed, too.`] : [])];
}

function printAdded({ added }: PackageUpgrade): string {
  const names = added.map(({ service, since }) => `${code(service)} (${since.date})`);
  return `New services: ${names.join(", ")}.`;
}

function listService(upgrade: ServiceUpgrade): Section {
  const { service, comparison } = upgrade;
  const title = escapeMarkdown(comparison.title);
  const findings = countedFindings(comparison);
  const left = comparison.findings.length - findings.length;
  const others =
    comparison.own && left > 0 ? [`Not told: ${count(left, "finding")} of what is not used here.`] : [];
  return {
    lead: [`### ${title} (${code(service)})`, escapeMarkdown(describeStates(upgrade)), ...others],
    groups: [
      ...listCode(upgrade),
      ...listFindings(
        listMarkdownItems(comparison.own ? { ...comparison, findings } : comparison),
        countEntries(upgrade),
      ),
      ...listNotes(upgrade),
    ],
  };
}

/** The lines of programs come first. */
function listCode({ impact }: ServiceUpgrade): readonly Group[] {
  if (!impact) return [];
  const items = impact.consumers.flatMap(({ impact: { places } }) =>
    places.map(({ effect, at, message, action }): Item => {
      const where = code(`${impact.pathOf(at.file)}:${at.line}`);
      const said = escapeMarkdown(`${message} ${action}`);
      return { text: `- **${effect}** ${where}: ${code(at.code)}\n  - ${said}`, rank: CODE_RANKS[effect] };
    }),
  );
  if (items.length > 0) return listGroup(`In your code (${items.length})`, items);
  return listGroup("In your code", [{ text: "None of it is affected.", rank: CODE_RANKS.silent }]);
}

/** What the vendor says, as quotations: its words are plain text. */
function listNotes({ revisions }: ServiceUpgrade): readonly Group[] {
  const items = revisions.flatMap(({ date, note, source }): Item[] => {
    if (note === undefined) return [];
    const release = source?.version === undefined ? date : `${source.version}, ${date}`;
    return [
      {
        text: `- ${escapeMarkdown(release)}: “${escapeMarkdown(note.replaceAll(/\s+/g, " "))}”`,
        rank: NOTE_RANK,
      },
    ];
  });
  return items.length > 3
    ? foldGroup(`What the vendor says (${items.length})`, items)
    : listGroup("What the vendor says", items);
}
