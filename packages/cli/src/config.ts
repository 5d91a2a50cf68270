import { dirname, join, resolve } from "node:path";
import type { DeprecationRule } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import { findSimilar } from "@shapelog/diagnostics";
import { readJson } from "@shapelog/json";
import type { SourceText } from "@shapelog/model";
import { CONFIG_FILE, type Config, type ServiceConfig, type SiteConfig } from "./config-file.js";
import { CONFIG_SCHEMA } from "./config-schema.js";
import { describeConfigErrors } from "./describe-config-errors.js";
import { cliDiagnostics } from "./diagnostics.js";
import { displayPath } from "./files/display-path.js";
import { pathKind } from "./files/path-kind.js";
import { readText } from "./files/read-text.js";
import { failed, failedWith, type Outcome, succeeded } from "./outcome.js";

interface ConfigFile {
  readonly changesets?: string;
  readonly policy?: string | object;
  readonly site?: SiteConfig;
  readonly deprecation?: DeprecationRule;
  readonly consumers?: readonly string[];
  readonly services: Readonly<Record<string, ServiceConfig>>;
}

/** Finds and reads the configuration in `cwd` or the nearest folder above it. */
export async function findConfig(cwd: string): Promise<Outcome<Config>> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    if ((await pathKind(file)) === "file") return readConfig(cwd, file);
    if (dirname(folder) === folder) break;
  }
  return failed(cliDiagnostics.create("no-config", undefined, { folder: displayPath(cwd, cwd) }));
}

async function readConfig(cwd: string, path: string): Promise<Outcome<Config>> {
  const source = await readText(cwd, path);
  return source.ok ? parseConfig(source.value, dirname(path)) : source;
}

/** Reads the text of a configuration. `root` is the folder that its paths start at. */
export async function parseConfig(source: SourceText, root: string): Promise<Outcome<Config>> {
  const { file } = source;
  const { value, diagnostics } = readJson(source, { duplicates: true });
  if (value === undefined || diagnostics.some((diagnostic) => diagnostic.severity === "error"))
    return failedWith(diagnostics);
  // Most commands on files run where there is no configuration, and ajv takes as long to load as a model to read.
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  // The schema is ours: to hold it against its own, and to make the code for it small, takes longer than to run that.
  const quick = { meta: false, validateSchema: false, code: { optimize: false } };
  const validate = new Ajv2020({
    ...{ strict: false, allErrors: true, verbose: true },
    ...quick,
  }).compile<ConfigFile>(CONFIG_SCHEMA);
  if (!validate(value)) {
    const problems = describeConfigErrors(validate.errors ?? []);
    return failedWith(
      problems.map(({ pointer, reason }): Diagnostic => {
        return cliDiagnostics.create("bad-config", { file, pointer }, { reason });
      }),
    );
  }
  const uncounted = findUncounted(value);
  if (uncounted.length > 0) {
    const reason = "without a package there are no releases to count";
    return failedWith(
      uncounted.map((pointer) => cliDiagnostics.create("bad-config", { file, pointer }, { reason })),
    );
  }
  return succeeded({
    root,
    file,
    services: new Map(Object.entries(value.services)),
    changesets: value.changesets ?? ".changeset",
    site: value.site ?? {},
    ...(value.policy === undefined ? {} : { policy: value.policy }),
    ...(value.deprecation === undefined ? {} : { deprecation: value.deprecation }),
    ...(value.consumers === undefined ? {} : { consumers: value.consumers }),
  });
}

/** Returns the places where a service without a package asks for releases of it. */
function findUncounted({ services }: ConfigFile): readonly string[] {
  return Object.entries(services).flatMap(([name, { package: its, deprecation }]) => {
    const { releases, majors } = deprecation?.removeAfter ?? {};
    const asked = Object.entries({ releases, majors }).filter(
      ([, least]) => least !== undefined && least > 0,
    );
    return its ? [] : asked.map(([key]) => `/services/${name}/deprecation/removeAfter/${key}`);
  });
}

/** Returns how long what a service removes has to be deprecated before; only days can be asked for without a package. */
export function findDeprecationRule(
  config: Config,
  { package: its, deprecation = config.deprecation }: ServiceConfig,
): DeprecationRule | undefined {
  if (its || !deprecation) return deprecation;
  const { days } = deprecation.removeAfter;
  return { ...deprecation, removeAfter: days === undefined ? {} : { days } };
}

/** Returns the services to work on: the named ones, with commas between them, or all. Fails where there is none. */
export function selectServices(
  config: Config,
  names: string | undefined,
): Outcome<readonly (readonly [string, ServiceConfig])[]> {
  if (config.services.size === 0)
    return failed(cliDiagnostics.create("no-services", { file: config.file }, {}));
  if (names === undefined) return succeeded([...config.services]);
  const found: (readonly [string, ServiceConfig])[] = [];
  const problems: Diagnostic[] = [];
  for (const name of new Set(names.split(",").map((each) => each.trim()))) {
    const service = findService(config, name);
    if (service.ok) found.push([name, service.value]);
    else problems.push(...service.diagnostics);
  }
  return problems.length > 0 ? failedWith(problems) : succeeded(found);
}

/** Returns a service by its name. */
export function findService(config: Config, name: string): Outcome<ServiceConfig> {
  const service = config.services.get(name);
  if (service) return succeeded(service);
  const known = [...config.services.keys()];
  const data = { service: name, similar: findSimilar(name, known), known };
  return failed(cliDiagnostics.create("unknown-service", { file: config.file }, data));
}
