import { createPositionFinder, type Diagnostic, escapeJson, type Severity } from "@shapelog/diagnostics";
import { compareCodeUnits, printJson, type ReadResult, type ShapeId } from "@shapelog/model";
import {
  createSelection,
  defaultSteps,
  matchSelector,
  parseSelector,
  type Selection,
  type Selector,
  type SelectorMatch,
  SelectorTooCostly,
  selectShapes,
} from "@shapelog/model/selectors";
import { readDefinitions } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { keepText, STANDARD_INPUT } from "../files/kept-texts.js";
import { findModelInputs } from "../inputs/find-model-inputs.js";
import { readInputs, withoutErrors } from "../inputs/read-model.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { line, printed } from "../printed.js";
import { startProgress } from "../progress.js";
import type { ExitCode, Printed, Terminal } from "../terminal.js";
import { createIndexedSources, exitFor, refuse, report } from "./context.js";
import type { Shown } from "./shown.js";

export interface SelectOptions {
  /** Default: `text`, or `json` where something is shown besides ids. */
  readonly format?: "text" | "json";
  /** Default: `type` and `file`, in JSON. */
  readonly show?: readonly Shown[];
  /** Traits whose values are shown; names without a namespace are Smithy's own. */
  readonly showTraits?: readonly string[];
  /** Whether shapes of the prelude and of other definitions are shown too. */
  readonly all: boolean;
  /** How many steps the selector may take on each model. Default: {@link GENEROUS} times what is usual. */
  readonly maxSteps?: number;
  readonly failOn: Severity | "never";
}

/** A selector that the user wrote may take so many times what a stranger's may. */
const GENEROUS = 10;

/** `shapelog select SELECTOR [INPUTS...]`: the shapes of a model that a selector yields. */
export async function select(
  terminal: Terminal,
  { selector: text, inputs }: { readonly selector: string; readonly inputs: readonly string[] },
  options: SelectOptions,
): Promise<ExitCode> {
  const misuse = checkOptions(text, inputs, options);
  if (misuse) return refuse(terminal, [misuse]);
  const parsed = await readSelector(terminal, text);
  if (!parsed.ok) return refuse(terminal, parsed.diagnostics);
  const models = await findModelInputs(terminal.cwd, inputs);
  if (!models.ok) return refuse(terminal, models.diagnostics);
  const progress = startProgress(terminal);
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const found: Found[] = [];
  for (const named of models.value) {
    progress.step(`reading ${named.join(" ")}`);
    const input = await readInputs(terminal, named);
    const read = input.ok ? withoutErrors(input.value.read) : input;
    if (!read.ok) {
      progress.end();
      return refuse(terminal, read.diagnostics);
    }
    for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
    const matches = findMatches(read.value, parsed.value, { ...options, label: named.join(" ") });
    if (!matches.ok) {
      progress.end();
      return refuse(terminal, [...diagnostics, ...matches.diagnostics]);
    }
    found.push(matches.value);
  }
  progress.end();
  report(terminal, diagnostics);
  terminal.out(isText(options) ? printIds(found) : printMatches(terminal, found, options));
  return exitFor(diagnostics, options.failOn);
}

/** The matches in one model, sorted by id. */
interface Found {
  readonly read: ReadResult;
  readonly selection: Selection;
  readonly matches: readonly SelectorMatch[];
}

function isText({ format, show, showTraits }: SelectOptions): boolean {
  return format === "text" || (format === undefined && show === undefined && showTraits === undefined);
}

function checkOptions(
  text: string,
  inputs: readonly string[],
  { format, show, showTraits }: SelectOptions,
): Diagnostic | undefined {
  const refused = (option: string, reason: string) =>
    cliDiagnostics.create("bad-option", undefined, { option, reason });
  if (format === "text" && show) return refused("--show", "text is ids alone; leave out --format text");
  if (format === "text" && showTraits)
    return refused("--show-traits", "text is ids alone; leave out --format text");
  if (text === "-" && inputs.includes("-"))
    return refused("-", "the standard input is either the selector or a model");
  return undefined;
}

async function readSelector(terminal: Terminal, text: string): Promise<Outcome<Selector>> {
  const source =
    text === "-"
      ? decodeText(STANDARD_INPUT, await terminal.readInput())
      : succeeded({ file: "(selector)", text });
  if (!source.ok) return source;
  const { file } = keepText(terminal, source.value);
  const { selector, diagnostics } = parseSelector(source.value.text, { file });
  return selector ? succeeded(selector, diagnostics) : failedWith(diagnostics);
}

function findMatches(
  read: ReadResult,
  selector: Selector,
  options: SelectOptions & { readonly label: string },
): Outcome<Found> {
  const selection = createSelection(read.model, { definitions: readDefinitions() });
  const isShown = (id: ShapeId) => options.all || read.model.shapes.has(containerOf(id));
  const steps = options.maxSteps ?? defaultSteps(selection.shapes.length) * GENEROUS;
  const budget = { left: steps };
  const run = () =>
    options.show?.includes("vars")
      ? matchSelector(selection, selector, { budget })
      : selectShapes(selection, selector, { budget }).map(
          (shape): SelectorMatch => ({ shape, variables: NO_VARIABLES }),
        );
  try {
    const shown = run().filter(({ shape }) => isShown(shape));
    return succeeded({ read, selection, matches: shown.sort((a, b) => compareCodeUnits(a.shape, b.shape)) });
  } catch (error) {
    if (!(error instanceof SelectorTooCostly)) throw error;
    return failed(cliDiagnostics.create("selector-too-costly", undefined, { model: options.label, steps }));
  }
}

const NO_VARIABLES: SelectorMatch["variables"] = new Map();

/** Returns the id of the shape that a member is in, or the id as it is. */
function containerOf(id: ShapeId): ShapeId {
  const [container = id] = id.split("$", 1);
  return container;
}

function printIds(found: readonly Found[]): Printed {
  const ids = new Set(found.flatMap(({ matches }) => matches.map(({ shape }) => shape)));
  return printed([...ids].map((id) => line`${id}`).join(""));
}

/** Prints what Smithy's own command prints: an array of matches. */
function printMatches(terminal: Terminal, found: readonly Found[], options: SelectOptions): Printed {
  const findPosition = createPositionFinder(createIndexedSources(terminal));
  const show = options.show ?? (options.showTraits ? [] : ["type", "file"]);
  const traits = options.showTraits?.map((name) => (name.includes("#") ? name : `smithy.api#${name}`));
  const rows = found.flatMap(({ read, selection, matches }) =>
    matches.map(({ shape, variables }) => {
      const selected = selection.find(shape);
      const place = show.includes("file") ? read.locate(shape) : undefined;
      const position = place && findPosition(place);
      const at = place && (position ? `${place.file}:${position.line}:${position.column}` : place.file);
      const held = traits?.flatMap((id) => {
        const value = selected && Object.hasOwn(selected.traits, id) ? selected.traits[id] : undefined;
        return value === undefined ? [] : [[id, value] as const];
      });
      return {
        shape,
        ...(show.includes("type") ? { type: selected?.member ? "member" : selected?.shape.kind } : {}),
        ...(at === undefined ? {} : { file: at }),
        ...(variables.size > 0 ? { vars: Object.fromEntries([...variables].map(sortVariable)) } : {}),
        ...(held === undefined ? {} : { traits: Object.fromEntries(held) }),
      };
    }),
  );
  return printed(`${escapeJson(printJson(rows, 2))}\n`);
}

function sortVariable([name, ids]: readonly [string, readonly ShapeId[]]): readonly [
  string,
  readonly ShapeId[],
] {
  return [name, ids.toSorted(compareCodeUnits)];
}
