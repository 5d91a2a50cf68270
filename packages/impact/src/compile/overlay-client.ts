import type { Change } from "@shapelog/changes";
import { findShape, isAggregate, type Model, type Shape, type ShapeId } from "@shapelog/model";
import type ts from "typescript";
import type { TypeScript } from "../program/typescript.js";
import { enumTexts, memberText } from "./client-text.js";
import { type Edit, editFiles } from "./edit-declarations.js";
import type { Overlay } from "./overlay-host.js";

export interface ClientChange {
  readonly changes: readonly Change[];
  readonly before: Model;
  readonly after: Model;
  readonly nameOf: (id: ShapeId) => string;
}

/**
 * Returns what stands in place of a client's declarations on each side: as they are installed, whatever their version, but
 * that the shapes which the change is about are as that side has them.
 */
export function overlayClient(
  typescript: TypeScript,
  files: readonly ts.SourceFile[],
  change: ClientChange,
): { readonly before: Overlay; readonly after: Overlay } {
  const of = (model: Model): Overlay => {
    const declared = new Set(
      files.flatMap((file) => file.statements.flatMap((each) => nameOfStatement(typescript, each))),
    );
    const edits = listEdits(model, change, declared);
    return edits.size === 0 ? new Map() : editFiles(typescript, files, edits);
  };
  return { before: of(change.before), after: of(change.after) };
}

function nameOfStatement(ts: TypeScript, node: ts.Statement): string[] {
  const isNamed =
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node);
  return isNamed && node.name ? [node.name.text] : [];
}

/** Returns what is to be done to declarations, by their names. */
function listEdits(
  model: Model,
  { changes, nameOf }: ClientChange,
  declared: ReadonlySet<string>,
): ReadonlyMap<string, Edit> {
  const edits = new Map<string, Edit>();
  const text = { model, nameOf, declared };
  for (const change of changes) {
    if (!("shape" in change)) continue;
    const shape = findShape(model, change.shape);
    const name = nameOf(change.shape);
    if (isEnum(shape) && change.kind.startsWith("enum.value."))
      edits.set(name, { kind: "values", values: enumTexts(shape) });
    else if (change.kind === "shape.removed" || change.kind === "shape.added")
      addPresence(edits, change, { shape, name });
    else if (isOfMember(change)) {
      const known = edits.get(name);
      const members = new Map(known?.kind === "members" ? known.members : []);
      const member =
        shape && isAggregate(shape) ? shape.members.find((each) => each.name === change.member) : undefined;
      members.set(change.member, member && memberText(member, text));
      edits.set(name, { kind: "members", members });
    }
  }
  return edits;
}

type MemberChange = Change & { readonly shape: ShapeId; readonly member: string };

/** What else is said of a member changes nothing of its type. */
function isOfMember(change: Change): change is MemberChange {
  if (!("member" in change) || change.member === undefined) return false;
  return change.kind.startsWith("member.") || ("trait" in change && change.trait === "smithy.api#required");
}

function isEnum(shape: Shape | undefined): shape is Extract<Shape, { readonly kind: "enum" | "intEnum" }> {
  return shape?.kind === "enum" || shape?.kind === "intEnum";
}

/** What a side does not have is taken out; what it has and the client lacks is written where members need it. */
function addPresence(
  edits: Map<string, Edit>,
  change: Extract<Change, { readonly kind: "shape.removed" | "shape.added" }>,
  { shape, name }: { readonly shape: Shape | undefined; readonly name: string },
): void {
  if (shape) return;
  const gone = change.kind === "shape.removed" ? change.before : change.after;
  if (gone.kind !== "operation") {
    edits.set(name, { kind: "gone" });
    return;
  }
  for (const each of [`${name}Command`, `${name}CommandInput`, `${name}CommandOutput`, `paginate${name}`])
    edits.set(each, { kind: "gone" });
  edits.set(`method ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, { kind: "gone" });
}
