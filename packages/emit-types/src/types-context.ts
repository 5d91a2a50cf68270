import type { Diagnostic } from "@shapelog/diagnostics";
import type { ChosenShapes, WireShapes } from "@shapelog/emit";
import type { Model, Profile, ServiceShape, ShapeId } from "@shapelog/model";
import type { SettledNames } from "./settle-names.js";

/** What every file of the types is made with. */
export interface TypesContext {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly chosen: ChosenShapes;
  /** What the package has in wire form. */
  readonly wire: WireShapes;
  /** Whether that is each shape as JSON would have it, whatever the protocol. */
  readonly isOfModel: boolean;
  readonly names: SettledNames;
  /** The first line of every file. */
  readonly header: string;
  readonly packageName: string;
  readonly profile: Profile;
  since(id: ShapeId): string | undefined;
  report(diagnostic: Diagnostic): void;
}
