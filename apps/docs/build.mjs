// Builds the site of this repository's models into dist/: `npm run build`.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { printText } from "@shapelog/diagnostics";
import { buildSite } from "./src/build-site.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const target = fileURLToPath(new URL("dist/", import.meta.url));
const baseUrl = process.env.SITE_BASE_URL ?? "https://shapelog.dev/";

const { diagnostics, report } = await buildSite({ root, target, baseUrl });
if (diagnostics.length > 0) process.stderr.write(printText(diagnostics));
const { written, unchanged, removed } = report;
process.stdout.write(`${written} written, ${unchanged} unchanged, ${removed} removed\n`);
if (diagnostics.some(({ severity }) => severity === "error")) process.exitCode = 1;
