import { escapeJson } from "@shapelog/diagnostics";
import { printJson } from "@shapelog/model";
import type { CompilerError, Place } from "../place.js";
import type { CodePlace, Use } from "../use.js";
import type { ConsumerReport, ImpactReport, ReportedSide } from "./report.js";

type PathOf = ImpactReport["pathOf"];

/** Returns a report as JSON: each program with its places, what cannot be followed in it, and its own errors. */
export function printImpactJson({ title, before, after, consumers, pathOf }: ImpactReport): string {
  const view = {
    format: "shapelog-impact/1",
    title,
    before: sideOf(before),
    after: sideOf(after),
    consumers: consumers.map((each) => consumerOf(each, pathOf)),
  };
  return `${escapeJson(printJson(view, 2))}\n`;
}

function sideOf({ label, date, release }: ReportedSide) {
  return { label, ...(date === undefined ? {} : { date }), ...(release === undefined ? {} : { release }) };
}

function consumerOf({ name, typescript, impact }: ConsumerReport, pathOf: PathOf) {
  const unfollowed = impact.uses.filter(({ kind }) => kind === "unfollowed");
  return {
    name,
    typescript,
    writtenFor: impact.writtenFor,
    packages: impact.packages.map(({ name: its, version }) => ({
      name: its,
      ...(version === undefined ? {} : { version }),
    })),
    files: impact.files,
    uses: impact.uses.length,
    places: impact.places.map((place) => placeView(place, pathOf)),
    unfollowed: unfollowed.map((use) => useView(use, pathOf)),
    ownErrors: impact.own.map((error) => errorView(error, pathOf)),
  };
}

function placeView(place: Place, pathOf: PathOf) {
  const { effect, at, against, finding, use, message, action, errors } = place;
  return {
    effect,
    ...codeView(at, pathOf),
    ...(against === undefined ? {} : { against }),
    message,
    action,
    ...(finding ? { finding: finding.id, rule: finding.rule, verdict: finding.verdict } : {}),
    ...(use ? { use: use.kind } : {}),
    ...(errors ? { errors: errors.map((error) => errorView(error, pathOf)) } : {}),
  };
}

function codeView({ file, line, column, start, end, code }: CodePlace, pathOf: PathOf) {
  return { file: pathOf(file), line, column, offset: start, length: end - start, code };
}

function errorView({ code, message, at }: CompilerError, pathOf: PathOf) {
  return { code: `TS${code}`, message, file: pathOf(at.file), line: at.line, column: at.column };
}

/** Returns a use as JSON has it. */
export function useView(use: Use, pathOf: PathOf): Record<string, unknown> {
  const { at, ...facts } = use;
  return { ...facts, ...codeView(at, pathOf) };
}
