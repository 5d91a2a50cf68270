import { join, resolve } from "node:path";
import type { Model } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import { count } from "../count.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { pathKind } from "../files/path-kind.js";
import { readText } from "../files/read-text.js";
import { writeOver } from "../files/write-over.js";
import {
  type DocumentationList,
  extendList,
  findUndocumented,
  printDocumentationList,
  readDocumentationList,
  withDocumentation,
} from "../import/documentation-list.js";
import { keepOrigin, type Origin } from "../import/keep-origin.js";
import { pickModel } from "../import/pick-model.js";
import { readModelPath } from "../inputs/read-model.js";
import { resolveInput } from "../inputs/resolve-input.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { keepDocumentation } from "../pick-operations.js";
import { printModelFile } from "../print-model-file.js";
import { line } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { VALIDATION_METADATA } from "../validation-metadata.js";
import { refuse, report } from "./context.js";
import { reportGrouped } from "./report-grouped.js";

export interface ImportOptions {
  /** The configured service whose model file is written; or give `out`. */
  readonly service?: string;
  readonly out?: string;
  /** Operation names; all where left out. */
  readonly operations?: readonly string[];
  /** Whether to take the source's documentation. Default: true. */
  readonly docs: boolean;
  /** A list of documentation: its texts go into the model, and what has none is listed there. */
  readonly texts?: string;
  /** Whether each of many warnings of one kind is told of. */
  readonly verbose: boolean;
}

/**
 * `shapelog import SOURCE`: writes a model file from a botocore or Smithy file and a list of operations, one that `check`
 * accepts. Texts and suppressions that the model file has and the source does not are kept, and in IDL its order and
 * comments, so that a later revision can be imported over it.
 */
export async function importModel(
  terminal: Terminal,
  source: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const target = await findTarget(terminal, options);
  if (!target.ok) return refuse(terminal, target.diagnostics);
  const list = await readList(terminal.cwd, options.texts);
  if (!list.ok) return refuse(terminal, list.diagnostics);
  const read = await resolveInput(terminal, source, { duplicates: true });
  if (!read.ok) return refuse(terminal, read.diagnostics);
  const picked = pickModel(read.value.model, options);
  if (!picked.ok) return refuse(terminal, picked.diagnostics);
  const known =
    (await pathKind(target.value.path)) === "file"
      ? await readModelPath(terminal.cwd, target.value.path)
      : undefined;
  if (known && !known.ok) return refuse(terminal, known.diagnostics);
  const withKept = known ? keepWritten(picked.value, known.value.model) : picked.value;
  const model = withDocumentation(withKept, list.value);
  reportGrouped(terminal, [...read.diagnostics, ...picked.diagnostics], {
    verbose: options.verbose,
    all: "npx shapelog import --verbose, with the same arguments",
  });
  const text = await printModelFile(
    { cwd: terminal.cwd, path: target.value.path },
    model,
    known?.value.model,
  );
  if (!text.ok) return refuse(terminal, text.diagnostics);
  const written = await writeTold(terminal, target.value, text.value, count(model.shapes.size, "shape"));
  if (!written.ok) return refuse(terminal, written.diagnostics);
  const { origin } = target.value;
  const followed = origin && (await keepOrigin({ ...origin, ...options, cwd: terminal.cwd, source }));
  if (followed && !followed.ok) return refuse(terminal, followed.diagnostics);
  if (origin && followed?.value)
    terminal.out(line`${origin.config.file}: ${origin.service} follows ${source}, with record --from`);
  return askForTexts(terminal, model, { list: list.value, file: options.texts });
}

async function readList(cwd: string, file: string | undefined): Promise<Outcome<DocumentationList>> {
  if (file === undefined || (await pathKind(resolve(cwd, file))) === "none") return succeeded(new Map());
  const source = await readText(cwd, file);
  return source.ok ? readDocumentationList(source.value) : source;
}

/** Writes a file and says so. */
async function writeTold(
  terminal: Terminal,
  target: Target,
  text: string,
  what: string,
): Promise<Outcome<undefined>> {
  const { cwd } = terminal;
  const written = await writeOver({ cwd, ...target, text });
  if (!written.ok) return written;
  report(terminal, written.diagnostics);
  const done = written.value.written.length > 0 ? "written" : "unchanged";
  terminal.out(line`${displayPath(cwd, target.path)}: ${what}, ${done}`);
  return succeeded(undefined);
}

/** Says what has no documentation: in the list where one is named, else in a line. */
async function askForTexts(
  terminal: Terminal,
  model: Model,
  { list, file }: { readonly list: DocumentationList; readonly file: string | undefined },
): Promise<ExitCode> {
  const silent = findUndocumented(model);
  if (file === undefined) {
    if (silent.length > 0)
      terminal.err(
        line`Without documentation: ${silent.length} of its shapes and members. With --texts FILE they are listed there, to be filled in.`,
      );
    return EXIT.ok;
  }
  const text = printDocumentationList(extendList(list, silent));
  const target = { path: resolve(terminal.cwd, file) };
  const written = await writeTold(terminal, target, text, `${silent.length} texts to fill in`);
  return written.ok ? EXIT.ok : refuse(terminal, written.diagnostics);
}

/** The file that is written, and the folder that it has to be in where a configuration names it. */
interface Target {
  readonly path: string;
  readonly inside?: string;
  /** The service whose model it is, where a configuration names it. */
  readonly origin?: Pick<Origin, "config" | "service">;
}

async function findTarget(terminal: Terminal, options: ImportOptions): Promise<Outcome<Target>> {
  if (options.out !== undefined) return succeeded({ path: resolve(terminal.cwd, options.out) });
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return selected;
  const [[name, service] = []] = selected.value;
  if (!service || name === undefined || selected.value.length > 1) {
    return failed(
      cliDiagnostics.create("which-service", undefined, { known: [...config.value.services.keys()] }),
    );
  }
  const inside = config.value.root;
  const path = resolve(inside, service.model);
  const origin = { config: config.value, service: name };
  if ((await pathKind(path)) !== "folder") return succeeded({ path, inside, origin });
  const isJson = (await pathKind(join(path, "model.json"))) === "file";
  return succeeded({ path: join(path, isJson ? "model.json" : "model.smithy"), inside, origin });
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
