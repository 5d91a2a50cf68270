import type { Comparison } from "@shapelog/diff";
import { createTypeNames, type EmittedFile } from "@shapelog/emit";
import { emitParse, emitRedact, emitSchemas } from "@shapelog/emit-schemas";
import { emitTypes } from "@shapelog/emit-types";
import type { EmittedSide, EmittedSides } from "@shapelog/impact";
import {
  defaultProfile,
  findServiceOperations,
  findServices,
  type Model,
  type Profile,
  type ServiceShape,
  shapeName,
} from "@shapelog/model";

/** What programs can see of a service's package on both sides, in memory. */
export interface EmittedPackages extends EmittedSides {
  /** Returns what the package's types call a shape. */
  readonly nameOf: (id: string) => string;
}

/** Emits the types, schemas and parsers of both sides. Validators stay those that are installed: their types are the same. */
export async function emitSides(
  { before, after }: Pick<Comparison, "before" | "after">,
  options: { readonly name: string; readonly profile?: Profile | undefined },
): Promise<EmittedPackages | undefined> {
  const [old] = findServices(before.model);
  const [now] = findServices(after.model);
  if (!old || !now) return undefined;
  const names = [
    createTypeNames(before.model, { service: old }),
    createTypeNames(after.model, { service: now }),
  ] as const;
  return {
    before: await emitSide(before.model, old, options),
    after: await emitSide(after.model, now, options),
    nameOf: (id) => names[0].all.get(id) ?? names[1].all.get(id) ?? shapeName(id),
  };
}

async function emitSide(
  model: Model,
  service: ServiceShape,
  {
    name,
    profile = defaultProfile(service),
  }: { readonly name: string; readonly profile?: Profile | undefined },
): Promise<EmittedSide> {
  const source = service.id;
  const results = [
    await emitTypes(model, { service, packageName: name, source, profile }),
    emitSchemas(model, { service, source }),
    emitParse(model, { service, source }),
    emitRedact(model, { service, source }),
  ];
  const names = createTypeNames(model, { service });
  const files = results.flatMap(({ files }): readonly EmittedFile[] => files);
  return {
    files: new Map(files.map(({ path, text }) => [path, text])),
    operations: new Set(findServiceOperations(model, service).map(({ id }) => names.of(id))),
  };
}
