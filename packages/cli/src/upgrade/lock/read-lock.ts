import { basename } from "node:path";
import type { SourceText } from "@shapelog/model";
import { failed, type Outcome, succeeded } from "../../outcome.js";
import { upgradeDiagnostics } from "../diagnostics.js";
import type { LockedPackage, ReadLock } from "./locked-packages.js";
import { readNpmLock } from "./read-npm-lock.js";
import { readPipfileLock, readRequirements, readTomlLock } from "./read-python-lock.js";
import { readPnpmLock, readYarnLock } from "./read-yaml-lock.js";

/** A format of lock files, and how one is known. */
interface LockFormat {
  readonly name: string;
  readonly matches: (name: string, text: string) => boolean;
  readonly read: ReadLock;
}

const START = 4096;

const FORMATS: readonly LockFormat[] = [
  {
    name: "Pipfile.lock",
    matches: (name, text) => name === "Pipfile.lock" || (isJson(text) && /"_meta"\s*:/.test(text)),
    read: readPipfileLock,
  },
  {
    name: "package-lock.json",
    matches: (name, text) => /^(?:package-lock|npm-shrinkwrap)\.json$/.test(name) || isJson(text),
    read: readNpmLock,
  },
  {
    name: "yarn.lock",
    matches: (name, text) => name === "yarn.lock" || /^# yarn lockfile|^__metadata:/m.test(text),
    read: readYarnLock,
  },
  {
    name: "pnpm-lock.yaml",
    matches: (name, text) => name === "pnpm-lock.yaml" || /^lockfileVersion:/m.test(text),
    read: readPnpmLock,
  },
  {
    name: "poetry.lock, uv.lock",
    matches: (name, text) => /^(?:poetry|uv|pdm)\.lock$/.test(name) || /^\[\[package\]\]/m.test(text),
    read: readTomlLock,
  },
  { name: "requirements.txt", matches: (name) => /\.(?:txt|in)$/.test(name), read: readRequirements },
];

/** Reads the packages of a lock file; its format is known by its name, else by how it begins. */
export function readLock({ file, text }: SourceText): Outcome<readonly LockedPackage[]> {
  const name = basename(file.replaceAll("\\", "/"));
  const start = text.slice(0, START);
  const format = FORMATS.find(({ matches }) => matches(name, start));
  const refuse = (reason: string) =>
    failed(upgradeDiagnostics.create("bad-lock", { file }, { path: file, reason }));
  if (!format) return refuse(`it is none that is known: ${FORMATS.map((each) => each.name).join(", ")}`);
  try {
    return succeeded(format.read(text));
  } catch (error) {
    return refuse(`it is not of the format of ${format.name}: ${describeParseError(error)}`);
  }
}

function isJson(start: string): boolean {
  return /^\s*\{/.test(start);
}

/** Parsers quote the text they stopped at, over several lines. */
function describeParseError(error: unknown): string {
  if (error instanceof RangeError) return "it is nested too deeply";
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.slice(0, 200).replace(/\.$/, "");
}
