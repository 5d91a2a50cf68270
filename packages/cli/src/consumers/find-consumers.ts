import { dirname, join } from "node:path";
import { readJson } from "@shapelog/json";
import { isNodeObject } from "@shapelog/model";
import { pathKind } from "../files/path-kind.js";
import { readQuietly } from "../files/read-quietly.js";
import { walkFiles } from "../files/walk-files.js";

const DEPENDENCIES = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] as const;

/** Returns the `tsconfig.json` of every package below a folder that depends on one of these packages. */
export async function findConsumers(
  root: string,
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await walkFiles(root, ["package.json"])) {
    if (path !== "package.json" && !path.endsWith("/package.json")) continue;
    const config = join(root, dirname(path), "tsconfig.json");
    const text = readQuietly(join(root, path));
    if (text !== undefined && dependsOn(text, isWanted) && (await pathKind(config)) === "file")
      found.push(config);
  }
  return found;
}

function dependsOn(text: string, isWanted: (name: string) => boolean): boolean {
  const { value } = readJson({ file: "package.json", text });
  if (!isNodeObject(value)) return false;
  return DEPENDENCIES.some((key) => {
    const list = value[key];
    return isNodeObject(list) && Object.keys(list).some(isWanted);
  });
}
