import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { SourceText } from "@shapelog/model";
import { findDeprecationRule } from "../config.js";
import type { Config, PackageConfig, ServiceConfig } from "../config-file.js";
import { digestBytes } from "../files/digest-bytes.js";
import { RECORD_FILE, readRecord } from "../files/file-record.js";
import { listFiles } from "../files/list-files.js";
import { pathKind } from "../files/path-kind.js";
import { findPackageFacts } from "../find-package-facts.js";
import { openPath } from "../inputs/open-input.js";

export interface DigestOptions {
  readonly cwd: string;
  readonly config: Config;
  /** What tells the code that checks from any other. */
  readonly code: string;
}

/**
 * Returns a digest of all that `check` looks at for a service, byte for byte: the model's files, the ledger, changelog and
 * changesets, and every generated file, with the configuration and the code that checks. `undefined` where some of it
 * cannot be read.
 */
export async function digestService(
  [name, service]: readonly [name: string, service: ServiceConfig],
  { cwd, config, code }: DigestOptions,
): Promise<string | undefined> {
  const { root, changesets } = config;
  const model = await digestModelFiles(cwd, resolve(root, service.model));
  if (model === undefined) return undefined;
  const { package: its } = service;
  return digestBytes(
    JSON.stringify([
      code,
      [name, service, relative(cwd, root), changesets, findDeprecationRule(config, service) ?? null],
      model,
      await digestFolder(resolve(root, service.ledger)),
      await digestFolder(resolve(root, changesets)),
      ...(its ? await digestPackage(root, its) : []),
    ]),
  );
}

type Digest = readonly [file: string, digest: string];

async function digestModelFiles(cwd: string, path: string): Promise<readonly unknown[] | undefined> {
  const opened = await openPath(cwd, path, {});
  if (!opened.ok) return undefined;
  const { value, diagnostics } = opened;
  if (value.kind === "ledger") return undefined;
  const texts: readonly SourceText[] =
    value.kind === "smithy"
      ? value.texts.map(({ source }) => source)
      : [value.text.source, ...Object.values(value.text.beside ?? {})];
  return [diagnostics, texts.map(({ file, text }): Digest => [file, digestBytes(text)])];
}

/** Changesets and revisions stand directly in their folder. */
async function digestFolder(folder: string): Promise<readonly Digest[]> {
  const names = (await listFiles(folder)).filter((name) => !name.includes("/"));
  return names.map((name) => [name, digestFile(join(folder, name))]);
}

/** What a build wrote is in its list; a file that it does not name is nobody's business. */
async function digestPackage(root: string, its: PackageConfig): Promise<readonly unknown[]> {
  const folder = resolve(root, its.folder);
  const kind = its.tsconfig === undefined ? "" : await pathKind(resolve(root, its.tsconfig));
  const recorded = readRecord(folder)?.keys() ?? [];
  const paths = new Set([RECORD_FILE, "package.json", "CHANGELOG.md", ...recorded]);
  const files = [...paths].map((path): Digest => [path, digestFile(join(folder, path))]);
  return [files, findPackageFacts(root, its), kind];
}

function digestFile(path: string): string {
  try {
    return digestBytes(readFileSync(path));
  } catch {
    return "none";
  }
}
