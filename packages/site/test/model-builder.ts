import { appendRevision, type Ledger, type VendorNote } from "@shapelog/ledger";
import { createModel, type Member, type Model, type Shape, type ShapeId } from "@shapelog/model";
import { createShapes, type TraitsByName } from "@shapelog/testing";

const { id, shape, value, operation: operationOf, member, service, simple } = createShapes("example.auth");

export { id as idOf, member, service, simple };

export function enumShape(name: string, values: readonly string[], doc?: string): Shape {
  const traits: TraitsByName = doc === undefined ? {} : { documentation: doc };
  return shape(
    "enum",
    name,
    values.map((each) => value(each)),
    traits,
  );
}

export function structure(name: string, members: readonly Member[], traits?: TraitsByName): Shape {
  return shape("structure", name, members, traits);
}

export function list(name: string, target: string): Shape {
  return shape("list", name, [member("member", target)]);
}

/** Returns an operation whose input and output are named as it is. */
export function operation(name: string, errors: readonly ShapeId[], traits: TraitsByName = {}): Shape {
  return operationOf(name, { input: `${name}Request`, output: `${name}Response`, errors, traits });
}

export interface Edition {
  readonly date: string;
  readonly version?: string;
  readonly note?: string;
  readonly vendor?: VendorNote;
  readonly shapes: readonly Shape[];
}

/** Returns the ledger of models that followed one another, and the last of them. */
export function recordEditions(name: string, editions: readonly Edition[]): { ledger: Ledger; model: Model } {
  let ledger: Ledger = { service: name, revisions: [] };
  let model = createModel([]);
  for (const { date, version, note, vendor, shapes } of editions) {
    model = createModel(shapes);
    const ofDay = ledger.revisions.filter((each) => each.date === date).length;
    const { revision, diagnostics } = appendRevision(ledger, model, {
      date,
      // The names of pages are those of revisions, and short ones are easier to read.
      id: ofDay === 0 ? date : `${date}.${ofDay + 1}`,
      ...(version === undefined ? {} : { source: { name: "botocore", version, commit: "5694764e6cf5" } }),
      ...(note === undefined ? {} : { note }),
      ...(vendor ? { vendor } : {}),
    });
    if (!revision) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    ledger = { ...ledger, revisions: [...ledger.revisions, revision] };
  }
  return { ledger, model };
}
