import { join } from "node:path";
import { offsetOfPointer, printPointer } from "@shapelog/json";
import { CONFIG_FILE, type Config, type FollowConfig } from "../config-file.js";
import { readText } from "../files/read-text.js";
import { writeOver } from "../files/write-over.js";
import { placeInput } from "../inputs/place-input.js";
import { type Outcome, succeeded } from "../outcome.js";

/** An input that a model was taken from. */
export interface Taken {
  /** The folder that its paths start at. */
  readonly cwd: string;
  /** The input, as it was given. */
  readonly source: string;
  readonly operations?: readonly string[];
  readonly docs: boolean;
}

/** Where a service's model was taken from. */
export interface Origin extends Taken {
  readonly config: Config;
  readonly service: string;
}

/** Returns what the configuration says of where a model came from; nothing of an input that is not there again. */
export function describeOrigin(
  { cwd, source, operations, docs }: Taken,
  root: string,
): FollowConfig | undefined {
  if (source === "-" || source.startsWith("ledger:")) return undefined;
  return {
    input: placeInput(source, { from: cwd, to: root }),
    ...(operations === undefined ? { operations: "all" as const } : {}),
    ...(docs ? { docs } : {}),
  };
}

/**
 * Has the configuration say where a service's model came from, unless it does: `record --from` asks it. Returns whether
 * it was written. All else of the file stays as it is written.
 */
export async function keepOrigin(origin: Origin): Promise<Outcome<boolean>> {
  const { cwd, config, service } = origin;
  const from = describeOrigin(origin, config.root);
  if (!from || config.services.get(service)?.from) return succeeded(false);
  const source = await readText(cwd, config.file);
  if (!source.ok) return source;
  const { text } = source.value;
  const start = offsetOfPointer(text, printPointer("services", service));
  if (start === undefined) return succeeded(false);
  const [, space = ""] = /^\{(\s*)(?=")/.exec(text.slice(start)) ?? [];
  const entries = Object.entries(from).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const added = `${space}"from": { ${entries.join(", ")} },`;
  const edited = text.slice(0, start + 1) + added + text.slice(start + 1);
  const path = join(config.root, CONFIG_FILE);
  const written = await writeOver({ cwd, path, text: edited, known: text });
  return written.ok ? succeeded(true, written.diagnostics) : written;
}
