import type { ServiceClaim } from "@shapelog/botocore";
import type { ComparisonSide } from "@shapelog/diff";
import { findOperations, findServices, isNodeObject, type Model, shapeName, trait } from "@shapelog/model";
import { type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { openInput } from "./open-input.js";
import type { OpenedInput } from "./open-text.js";
import { readSide } from "./resolve-input.js";

/** Two inputs that are compared. */
export interface Compared<Each> {
  readonly before: Each;
  readonly after: Each;
}

/**
 * Returns the models that two inputs to be compared name. A botocore file that is too old to state its service's id is
 * read with the other's, so that nothing differs by what was worked out. `step` is told what is being read.
 */
export async function resolveInputs(
  terminal: Terminal,
  { before, after }: Compared<string>,
  step: (input: string) => void,
): Promise<Outcome<Compared<ComparisonSide>>> {
  step(before);
  const old = await openAndRead(terminal, before);
  if (!old.ok) return old;
  step(after);
  const now = await openAndRead(terminal, after);
  if (!now.ok) return now;
  const serviceId = await findSharedId(old.value, now.value);
  const left = await readAgain(old, serviceId);
  if (!left.ok) return left;
  const right = await readAgain(now, serviceId);
  if (!right.ok) return right;
  return succeeded({ before: left.value, after: right.value }, [...left.diagnostics, ...right.diagnostics]);
}

/** An input with the model that was read of it by itself. */
interface ReadAlone {
  readonly input: string;
  readonly opened: Outcome<OpenedInput> & { readonly ok: true };
  readonly side: ComparisonSide;
}

async function openAndRead(terminal: Terminal, input: string): Promise<Outcome<ReadAlone>> {
  const opened = await openInput(terminal, input, {});
  if (!opened.ok) return opened;
  const side = await readSide(opened, { input });
  return side.ok ? succeeded({ input, opened, side: side.value }, side.diagnostics) : side;
}

/** Returns the id that botocore files among two inputs are both to be read with, where they are not as they are. */
async function findSharedId(before: ReadAlone, after: ReadAlone): Promise<string | undefined> {
  if (![before, after].some(isBotocore)) return undefined;
  const { findServiceClaim, findSharedServiceId } = await import("@shapelog/botocore");
  const claimOf = ({ opened: { value }, side }: ReadAlone) =>
    value.kind === "botocore" ? findServiceClaim(value.text.json.value) : claimOfModel(side.model);
  return findSharedServiceId(claimOf(before), claimOf(after));
}

function isBotocore({ opened }: ReadAlone): boolean {
  return opened.value.kind === "botocore";
}

function claimOfModel(model: Model): ServiceClaim {
  const [service] = findServices(model);
  const ids = service && trait(service, "aws.api#service");
  const stated = isNodeObject(ids) && typeof ids.sdkId === "string" ? ids.sdkId : undefined;
  return { stated, operations: findOperations(model).map(({ id }) => shapeName(id)) };
}

async function readAgain(
  alone: Outcome<ReadAlone> & { readonly ok: true },
  serviceId: string | undefined,
): Promise<Outcome<ComparisonSide>> {
  const { input, opened, side } = alone.value;
  if (serviceId === undefined || !isBotocore(alone.value)) return succeeded(side, alone.diagnostics);
  return readSide(opened, { input, serviceId });
}
