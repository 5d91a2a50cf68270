import { count } from "../count.js";
import { displayPath } from "../files/display-path.js";
import { line } from "../printed.js";
import type { Printed } from "../terminal.js";
import { joinFigures } from "./measure-files.js";
import type { WrittenPart } from "./render-part.js";
import { type Figure, type PartFigures, readPart } from "./site-record.js";

/** What was made of a site. */
export interface SiteParts {
  readonly folder: string;
  /** How many services are in it. */
  readonly services: number;
  readonly rendered: readonly WrittenPart[];
  /** How many files of services that are no more were removed. */
  readonly removed: number;
  readonly broken: readonly string[];
  /** The names of all its parts. */
  readonly names: readonly string[];
  readonly milliseconds: number;
}

/** A site of a history that was written. */
export interface HistorySite {
  /** The absolute path of its folder. */
  readonly folder: string;
  readonly services: number;
  /** Figures of the whole site. */
  readonly figures: PartFigures;
  /** What this run did of it. */
  readonly run: {
    readonly services: number;
    readonly pages: number;
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
    readonly seconds: number;
    /** The most memory that the process had, in bytes. */
    readonly memory: number;
  };
  /** The services of which nothing could be made. */
  readonly broken: readonly string[];
}

/** Returns what is told of a site. */
export function summarizeSite(parts: SiteParts): HistorySite {
  const { folder, services, rendered, removed, broken, names, milliseconds } = parts;
  const figures = joinFigures(names.flatMap((name) => readPart(folder, name)?.figures ?? []));
  const sum = (of: (part: WrittenPart) => number) => rendered.reduce((total, part) => total + of(part), 0);
  return {
    ...{ folder, services, figures, broken },
    run: {
      services: rendered.length,
      pages: sum((part) => part.figures.pages),
      written: sum((part) => part.written),
      unchanged: sum((part) => part.unchanged),
      removed: removed + sum((part) => part.removed),
      seconds: milliseconds / 1000,
      memory: process.resourceUsage().maxRSS * 1024,
    },
  };
}

/** Returns what is told of a site in lines for people. */
export function describeSite(
  cwd: string,
  { folder, services, figures, run }: HistorySite,
): readonly Printed[] {
  const number = (value: number) => value.toLocaleString("en");
  const megabytes = (bytes: number) => `${number(Math.round(bytes / 1e6))} MB`;
  const whole = [
    `${number(figures.pages)} pages of ${count(services, "service")}`,
    `${number(figures.files)} files`,
    megabytes(figures.bytes),
  ];
  const did = [
    `${number(run.pages)} pages rendered`,
    `${count(run.written, "file")} written`,
    `${run.unchanged} unchanged`,
    ...(run.removed > 0 ? [`${run.removed} removed`] : []),
  ];
  const rate = run.pages > 0 ? [`${number(Math.round(run.pages / run.seconds))} pages/s`] : [];
  const took = [`${run.seconds.toFixed(1)} s`, ...rate, `peak memory ${megabytes(run.memory)}`];
  return [
    line`${displayPath(cwd, folder)}: ${whole.join(", ")}`,
    line`${did.join(", ")}; ${took.join(", ")}`,
    ...listFigures("largest", figures.largest, (value) => `${(value / 1000).toFixed(0)} KB`),
    ...(run.pages > 0 ? listFigures("slowest", figures.slowest, (value) => `${value.toFixed(0)} ms`) : []),
  ];
}

function listFigures(
  name: string,
  figures: readonly Figure[],
  print: (value: number) => string,
): readonly Printed[] {
  return figures.map(({ path, value }) => line`${name} ${print(value).padStart(8)}  ${path}`);
}
