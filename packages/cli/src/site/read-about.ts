import { resolve } from "node:path";
import { type JsonValue, readJson } from "@shapelog/json";
import type { OldAddress, SiteAbout, Twins } from "@shapelog/site";
import type { SiteConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { readText } from "../files/read-text.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { isObject } from "../page/history-ledger.js";

/** What options say of all pages of a site. They go before the configuration. */
export interface AboutOptions {
  readonly title?: string;
  readonly baseUrl?: string;
  readonly versionUrl?: string;
  readonly commitUrl?: string;
  readonly twins?: Twins;
  /** A file of old addresses. */
  readonly redirects?: string;
}

/** Returns what holds for all pages of a site. */
export function chooseAbout(options: AboutOptions, config: SiteConfig): SiteAbout {
  const { title = "API documentation", baseUrl, versionUrl, commitUrl, twins } = { ...config, ...options };
  return {
    title,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(twins === undefined ? {} : { twins }),
    links: {
      ...(versionUrl === undefined ? {} : { version: versionUrl }),
      ...(commitUrl === undefined ? {} : { commit: commitUrl }),
    },
  };
}

/** The file of old addresses that an option or the configuration names. */
export interface RedirectsPlace {
  readonly cwd: string;
  /** The folder of the configuration. */
  readonly root: string;
  readonly options: AboutOptions;
  readonly config: SiteConfig;
}

/** Returns the addresses of the site before this one; none where no file of them is named. */
export async function readRedirects({
  cwd,
  root,
  options,
  config,
}: RedirectsPlace): Promise<Outcome<readonly OldAddress[]>> {
  const path =
    options.redirects === undefined
      ? config.redirects && resolve(root, config.redirects)
      : resolve(cwd, options.redirects);
  if (path === undefined) return succeeded([]);
  const source = await readText(cwd, path);
  if (!source.ok) return source;
  const { value, diagnostics } = readJson(source.value);
  if (value === undefined) return failedWith(diagnostics);
  const wrong = Array.isArray(value) ? value.findIndex((each) => !isAddress(each)) : 0;
  if (Array.isArray(value) && wrong === -1) return succeeded(value.filter(isAddress));
  const where = Array.isArray(value) ? `its entry ${wrong + 1} is none` : "it is no list";
  const reason = `${where}; expected [{ "from": "/archive/1a2b3c-ec2.html", "service": "ec2", "date": "2022-08-18" }]`;
  const option = `The file of redirects ${source.value.file}`;
  return failed(cliDiagnostics.create("bad-option", undefined, { option, reason }));
}

function isAddress(value: JsonValue | unknown): value is OldAddress {
  return (
    isObject(value) &&
    typeof value.from === "string" &&
    /^\/[\w./~%+-]*$/.test(value.from) &&
    typeof value.service === "string" &&
    isTextOrAbsent(value.date) &&
    isTextOrAbsent(value.version)
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
