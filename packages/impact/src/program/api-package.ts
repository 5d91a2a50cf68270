/** A package whose types are those of an API. */
export interface ApiPackage {
  readonly name: string;
  /** Made by `shapelog build`, or a client of the AWS SDK for JavaScript. */
  readonly kind: "generated" | "client";
  /** Its folder, with slashes, without one at the end. */
  readonly folder: string;
  readonly version: string | undefined;
}

/** Returns the API's package that a file is in. */
export type FindApiPackage = (file: string) => ApiPackage | undefined;

const CLIENT = /^@aws-sdk\/client-/;

/** What every generated package depends on, and those that a person writes for an API do not. */
const RUNTIME = "@shapelog/runtime";

/** Returns what finds the API's package of a file by the nearest `package.json` that has a name; each folder is asked once. */
export function createFindApiPackage(readFile: (path: string) => string | undefined): FindApiPackage {
  const known = new Map<string, ApiPackage | undefined>();
  const find = (folder: string): ApiPackage | undefined => {
    if (known.has(folder)) return known.get(folder);
    const text = readFile(`${folder}/package.json`);
    const manifest = text === undefined ? undefined : readManifest(text);
    const parent = folder.slice(0, folder.lastIndexOf("/"));
    const isEnd = parent === folder || parent === "" || /\/node_modules$/.test(folder);
    const found = manifest?.name === undefined ? (isEnd ? undefined : find(parent)) : toApi(manifest, folder);
    known.set(folder, found);
    return found;
  };
  return (file) => find(file.slice(0, file.lastIndexOf("/")));
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly exports?: unknown;
}

function readManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Manifest) : undefined; // looked at field by field
  } catch {
    return undefined;
  }
}

function toApi(manifest: Manifest, folder: string): ApiPackage | undefined {
  const { name, version } = manifest;
  if (typeof name !== "string") return undefined;
  const about = { name, folder, version: typeof version === "string" ? version : undefined };
  if (CLIENT.test(name)) return { ...about, kind: "client" };
  return isGenerated(manifest) ? { ...about, kind: "generated" } : undefined;
}

/** Every generated package has these entry points. */
function isGenerated({ dependencies, exports }: Manifest): boolean {
  if (typeof dependencies !== "object" || dependencies === null || !(RUNTIME in dependencies)) return false;
  return typeof exports === "object" && exports !== null && "." in exports && "./schemas" in exports;
}
