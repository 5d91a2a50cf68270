import { printable, printableLines } from "@shapelog/diagnostics";
import { compareModels, printComparisonText, withBumpScope, withPolicy } from "@shapelog/diff";
import { findOperations, findServices, type Model, shapeName } from "@shapelog/model";
import { count } from "../count.js";
import { cliDiagnostics } from "../diagnostics.js";
import { type DriverCall, type DriverSide, isNowhere, readDriverCall } from "../git-diff/parameters.js";
import { readSideModels, readSideText, type Sides } from "../git-diff/read-side.js";
import { tellRevision } from "../git-diff/tell-revision.js";
import { printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse } from "./context.js";

export interface GitDiffOptions {
  readonly color: "auto" | "always" | "never";
  /** Whether the lines that differ follow what they mean. */
  readonly patch: boolean;
}

type Changed = Extract<DriverCall, { readonly kind: "changed" }>;

/**
 * `shapelog git-diff`: what git runs to show what changed in a file, with the parameters that it gives. What cannot be
 * compared as a model is shown line by line, with the reason; the exit code is 0 all the same, as git stops at another one.
 */
export async function gitDiff(
  terminal: Terminal,
  parameters: readonly string[],
  options: GitDiffOptions,
): Promise<ExitCode> {
  const call = readDriverCall(parameters);
  if (!call) {
    const reason = `git gives 1, 7 or 9 parameters, and these are ${parameters.length}; have git call it: git config diff.shapelog.command "npx shapelog git-diff"`;
    return refuse(terminal, [cliDiagnostics.create("bad-option", undefined, { option: "git-diff", reason })]);
  }
  if (call.kind === "unmerged") {
    terminal.out(printed(`* Unmerged path ${printable(call.path)}\n`));
    return EXIT.ok;
  }
  const color = options.color === "auto" ? terminal.color : options.color === "always";
  terminal.out(printed(printHeader(call, color)));
  try {
    terminal.out(printed(await printBody(terminal, call, { ...options, isColored: color })));
  } catch (error) {
    const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
    terminal.out(printed(`Not shown: ${printable(reason)}\n`));
  }
  return EXIT.ok;
}

function printHeader({ before, after, moved }: Changed, color: boolean): string {
  const lines = [
    `diff --shapelog a/${before.path} b/${after.path}`,
    ...(isNowhere(before) ? [`new file mode ${after.mode}`] : []),
    ...(isNowhere(after) ? [`deleted file mode ${before.mode}`] : []),
    ...(before.mode !== after.mode && !isNowhere(before) && !isNowhere(after)
      ? [`old mode ${before.mode}`, `new mode ${after.mode}`]
      : []),
    ...moved,
  ];
  return lines.map((line) => `${paint(printable(line), 1, color)}\n`).join("");
}

function paint(text: string, code: number, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}

interface BodyOptions extends GitDiffOptions {
  readonly isColored: boolean;
}

async function printBody(terminal: Terminal, call: Changed, options: BodyOptions): Promise<string> {
  const { before, after } = call;
  const [old, now] = [readSideText(before), readSideText(after)];
  if ("reason" in old) return `Not compared as a model, as ${printable(old.reason)}.\n`;
  if ("reason" in now) return `Not compared as a model, as ${printable(now.reason)}.\n`;
  const texts = { before: old.source, after: now.source };
  if (texts.before.text === texts.after.text && !isNowhere(before) && !isNowhere(after)) return "";
  const sides = { before, after, texts };
  const told = tellRevisions(sides) ?? (await tellMeaning(terminal, sides, options.isColored));
  if (told.isTold && !options.patch) return told.text;
  const { printPlainDiff } = await import("../git-diff/plain-diff.js");
  const lines = printPlainDiff({ before: texts.before.text, after: texts.after.text }, options.isColored);
  return `${told.text}${told.isTold ? "\n" : ""}${printNames(before, after, options.isColored)}${lines}`;
}

function printNames(before: DriverSide, after: DriverSide, color: boolean): string {
  const old = isNowhere(before) ? "/dev/null" : `a/${before.path}`;
  const now = isNowhere(after) ? "/dev/null" : `b/${after.path}`;
  return [`--- ${old}`, `+++ ${now}`].map((line) => `${paint(printable(line), 1, color)}\n`).join("");
}

interface Told {
  readonly text: string;
  /** Whether it says what the edit means; else it says why not. */
  readonly isTold: boolean;
}

/** Returns what is said of files of a ledger; nothing for others. */
function tellRevisions({ before, after, texts }: Sides): Told | undefined {
  const lines = [
    ["Gone", before, tellRevision(texts.before)] as const,
    ["New", after, tellRevision(texts.after)] as const,
  ].flatMap(([word, side, told]) => (told === undefined || isNowhere(side) ? [] : [`${word}: ${told}\n`]));
  return lines.length === 0 ? undefined : { text: printableLines(lines.join("")), isTold: true };
}

async function tellMeaning(terminal: Terminal, sides: Sides, color: boolean): Promise<Told> {
  const models = await readSideModels(terminal.cwd, sides);
  if ("reason" in models) {
    const reason = printable(models.reason.replace(/\.$/, ""));
    return { text: `Shown line by line, as ${reason}.\n`, isTold: false };
  }
  const { before, after } = sides;
  if (isNowhere(before)) return { text: `New: ${describeModel(models.after)}\n`, isTold: true };
  if (isNowhere(after)) return { text: `Gone: ${describeModel(models.before)}\n`, isTold: true };
  const labels = [before, after].map(({ hex }) => (/^0+$/.test(hex) ? "work tree" : hex.slice(0, 7)));
  const [old = "", now = ""] = labels;
  const compared = compareModels({ label: old, model: models.before }, { label: now, model: models.after });
  if (compared.changes.length === 0)
    return { text: "The model is the same; its text alone differs.\n", isTold: true };
  const judged = await withTeam(terminal.cwd, compared, after.path);
  const text = printComparisonText(judged, { color, width: Math.min(terminal.width, 100), all: false });
  const note = models.isPart ? "With the other files of the model as they are in the work tree.\n" : "";
  return { text: note + text, isTold: true };
}

/** Returns a comparison as the policy and the releases of the configuration have it, where it says anything of these. */
async function withTeam(cwd: string, comparison: ReturnType<typeof compareModels>, path: string) {
  const { readQuietly } = await import("../files/read-quietly.js");
  const { join } = await import("node:path");
  // Reading it takes as long as all else, and most say nothing of it.
  const config = readQuietly(join(cwd, "shapelog.config.json")) ?? "";
  if (!/"(?:policy|bump)"/.test(config)) return comparison;
  const { findPolicy } = await import("../find-policy.js");
  const { findBumpScope } = await import("../find-bump-scope.js");
  const policy = await findPolicy(cwd, undefined);
  const scoped = withBumpScope(comparison, await findBumpScope(cwd, [path]));
  return policy.ok ? withPolicy(scoped, policy.value) : scoped;
}

const SHOWN = 8;

function describeModel(model: Model): string {
  const operations = findOperations(model).map(({ id }) => shapeName(id));
  const services = findServices(model).map(({ id }) => `service ${shapeName(id)}`);
  const shown = operations.slice(0, SHOWN).join(", ");
  const more = operations.length > SHOWN ? ` and ${operations.length - SHOWN} more` : "";
  const parts = [
    ...services,
    count(model.shapes.size, "shape"),
    ...(operations.length === 0 ? [] : [`${count(operations.length, "operation")} (${shown}${more})`]),
  ];
  return printable(`${parts.join(", ")}.`);
}
