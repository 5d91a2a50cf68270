import { join, resolve } from "node:path";
import { count } from "@shapelog/diff";
import { documentation, isAggregate, type Model, shapeName } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { pathKind } from "../files/path-kind.js";
import { writeOver } from "../files/write-over.js";
import { readModelPath } from "../inputs/read-model.js";
import { resolveInput } from "../inputs/resolve-input.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import {
  dropDocumentation,
  findNamedOperations,
  keepDocumentation,
  pickOperations,
} from "../pick-operations.js";
import { printModelFile } from "../print-model-file.js";
import { line } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { VALIDATION_METADATA } from "../validation-metadata.js";
import { refuse, report } from "./context.js";

export interface ImportOptions {
  /** The configured service whose model file is written; or give `out`. */
  readonly service?: string;
  readonly out?: string;
  /** Operation names; all where left out. */
  readonly operations?: readonly string[];
  /** Whether to take the source's documentation. Default: true. */
  readonly docs: boolean;
}

/**
 * `shapelog import SOURCE`: writes a model file from a botocore or Smithy file and a list of operations. Texts and
 * suppressions that the model file has and the source does not are kept, and in IDL its order and comments, so that a
 * later revision can be imported over it.
 */
export async function importModel(
  terminal: Terminal,
  source: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const target = await findTarget(terminal, options);
  if (!target.ok) return refuse(terminal, target.diagnostics);
  const read = await resolveInput(terminal, source, { duplicates: true });
  if (!read.ok) return refuse(terminal, read.diagnostics);
  const picked = pick(read.value.model, options);
  if (!picked.ok) return refuse(terminal, picked.diagnostics);
  const known =
    (await pathKind(target.value.path)) === "file"
      ? await readModelPath(terminal.cwd, target.value.path)
      : undefined;
  if (known && !known.ok) return refuse(terminal, known.diagnostics);
  const model = known ? keepWritten(picked.value, known.value.model) : picked.value;
  report(terminal, read.diagnostics);
  const text = await printModelFile(
    { cwd: terminal.cwd, path: target.value.path },
    model,
    known?.value.model,
  );
  if (!text.ok) return refuse(terminal, text.diagnostics);
  const written = await writeOver({ cwd: terminal.cwd, ...target.value, text: text.value });
  if (!written.ok) return refuse(terminal, written.diagnostics);
  report(terminal, written.diagnostics);
  const shown = displayPath(terminal.cwd, target.value.path);
  const what = written.value.written.length > 0 ? "written" : "unchanged";
  terminal.out(line`${shown}: ${count(model.shapes.size, "shape")}, ${what}`);
  const silent = findUndocumented(model);
  if (silent.length > 0) {
    const more = silent.length > 10 ? ` and ${silent.length - 10} more` : "";
    terminal.err(line`Without documentation: ${silent.slice(0, 10).join(", ")}${more}`);
  }
  return EXIT.ok;
}

/** The file that is written, and the folder that it has to be in where a configuration names it. */
interface Target {
  readonly path: string;
  readonly inside?: string;
}

async function findTarget(terminal: Terminal, options: ImportOptions): Promise<Outcome<Target>> {
  if (options.out !== undefined) return succeeded({ path: resolve(terminal.cwd, options.out) });
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return selected;
  const [[, service] = []] = selected.value;
  if (!service || selected.value.length > 1) {
    return failed(
      cliDiagnostics.create("which-service", undefined, { known: [...config.value.services.keys()] }),
    );
  }
  const inside = config.value.root;
  const path = resolve(inside, service.model);
  if ((await pathKind(path)) !== "folder") return succeeded({ path, inside });
  const isJson = (await pathKind(join(path, "model.json"))) === "file";
  return succeeded({ path: join(path, isJson ? "model.json" : "model.smithy"), inside });
}

/** Returns a model with what is written in the file that it goes into, and is in no source: texts, and suppressions. */
function keepWritten(model: Model, known: Model): Model {
  const documented = keepDocumentation(model, known);
  const metadata = new Map(documented.metadata);
  for (const key of VALIDATION_METADATA) {
    const value = known.metadata.get(key);
    if (value !== undefined && !metadata.has(key)) metadata.set(key, value);
  }
  return { ...documented, metadata };
}

function pick(model: Model, options: ImportOptions): Outcome<Model> {
  const documented = options.docs ? model : dropDocumentation(model);
  if (options.operations === undefined) return succeeded(documented);
  const { ids, unknown } = findNamedOperations(documented, options.operations);
  if (unknown.length > 0)
    return failedWith(unknown.map((data) => cliDiagnostics.create("unknown-operation", undefined, data)));
  return succeeded(pickOperations(documented, ids));
}

function findUndocumented(model: Model): string[] {
  return [...model.shapes.values()].flatMap((shape) => {
    const own = documentation(shape) === undefined ? [shapeName(shape.id)] : [];
    if (!isAggregate(shape) || shape.kind === "list" || shape.kind === "map") return own;
    const members = shape.members.filter((member) => documentation(member) === undefined);
    return [...own, ...members.map((member) => `${shapeName(shape.id)}.${member.name}`)];
  });
}
