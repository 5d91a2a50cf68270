import { bumpWords, count, VERDICT_WORDS, VERDICTS } from "@shapelog/diff";
import { unreachable } from "@shapelog/model";
import { markdownCode, markdownText, printDoc } from "../doc/print-markdown.js";
import type { Link } from "../parts/link.js";
import { printChanges, printHistory } from "../views/print-lists.js";
import type { ServiceRef } from "../views/service-ref.js";
import { momentText } from "../views/span-view.js";
import { type AboutView, LIMITS_OF_MODELS, VERDICT_MEANINGS } from "./about/about-view.js";
import { printChange } from "./change/print-change-markdown.js";
import { printCompare, printCompareYear } from "./compare/print-compare-markdown.js";
import { printGuide, printGuides } from "./guides/print-guide-markdown.js";
import { printList, printSilent } from "./lists/print-lists-markdown.js";
import type { MineView } from "./mine/mine-view.js";
import { printOperation, printType } from "./operation/print-shape-markdown.js";
import type { Page, RenderSetting } from "./page.js";
import type { RulesView } from "./rules/rules-view.js";
import type { FoundName, NameLetter } from "./search/search-view.js";
import type { NameRow, ServiceView } from "./service/service-view.js";
import type { ServiceRow } from "./service/services-view.js";
import type { TypesView } from "./types/types-view.js";

/** Returns a page as Markdown; `link` gives the addresses in it. */
export function printPageMarkdown(page: Page, setting: RenderSetting, link: Link): string {
  const { view } = page;
  switch (view.kind) {
    case "change":
      return printChange(view, link);
    case "compare":
      return printCompare(view, link);
    case "compare-year":
      return printCompareYear(view, link);
    case "operation":
      return printOperation(view, setting, link);
    case "operation-history":
      return lines(
        `# History of ${markdownText(view.name)}`,
        view.picture?.text ?? "",
        printHistory(view.history, link),
        `[The operation](<${link(view.url)}>)`,
      );
    case "type":
      return printType(view, setting, link);
    case "service":
      return printService(view, link);
    case "types":
      return printTypes(view, link);
    case "services":
      return lines("# Services", printServices(view.services, link));
    case "home":
      return lines(
        `# ${markdownText(view.title)}`,
        "## Changes to look at",
        printChanges(view.urgent, link),
        "## Other changes",
        printChanges(view.others, link),
        "## Services",
        view.names.length > 0 ? printRefs(view.names, link) : printServices(view.services, link),
      );
    case "list":
      return printList(view, link);
    case "silent":
      return printSilent(view, link);
    case "search":
      return lines("# Search", printLetters(view.letters, link));
    case "names":
      return lines(`# Operations and types: ${view.letter.letter}`, printFoundNames(view.rows, link));
    case "mine":
      return lines("# Mine", "Services with their changes:", printMine(view, link));
    case "about":
      return printAbout(view);
    case "rules":
      return printRules(view, link);
    case "rule":
      return view.markdown;
    case "guides":
      return printGuides(view, link);
    case "guide":
      return printGuide(view, link);
    case "not-found":
      return lines("# There is no such page");
    default:
      return unreachable(view);
  }
}

function printService(view: ServiceView, link: Link): string {
  const { service, counts } = view;
  const figures = [
    count(counts.operations, "operation"),
    count(counts.types, "type"),
    count(counts.revisions, "recorded revision"),
  ];
  return lines(
    `# ${markdownText(service.title)}`,
    `${figures.join(", ")}.`,
    view.doc ? printDoc(view.doc) : "",
    "## Latest changes",
    printChanges(view.changes, link),
    "## Operations",
    ...view.groups.flatMap(({ name, rows }) => [
      name === "" ? "" : `### ${markdownText(name)}`,
      printNames(rows, link),
    ]),
    "## Types",
    view.types.length > 0 ? printNames(view.types, link) : `[All types](<${link(view.typesUrl)}>)`,
  );
}

function printTypes({ groups, letters, letter, service, more }: TypesView, link: Link): string {
  return lines(
    `# ${markdownText(service.title)}: types${letter === undefined ? "" : ` (${letter})`}`,
    groups.length > 0 ? "" : printLetters(letters, link),
    ...groups.flatMap(({ letter: own, rows }) => [`## ${own}`, printNames(rows, link)]),
    more > 0 ? `And ${more} more.` : "",
  );
}

function printLetters(letters: readonly NameLetter[], link: Link): string {
  return letters.map(({ letter, count: of, url }) => `- [${letter}](<${link(url)}>): ${of}`).join("\n");
}

function printFoundNames(rows: readonly FoundName[], link: Link): string {
  return rows
    .map(
      ({ name, kind, url, service }) =>
        `- [${markdownCode(name)}](<${link(url)}>): ${kind}, ${markdownText(service.title)}`,
    )
    .join("\n");
}

function printRefs(services: readonly ServiceRef[], link: Link): string {
  return services.map(({ title, url }) => `- [${markdownText(title)}](<${link(url)}>)`).join("\n");
}

function printMine({ services }: MineView, link: Link): string {
  return services
    .map(({ id, title }) => `- [${markdownText(title)}](<${link(`/changes/${id}/`)}>)`)
    .join("\n");
}

function printNames(rows: readonly NameRow[], link: Link): string {
  return rows
    .map(({ name, url, span, purpose }) => {
      const gone = span.removed ? `, removed ${momentText(span.removed)}` : "";
      return `- [${markdownCode(name)}](<${link(url)}>)${gone}${purpose ? `: ${markdownText(purpose)}` : ""}`;
    })
    .join("\n");
}

function printServices(services: readonly ServiceRow[], link: Link): string {
  return services
    .map(
      ({ service, operations, changed }) =>
        `- [${markdownText(service.title)}](<${link(service.url)}>): ${count(operations, "operation")}${changed ? `, last changed ${changed.date}` : ""}`,
    )
    .join("\n");
}

function printAbout({ rules }: AboutView): string {
  return lines(
    "# How we judge",
    VERDICTS.map((verdict) => `- **${VERDICT_WORDS[verdict]}**: ${VERDICT_MEANINGS[verdict]}`).join("\n"),
    "## What a model cannot show",
    LIMITS_OF_MODELS.map((text) => `- ${text}`).join("\n"),
    "## Rules",
    rules
      .map(
        ({ id, verdict, wire, source, ...bumps }) =>
          `- ${markdownCode(id)}: ${VERDICT_WORDS[verdict]} (wire: ${wire}, source: ${source}, release: ${bumpWords(bumps)})`,
      )
      .join("\n"),
  );
}

function printRules({ groups }: RulesView, link: Link): string {
  return lines(
    "# Rules",
    ...groups.flatMap(({ title, intro, rules }) => [
      `## ${title}`,
      intro,
      rules
        .map(({ id, url, summary }) => `- [${markdownCode(id)}](<${link(url)}>): ${markdownText(summary)}`)
        .join("\n"),
    ]),
  );
}

function lines(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
