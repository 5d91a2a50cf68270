import { createTypeNames, type EmittedFile } from "@shapelog/emit";
import { emitParse, emitRedact, emitSchemas } from "@shapelog/emit-schemas";
import { emitTypes } from "@shapelog/emit-types";
import type { EmittedSide } from "@shapelog/impact";
import {
  defaultProfile,
  findServiceOperations,
  findServices,
  type Model,
  type Profile,
  type ServiceShape,
} from "@shapelog/model";

/** What is to be emitted: plain data, so that another thread can do it. */
export interface EmitOptions {
  readonly before: Model;
  readonly after: Model;
  /** The package's name. */
  readonly name: string;
  readonly profile: Profile | undefined;
}

/** What programs can see of a service's package on both sides: plain data. */
export interface EmittedTexts {
  readonly before: EmittedSide;
  readonly after: EmittedSide;
  /** What the package's types call the shapes of both sides. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Emits the types, schemas and parsers of both sides, in memory. Validators stay those that are installed: their types
 * are made of these. Returns nothing where a side has no service.
 */
export async function emitTexts(options: EmitOptions): Promise<EmittedTexts | undefined> {
  const before = await emitSide(options.before, options);
  const after = await emitSide(options.after, options);
  if (!before || !after) return undefined;
  return { before, after, names: new Map([...after.names, ...before.names]) };
}

type NamedSide = EmittedSide & { readonly names: ReadonlyMap<string, string> };

async function emitSide(model: Model, { name, profile }: EmitOptions): Promise<NamedSide | undefined> {
  const [service] = findServices(model);
  if (!service) return undefined;
  const names = createTypeNames(model, { service });
  const files = await emitFiles(model, service, { name, profile: profile ?? defaultProfile(service) });
  return {
    files: new Map(files.map(({ path, text }) => [path, text])),
    operations: new Set(findServiceOperations(model, service).map(({ id }) => names.of(id))),
    names: names.all,
  };
}

async function emitFiles(
  model: Model,
  service: ServiceShape,
  { name, profile }: { readonly name: string; readonly profile: Profile },
): Promise<readonly EmittedFile[]> {
  const source = service.id;
  const { files } = await emitTypes(model, { service, packageName: name, source, profile });
  const others = [emitSchemas, emitParse, emitRedact].flatMap(
    (emit) => emit(model, { service, source }).files,
  );
  return [...files, ...others];
}
