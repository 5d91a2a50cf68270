import { existsSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { isPackageName } from "@shapelog/emit";
import { findServices, shapeName } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { findRealPath } from "../files/inside-folder.js";
import { describeOrigin } from "../import/keep-origin.js";
import { readModelPath } from "../inputs/read-model.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { printed } from "../printed.js";
import type { Prompts, Terminal } from "../terminal.js";
import { ACCESS, type Access, type InitOptions, type ModelOrigin, type NewService } from "./answers.js";
import { type Surroundings, suggestPackageName, toServiceName } from "./surroundings.js";

/** What is to be set up. */
export interface Settled {
  /** Absent where the configuration has services, and no further one was asked for. */
  readonly service?: NewService;
  readonly ci: boolean;
  readonly hook: boolean;
}

const SERVICE_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** Settles what is to be done: as the options say, else as a person answers, else as is usual. */
export async function settle(
  terminal: Terminal,
  around: Surroundings,
  options: InitOptions,
): Promise<Outcome<Settled>> {
  const prompts = options.yes ? undefined : terminal.prompts;
  const service = await settleService(terminal, around, { options, prompts });
  if (!service.ok) return service;
  const ci =
    options.ci ??
    (await prompts?.confirm(printed("Write a job for GitHub Actions that runs shapelog check?"), true)) ??
    !hasOtherCi(around.root);
  const hook =
    options.hook ??
    (await prompts?.confirm(printed("Run shapelog check before each commit?"), false)) ??
    false;
  return succeeded({ ci, hook, ...(service.value === undefined ? {} : { service: service.value }) });
}

function hasOtherCi(root: string): boolean {
  const files = [
    ".gitlab-ci.yml",
    "azure-pipelines.yml",
    "Jenkinsfile",
    ".circleci",
    "bitbucket-pipelines.yml",
  ];
  return files.some((file) => existsSync(join(root, file)));
}

interface Asking {
  readonly options: InitOptions;
  readonly prompts: Prompts | undefined;
}

const badOption = (option: string, reason: string) =>
  failed(cliDiagnostics.create("bad-option", undefined, { option, reason }));

async function settleService(
  terminal: Terminal,
  around: Surroundings,
  asking: Asking,
): Promise<Outcome<NewService | undefined>> {
  const { options, prompts } = asking;
  const services = around.config?.services;
  const isAsked = [options.service, options.model, options.from].some((each) => each !== undefined);
  if (services && services.size > 0 && !isAsked) return succeeded(undefined);
  const origin = await settleOrigin(asking);
  const found = await findModel(terminal, around, origin);
  if (!found.ok) return found;
  const standard = toServiceName(found.value ?? basename(around.root));
  const name =
    options.service ??
    (await prompts?.text(printed("What is the service called?"), { standard, refuse: refuseName })) ??
    standard;
  const problem = refuseName(name);
  if (problem !== undefined) return badOption(`--service ${name}`, problem);
  if (services?.has(name)) return succeeded(undefined);
  const its = await settlePackage(around, name, asking);
  if (!its.ok) return its;
  const model =
    origin.kind === "path"
      ? displayPath(around.root, resolve(terminal.cwd, origin.path))
      : `models/${name}/model.smithy`;
  const from =
    origin.kind === "vendor"
      ? describeOrigin({ ...origin, cwd: terminal.cwd, docs: true }, around.root)
      : undefined;
  return succeeded({
    ...{ name, origin, model },
    ...(from ? { from } : {}),
    ...(its.value ? { package: its.value } : {}),
  });
}

function refuseName(name: string): string | undefined {
  if (SERVICE_NAME.test(name)) return undefined;
  return `a name has small letters, digits and "-", and starts with none; such as ${toServiceName(name)}`;
}

async function settleOrigin({ options, prompts }: Asking): Promise<ModelOrigin> {
  const { model, from, operations } = options;
  const some = operations === undefined ? {} : { operations };
  if (model !== undefined) return { kind: "path", path: model };
  if (from !== undefined) return { kind: "vendor", source: from, ...some };
  const kind = await prompts?.choose<ModelOrigin["kind"]>(printed("Where is the API's model?"), [
    { value: "new", label: "There is none: write a small one to start with" },
    { value: "path", label: "In a file or folder here" },
    { value: "vendor", label: "With a vendor: copy it" },
  ]);
  if (prompts === undefined || kind === undefined || kind === "new") return { kind: "new" };
  const where = printed(kind === "path" ? "Its path?" : "Which file, folder or git:REVISION:PATH?");
  const refuse = (text: string) => (text === "" ? "a path is needed" : undefined);
  const path = (await prompts.text(where, { standard: "", refuse })) ?? "";
  return kind === "path" ? { kind, path } : { kind, source: path, ...some };
}

/** Returns the name of the one service of a model that is there, which has to be readable and in the repository. */
async function findModel(
  { cwd }: Terminal,
  { root }: Surroundings,
  origin: ModelOrigin,
): Promise<Outcome<string | undefined>> {
  if (origin.kind !== "path") return succeeded(undefined);
  const path = resolve(cwd, origin.path);
  const below = relative(findRealPath(root), findRealPath(path));
  if (below.startsWith("..") || isAbsolute(below))
    return badOption(
      `--model ${origin.path}`,
      `it is outside ${displayPath(cwd, root)}; copy it with --from`,
    );
  const read = await readModelPath(cwd, path);
  if (!read.ok) return read;
  const services = findServices(read.value.model);
  const [service] = services;
  const model = displayPath(cwd, path);
  if (!service) return failed(cliDiagnostics.create("no-service-shape", { file: model }, { model }));
  if (services.length > 1) {
    const data = { model, services: services.map(({ id }) => id) };
    return failed(cliDiagnostics.create("several-services", { file: model }, data));
  }
  return succeeded(shapeName(service.id));
}

async function settlePackage(
  around: Surroundings,
  service: string,
  { options, prompts }: Asking,
): Promise<Outcome<NewService["package"]>> {
  if (options.package === false) return succeeded(undefined);
  const standard = suggestPackageName(around, service);
  const refuse = (text: string) =>
    text === "" || isPackageName(text)
      ? undefined
      : "npm takes no such name; expected one like @example/events";
  const question = printed("What is its package called on npm? (- for none, with diff and ledger alone)");
  const name =
    options.package ??
    (await prompts?.text(question, {
      standard,
      refuse: (text) => (text === "-" ? undefined : refuse(text)),
    })) ??
    standard;
  if (name === "-" || name === "") return succeeded(undefined);
  const problem = refuse(name);
  if (problem !== undefined) return badOption(`--package ${name}`, problem);
  const access = await settleAccess(name, { options, prompts });
  if (!access.ok) return access;
  const folder = options.folder ?? `packages/${service}`;
  return succeeded({ name, folder, ...(access.value === undefined ? {} : { access: access.value }) });
}

/** npm knows only public packages without a scope. */
async function settleAccess(
  name: string,
  { options, prompts }: Asking,
): Promise<Outcome<Access | undefined>> {
  if (!name.startsWith("@")) {
    if (options.access === "restricted")
      return badOption(
        "--access restricted",
        `npm has only public packages without a scope, such as ${name}`,
      );
    return succeeded("public");
  }
  if (options.access !== undefined) return succeeded(options.access);
  const labels = { public: "Everyone", restricted: "Those whom its owner lets" };
  const choices = ACCESS.map((value) => ({ value, label: labels[value] })).reverse();
  return succeeded(await prompts?.choose<Access>(printed("Who may install it?"), choices));
}
