import { join } from "node:path";
import { count } from "../count.js";
import { line } from "../printed.js";
import type { Printed } from "../terminal.js";
import { displayPath } from "./display-path.js";
import type { WriteReport } from "./write-files.js";

const SHOWN = 20;

/** Returns what a write did in lines for people: how many files, and the names of those that went. */
export function describeWrite(
  cwd: string,
  folder: string,
  { written, unchanged, removed }: WriteReport,
): readonly Printed[] {
  const parts = [
    `${count(written.length, "file")} written`,
    `${unchanged.length} unchanged`,
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ];
  const lines = [line`${displayPath(cwd, folder)}: ${parts.join(", ")}`];
  for (const path of removed.slice(0, SHOWN))
    lines.push(line`removed ${displayPath(cwd, join(folder, path))}`);
  if (removed.length > SHOWN) lines.push(line`removed ${removed.length - SHOWN} more`);
  return lines;
}
