import type { Comparison } from "@shapelog/diff";
import {
  type ApiPackage,
  type ClientChange,
  overlayClient,
  overlayGenerated,
  type SideOverlays,
  type TypeScript,
} from "@shapelog/impact";
import { findServices, isNodeObject, type Profile, shapeName, trait } from "@shapelog/model";
import type ts from "typescript";
import { findConfig } from "../config.js";
import type { PackageConfig } from "../config-file.js";
import { findServiceOfInput } from "../find-bump-scope.js";
import type { NamedPair } from "../inputs/list-compared.js";
import type { EmittedTexts } from "./emit-sides.js";

/** What an installed package's files are on both sides of a change. */
type OverlayPackage = (its: ApiPackage, files: readonly ts.SourceFile[]) => SideOverlays | undefined;

/** The packages that programs have a service's types from. */
export interface ApiPackages {
  /** Where programs that are not named are looked for: the configuration's folder, or the current one. */
  readonly root: string;
  /** The programs that the configuration names, from `root` on. Default: they are looked for. */
  readonly consumers?: readonly string[];
  /** The generated package's name, for its documentation. */
  readonly name: string;
  readonly names: readonly string[];
  readonly profile: Profile | undefined;
  readonly isWanted: (name: string) => boolean;
  readonly overlay: (typescript: TypeScript, emitted: EmittedTexts) => OverlayPackage;
}

/** Returns the packages of what is compared: those that are named, else the configuration's and the client of AWS's SDK. */
export async function findApiPackages(
  cwd: string,
  { before, after }: NamedPair,
  comparison: Comparison,
  named: readonly string[] | undefined,
): Promise<ApiPackages> {
  const config = await findConfig(cwd);
  if (!config.ok) return createApiPackages(comparison, { root: cwd, named });
  const services = [after, before].map((input) => findServiceOfInput(cwd, config.value, input));
  const its = services.find((service) => service?.service.package)?.service.package;
  return createApiPackages(comparison, { ...config.value, its, named });
}

interface ApiPackagesOptions extends Pick<ApiPackages, "root" | "consumers"> {
  /** The generated package, if there is one. */
  readonly its?: PackageConfig | undefined;
  readonly named?: readonly string[] | undefined;
}

/** Returns the packages of what is compared, where it is known what makes them. */
export function createApiPackages(
  comparison: Comparison,
  { root, consumers, its, named }: ApiPackagesOptions,
): ApiPackages {
  const found = [its?.name, clientOf(comparison)].filter((name) => name !== undefined);
  const names = named ?? found;
  const isWanted = (name: string) => names.includes(name);
  return {
    root,
    ...(consumers ? { consumers } : {}),
    name: its?.name ?? names[0] ?? comparison.title,
    names,
    profile: its?.profile,
    isWanted,
    overlay: (typescript, emitted) => (each, files) => {
      const isGuessed =
        named === undefined && !its && each.kind === "generated" && hasOperation(files, emitted);
      const isAsked = isWanted(each.name) || isGuessed;
      if (!isAsked) return undefined;
      if (each.kind === "client") return overlayClient(typescript, files, changeOf(comparison, emitted));
      const paths = files.map(({ fileName }) => fileName);
      return overlayGenerated(each, paths, emitted);
    },
  };
}

/** A generated package that nobody named is of this API where it has one of its operations. */
function hasOperation(files: readonly ts.SourceFile[], { before, after }: EmittedTexts): boolean {
  const names = [...before.operations, ...after.operations].map((name) => `interface ${name}CommandInput `);
  return files.some(({ text }) => names.some((name) => text.includes(name)));
}

function changeOf({ changes, before, after }: Comparison, { names }: EmittedTexts): ClientChange {
  const nameOf = (id: string) => names.get(id) ?? shapeName(id);
  return { changes, before: before.model, after: after.model, nameOf };
}

/** Returns the name of a service's client in the AWS SDK for JavaScript. */
function clientOf({ before, after }: Comparison): string | undefined {
  for (const { model } of [after, before]) {
    const [service] = findServices(model);
    const ids = service && trait(service, "aws.api#service");
    if (isNodeObject(ids) && typeof ids.sdkId === "string")
      return `@aws-sdk/client-${ids.sdkId.toLowerCase().replace(/[^a-z\d]+/g, "-")}`;
  }
  return undefined;
}
