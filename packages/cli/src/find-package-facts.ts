import { existsSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import type { PackageRepository, PublishConfig } from "@shapelog/emit";
import { readJson } from "@shapelog/json";
import { isNodeObject, type NodeValue } from "@shapelog/model";
import type { PackageConfig } from "./config-file.js";
import { readQuietly } from "./files/read-quietly.js";

/** What a package says of itself to npm: no model tells it. */
export interface PackageFacts {
  readonly license?: string;
  readonly author?: string;
  readonly repository?: PackageRepository;
  readonly publishConfig?: PublishConfig;
  readonly private?: boolean;
}

/**
 * Returns what a package says of itself: each fact as the configuration has it, else as the nearest `package.json` above
 * that has it, as far up as the git repository or, without one, the configuration's folder. What neither says is not said.
 *
 * @param root the absolute path of the configuration's folder
 */
export function findPackageFacts(root: string, config: PackageConfig): PackageFacts {
  const folder = resolve(root, config.folder);
  const repositoryRoot = findAbove(root, (each) => existsSync(join(each, ".git"))) ?? root;
  const manifests = readManifestsAbove(folder, repositoryRoot);
  const license = config.license ?? findFirst(manifests, readLicense);
  const author = config.author ?? findFirst(manifests, readAuthor);
  const repository =
    config.repository === undefined
      ? findFirst(manifests, (manifest) => readRepository(manifest, { folder, repositoryRoot }))
      : withDirectory(config.repository, relativePath(repositoryRoot, folder));
  const publishConfig = config.publishConfig ?? findFirst(manifests, readPublishConfig);
  return {
    ...(license === undefined ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    ...(repository === undefined ? {} : { repository }),
    ...(publishConfig === undefined ? {} : { publishConfig }),
    ...(config.private === undefined ? {} : { private: config.private }),
  };
}

/** A `package.json` and the folder that it stands in. */
interface Manifest {
  readonly folder: string;
  readonly value: Readonly<Record<string, NodeValue>>;
}

/** Returns every `package.json` above a folder up to another one, the nearest first. */
function readManifestsAbove(folder: string, top: string): readonly Manifest[] {
  const manifests: Manifest[] = [];
  findAbove(dirname(folder), (each) => {
    const text = readQuietly(join(each, "package.json"));
    const value = text === undefined ? undefined : readJson({ file: "package.json", text }).value;
    if (isNodeObject(value)) manifests.push({ folder: each, value });
    return each === top;
  });
  return manifests;
}

/** Returns a folder, or the nearest one above it, of which something holds. */
function findAbove(folder: string, holds: (folder: string) => boolean): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (holds(each)) return each;
    if (dirname(each) === each) return undefined;
  }
}

function findFirst<T>(
  manifests: readonly Manifest[],
  read: (manifest: Manifest) => T | undefined,
): T | undefined {
  for (const manifest of manifests) {
    const found = read(manifest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A licence in a file of its own is one beside that `package.json`, and not in the package. */
function readLicense({ value }: Manifest): string | undefined {
  const { license } = value;
  return typeof license === "string" && license !== "" && !/^see licen[cs]e in /i.test(license)
    ? license
    : undefined;
}

/** Returns a person as one text, as npm takes it (npm, "package.json", "people fields"). */
function readAuthor({ value: { author } }: Manifest): string | undefined {
  if (typeof author === "string") return author === "" ? undefined : author;
  if (!isNodeObject(author) || typeof author.name !== "string" || author.name === "") return undefined;
  const { name, email, url } = author;
  const parts = [name, typeof email === "string" && `<${email}>`, typeof url === "string" && `(${url})`];
  return parts.filter((part) => part !== false).join(" ");
}

function readRepository(
  { folder, value: { repository } }: Manifest,
  place: { readonly folder: string; readonly repositoryRoot: string },
): PackageRepository | undefined {
  const { url, directory } = isNodeObject(repository)
    ? repository
    : { url: repository, directory: undefined };
  if (typeof url !== "string" || url === "") return undefined;
  const above = typeof directory === "string" ? directory : relativePath(place.repositoryRoot, folder);
  return withDirectory(url, posix.join(above, relativePath(folder, place.folder)));
}

function withDirectory(repository: string | PackageRepository, directory: string): PackageRepository {
  return typeof repository === "string" ? { url: repository, directory } : { directory, ...repository };
}

/** pnpm and others keep keys of their own there, which are about the files of that package. */
function readPublishConfig({ value: { publishConfig } }: Manifest): PublishConfig | undefined {
  if (!isNodeObject(publishConfig)) return undefined;
  const { access, provenance, registry, tag } = publishConfig;
  const found: PublishConfig = {
    ...(access === "public" || access === "restricted" ? { access } : {}),
    ...(typeof provenance === "boolean" ? { provenance } : {}),
    ...(typeof registry === "string" ? { registry } : {}),
    ...(typeof tag === "string" ? { tag } : {}),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Returns the path from a folder to one below it, as every system writes it; empty for the folder itself. */
function relativePath(from: string, to: string): string {
  return relative(from, to).split(sep).join("/");
}
