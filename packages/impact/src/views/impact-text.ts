import { printable } from "@shapelog/diagnostics";
import { wrapWords } from "@shapelog/diff";
import { PLACE_EFFECTS, type Place, type PlaceEffect } from "../place.js";
import { type ConsumerReport, countOf, groupBy, type ImpactReport, sideName } from "./report.js";

export interface PrintImpactOptions {
  /** Whether to use ANSI colours. Default: false. */
  readonly color?: boolean;
  /** The columns of the terminal. Default: 100. */
  readonly width?: number;
}

interface Style {
  readonly paint: (text: string, code: number) => string;
  readonly width: number;
}

const COLORS: Readonly<Record<PlaceEffect, number>> = { breaks: 31, dead: 33, silent: 36 };
const DIM = 2;
const BOLD = 1;
const SHOWN_UNFOLLOWED = 10;
const SHOWN_OWN = 3;
const INDENT = "          ";

/** Returns a report for people at a terminal: by program and file, each file's worst places first. */
export function printImpactText(report: ImpactReport, options: PrintImpactOptions = {}): string {
  const style: Style = {
    paint: (text, code) => (options.color ? `\u001b[${code}m${text}\u001b[0m` : text),
    width: Math.max(40, options.width ?? 100),
  };
  const { title, before, after, consumers } = report;
  const head = `${title}   ${sideName(before)} → ${sideName(after)}`;
  const lines = [style.paint(printable(head), BOLD)];
  for (const consumer of consumers) lines.push("", ...printConsumer(consumer, report, style));
  return `${lines.join("\n")}\n`;
}

function printConsumer(consumer: ConsumerReport, report: ImpactReport, style: Style): string[] {
  const { name, typescript, impact } = consumer;
  const about = `${countOf(impact.files, "file")} and ${countOf(impact.uses.length, "use")}, TypeScript ${typescript}`;
  const lines = [`${printable(name)}   ${style.paint(printable(about), DIM)}`];
  if (impact.packages.length === 0) return [...lines, "  It does not import a package of this API."];
  if (impact.writtenFor === "after") {
    const words = `It is written for ${sideName(report.after)}: what breaks here is what the package of ${sideName(report.before)} refuses.`;
    lines.push(...wrapWords(words, "  ", style.width));
  }
  for (const [file, places] of groupBy(impact.places, ({ at }) => at.file)) {
    lines.push("", style.paint(printable(report.pathOf(file)), BOLD));
    for (const place of places) lines.push(...printPlace(place, style));
  }
  lines.push("", ...printSummary(consumer, report, style));
  return lines;
}

function printPlace({ effect, at, message, action, finding, errors = [] }: Place, style: Style): string[] {
  const where = `${at.line}:${at.column}`.padEnd(7);
  const rules = finding ? [finding.rule] : [];
  const origin = [...rules, ...errors.map(({ code }) => `TS${code}`)].join(" · ");
  return [
    `  ${style.paint(effect.padEnd(7), COLORS[effect])} ${where} ${printable(at.code)}`,
    ...wrapWords(message, INDENT, style.width),
    ...wrapWords(action, INDENT, style.width),
    ...(origin === "" ? [] : [style.paint(`${INDENT}${origin}`, DIM)]),
  ];
}

function printSummary({ impact }: ConsumerReport, { pathOf }: ImpactReport, style: Style): string[] {
  const lines = [summaryOf(impact.places)];
  const unfollowed = impact.uses.filter(({ kind }) => kind === "unfollowed");
  if (unfollowed.length > 0) {
    lines.push(`Not followed: ${countOf(unfollowed.length, "place")}, which types say nothing of.`);
    for (const { at } of unfollowed.slice(0, SHOWN_UNFOLLOWED))
      lines.push(style.paint(printable(`  ${pathOf(at.file)}:${at.line}  ${at.code}`), DIM));
    const rest = unfollowed.length - SHOWN_UNFOLLOWED;
    if (rest > 0) lines.push(style.paint(`  and ${rest} more; --format json has all`, DIM));
  }
  const { own } = impact;
  if (own.length > 0) {
    const counts = own.length === 1 ? "counts" : "count";
    lines.push(
      `${countOf(own.length, "error")} of its own, with either package, ${counts} for nothing here.`,
    );
    for (const { at, code, message } of own.slice(0, SHOWN_OWN))
      lines.push(style.paint(printable(`  ${pathOf(at.file)}:${at.line}  TS${code} ${message}`), DIM));
  }
  return lines;
}

const EFFECT_WORDS: Readonly<Record<PlaceEffect, readonly [one: string, many: string]>> = {
  breaks: ["breaks", "break"],
  dead: ["is dead", "are dead"],
  silent: ["changes silently", "change silently"],
};

/** Returns `2 places break, 1 is dead.` */
export function summaryOf(places: readonly Place[]): string {
  if (places.length === 0) return "No place is affected.";
  const parts = PLACE_EFFECTS.flatMap((effect) => {
    const number = places.filter((place) => place.effect === effect).length;
    const [one, many] = EFFECT_WORDS[effect];
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  const files = new Set(places.map(({ at }) => at.file)).size;
  return `${countOf(places.length, "place")} in ${countOf(files, "file")}: ${parts.join(", ")}.`;
}
