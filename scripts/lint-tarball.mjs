// Lints a packed package: what publint says of its files, and whether its types are found wherever its code is.
import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/**
 * Of packages that are ESM alone, CommonJS and TypeScript's way of before `exports` get nothing, and nobody says they do.
 */
const NOT_OURS = new Set(["node10", "node16-cjs"]);

/** Data that only our own packages read. */
const WITHOUT_TYPES = ["@shapelog/cli ./pages"];

/**
 * Returns what is wrong with a tarball, a line each.
 * @param {string} tarball
 * @returns {Promise<string[]>}
 */
export async function lintTarball(tarball) {
  const bytes = new Uint8Array(readFileSync(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  const unpacked = createPackageFromTarballData(bytes);
  const untyped = WITHOUT_TYPES.map((each) => each.split(" "));
  const types = await checkPackage(unpacked, {
    excludeEntrypoints: untyped.flatMap(([name, path = ""]) => (name === unpacked.packageName ? [path] : [])),
  });
  const problems = types.types ? types.problems : [];
  return [
    ...messages.map((message) => `${formatMessage(message, pkg)}`),
    ...problems
      .filter((problem) => !("resolutionKind" in problem && NOT_OURS.has(problem.resolutionKind)))
      .map((problem) => `types: ${problem.kind} ${JSON.stringify(problem)}`),
    ...(types.types ? [] : ["types: there are none"]),
  ];
}
