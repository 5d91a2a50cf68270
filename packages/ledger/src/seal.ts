import { hash } from "node:crypto";
import { canonicalJson, compareCodeUnits } from "@shapelog/model";
import type { Revision, RevisionSeal } from "./ledger.js";

/** How many digits tell one text of a part from another that somebody wrote by mistake; `whole` tells all. */
const SHORT = 8;

/**
 * Returns the seal of a revision of a service. The digests are of JSON with sorted keys and without white space, so that
 * how a file is written makes no difference.
 */
export function sealRevision(service: string, revision: Revision): RevisionSeal {
  const { id: name, seal: _, ...about } = revision;
  const said: Readonly<Record<string, unknown>> = { name, service, ...about };
  const digests = Object.keys(said)
    .filter((key) => said[key] !== undefined)
    .sort(compareCodeUnits)
    .map((key) => [key, digestPart(said[key])] as const);
  const text = digests.map(([key, own]) => `${key} ${own.join(" ")}\n`).join("");
  return {
    whole: `sha256:${hash("sha256", text, "hex")}`,
    parts: Object.fromEntries(
      digests.map(([key, own]) => [key, own.map((digest) => digest.slice(0, SHORT)).join(" ")]),
    ),
  };
}

function digestPart(value: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.map((entry) => hash("sha256", canonicalJson(entry), "hex"));
}

/** A place in a revision's file that is not as it was sealed. */
export interface BrokenSeal {
  /** The key of the part; `name` is the file's name, and `seal` the seal itself. */
  readonly part: string;
  /** The place as a JSON Pointer. */
  readonly pointer: string;
}

/** Returns the first place of a revision that is not as it was sealed; nothing where all is, and where there is no seal. */
export function findBrokenSeal(service: string, revision: Revision): BrokenSeal | undefined {
  const { seal } = revision;
  if (!seal) return undefined;
  const now = sealRevision(service, revision);
  const keys = [...Object.keys(now.parts), ...Object.keys(seal.parts)];
  const part = keys.find((key) => now.parts[key] !== seal.parts[key]);
  const isSame = now.whole === seal.whole;
  if (part === undefined) return isSame ? undefined : { part: "seal", pointer: "/seal/whole" };
  if (isSame) return { part: "seal", pointer: pointerOf(["seal", "parts", part]) };
  if (part === "name") return { part, pointer: "" };
  const found = now.parts[part];
  if (found === undefined) return { part, pointer: pointerOf(["seal", "parts", part]) };
  return { part, pointer: findEntry(part, found, seal.parts[part] ?? "") };
}

/** Returns the pointer of the first entry of a list that differs, or of the whole part. */
function findEntry(part: string, found: string, sealed: string): string {
  const [is, was] = [found.split(" "), sealed.split(" ")];
  const index = is.findIndex((digest, at) => digest !== was[at]);
  const isList = part === "changes" || part === "accepted";
  return isList && index !== -1 && found !== "" ? pointerOf([part, `${index}`]) : pointerOf([part]);
}

function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
