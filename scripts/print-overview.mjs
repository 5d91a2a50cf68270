// What a newcomer should see first: the model, the packages made from it, its revisions, and one change in full.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { printText } from "@shapelog/diagnostics";
import {
  bumpSentence,
  compareModels,
  createEntries,
  describeBump,
  printComparisonText,
  VERDICT_WORDS,
  withBumpScope,
  worstVerdict,
} from "@shapelog/diff";
import { findOperations, shapeName } from "@shapelog/model";
import { findConfig } from "../packages/cli/dist/config.js";
import { loadService } from "../packages/cli/dist/load-service.js";
import { tellEntries } from "../packages/cli/dist/tell-entries.js";
import { root } from "./install.mjs";

/**
 * @import { Diagnostic } from "@shapelog/diagnostics"
 * @import { Step } from "@shapelog/ledger"
 * @import { LoadedService } from "../packages/cli/dist/load-service.js"
 */

const STORY = "2022-08-18";

/** Returns the overview of every configured service, read as the commands read it. */
export async function printOverview(cwd = root) {
  const config = valueOrThrow(await findConfig(cwd));
  const texts = [];
  for (const [name, service] of config.services) {
    texts.push(printService(config.root, valueOrThrow(await loadService(cwd, config, { name, service }))));
  }
  return texts.join("\n");
}

/**
 * @template Value
 * @param {{ ok: true, value: Value } | { ok: false, diagnostics: readonly Diagnostic[] }} outcome
 */
function valueOrThrow(outcome) {
  if (!outcome.ok) throw new Error(printText(outcome.diagnostics));
  return outcome.value;
}

/**
 * @param {string} folder
 * @param {LoadedService} service
 */
function printService(folder, { config, replayed }) {
  const { steps, model } = replayed;
  const operations = findOperations(model).map((operation) => shapeName(operation.id));
  const { package: its } = config;
  if (!its) throw new Error(`${config.model} has no package`);
  const manifest = JSON.parse(readFileSync(join(folder, its.folder, "package.json"), "utf8"));
  const lines = [
    "",
    `Model      ${config.model}   ${model.shapes.size} shapes, ${operations.join(", ")}`,
    `Package    ${manifest.name}   ${its.folder}`,
    ...Object.keys(manifest.exports)
      .filter((path) => path !== "./package.json")
      .map((path) => `           ${`${manifest.name}${path.slice(1)}`}`),
    `Revisions  ${config.ledger}`,
    ...steps.map((step) => `           ${printStep(step, config)}`),
    "",
  ];
  const story = steps.find((step) => step.revision.id === STORY);
  if (story) lines.push(printStory(story, steps[steps.indexOf(story) - 1]));
  return lines.join("\n");
}

/**
 * @param {Step} step
 * @param {LoadedService["config"]} config
 */
function printStep({ revision, before, after }, config) {
  const source = [revision.source?.name, revision.source?.version].filter(Boolean).join(" ");
  const head = `${revision.id}  ${source.padEnd(18)}`;
  if (revision.before === null) return `${head}baseline, ${after.shapes.size} shapes`;
  const comparison = compareModels({ label: "", model: before }, { label: "", model: after });
  const entries = createEntries(comparison);
  const used = entries.filter((entry) => entry.operations.length > 0);
  const worst = VERDICT_WORDS[worstVerdict(used.map((entry) => entry.verdict))];
  const { bump } = config;
  const reason = describeBump(bump ? withBumpScope(comparison, bump) : comparison);
  const what = tellEntries(used).map((text) => text.replaceAll("`", ""));
  const release = reason ? ` ${bumpSentence(reason).replaceAll("`", "")}` : "";
  return `${head}${worst}: ${what.join("; ")}.${release}`;
}

/**
 * @param {Step} step
 * @param {Step | undefined} previous
 */
function printStory(step, previous) {
  const dayBefore = new Date(Date.parse(step.revision.date) - 86_400_000).toISOString().slice(0, 10);
  const release = [step.revision.source?.name, step.revision.source?.version].filter(Boolean).join(" ");
  const comparison = compareModels(
    { label: previous?.revision.id ?? "", date: dayBefore, model: step.before },
    { label: step.revision.id, date: step.revision.date, release, model: step.after },
  );
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
  return printComparisonText(comparison, { color, width: Math.min(process.stdout.columns ?? 100, 100) });
}
