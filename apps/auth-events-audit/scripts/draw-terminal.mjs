// Draws what the program prints about seeded events as `docs/terminal.svg`, the picture of the README.
//
//   node scripts/draw-terminal.mjs            (build first)
//
// The picture is the output itself, as text: the same for the same events.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createEventLines } from "./create-events.mjs";

const APP = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = "auth-events-audit events.jsonl --rows 4";
const COLUMNS = 180;
const LINE_HEIGHT = 16;
const CHARACTER_WIDTH = 7.23;
const PADDING = 16;

const input = [...createEventLines({ count: 50_000, broken: 25_000 })].join("");
const reports = [
  "types",
  "responses",
  "failures",
  "compromised",
  "users-at-risk",
  "travel",
  "drift",
  "rejects",
];
const args = [
  "dist/main.js",
  "-",
  "--rows",
  "4",
  "--exit-zero",
  ...reports.flatMap((name) => ["--report", name]),
];
const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: APP, input, encoding: "utf8" });
if (status !== 0) throw new Error(stderr);
const lines = [`$ ${COMMAND}`, "", ...stdout.trimEnd().split("\n").flatMap(wrap)];
mkdirSync(new URL("../docs", import.meta.url), { recursive: true });
writeFileSync(new URL("../docs/terminal.svg", import.meta.url), drawLines(lines));

/** @param {string} line */
function wrap(line) {
  const pieces = [];
  let rest = line.replaceAll("standard input", "events.jsonl");
  while (rest.length > COLUMNS) {
    const end = rest.lastIndexOf(" ", COLUMNS);
    pieces.push(rest.slice(0, end));
    rest = `  ${rest.slice(end + 1)}`;
  }
  return [...pieces, rest];
}

/** @param {readonly string[]} lines */
function drawLines(lines) {
  const width = Math.ceil(COLUMNS * CHARACTER_WIDTH + 2 * PADDING);
  const height = lines.length * LINE_HEIGHT + 2 * PADDING;
  const texts = lines.map((line, index) => {
    const isHeading = index > 2 && lines[index - 1] === "" && line !== "";
    const y = PADDING + (index + 0.8) * LINE_HEIGHT;
    return `<text x="${PADDING}" y="${y}"${isHeading ? ' class="heading"' : ""}>${escapeXml(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The reports of the audit on a terminal">
<style>text{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d8dee9;white-space:pre}.heading{font-weight:bold;fill:#fff}</style>
<rect width="100%" height="100%" rx="8" fill="#1b1f27"/>
${texts.join("\n")}
</svg>
`;
}

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
