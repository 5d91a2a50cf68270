import {
  compareCodeUnits,
  findShape,
  isAggregate,
  type Member,
  type Model,
  memberId,
  type NodeValue,
  type Shape,
  type ShapeId,
  type Traits,
} from "@shapelog/model";
import type { Selection } from "@shapelog/model/selectors";
import { addToList } from "./knowledge/add-to-list.js";
import { createSelecting, type Selecting } from "./select.js";

/** A shape or a member with its id: both carry traits, and Smithy calls both shapes. */
export interface Subject {
  readonly id: ShapeId;
  readonly traits: Traits;
  /** The shape itself, or the member's container, with what its mixins give; it does not name them. */
  readonly shape: Shape;
  readonly member?: Member;
}

/** A shape or member that has the trait that was asked for, and the trait's value. */
export interface TraitUse extends Subject {
  readonly value: NodeValue;
}

/**
 * What rules see: the model and the definitions as one. Shapes hold what their mixins give them, and still name these.
 * Everything is read-only; what is costly is made at the first question and shared. Lists hold the shapes of the model
 * alone, sorted by shape id: the definitions are right already.
 */
export interface ValidationContext {
  /** The model's shapes over those of the definitions, mixins resolved. Look up with {@link shape}. */
  readonly model: Model;
  /** The model as written. */
  readonly written: Model;
  /** The model's own shapes. */
  readonly shapes: readonly Shape[];
  /** Returns the model's own shapes of a kind. */
  ofKind<Kind extends Shape["kind"]>(kind: Kind): readonly Extract<Shape, { kind: Kind }>[];
  /** Returns the model's own shapes and their members, each shape before its members. */
  subjects(): readonly Subject[];
  /** Returns the model's own shapes and members that have a trait. `id` may leave out `smithy.api#`. */
  withTrait(id: string): readonly TraitUse[];
  /** Returns the shape with an id, be it of the model, the definitions or the prelude. */
  shape(id: ShapeId): Shape | undefined;
  /** Returns the shape or member with an id. */
  subject(id: ShapeId): Subject | undefined;
  /** Returns whether a shape or member is the model's own, not one of the definitions. */
  readonly isOwn: (id: ShapeId) => boolean;
  /**
   * Returns the ids of all shapes and members that a selector yields; none where its text has errors, `undefined` where
   * it takes too many steps, which validation then tells.
   */
  select(selector: string): ReadonlySet<ShapeId> | undefined;
  /** Selectors over the model and its definitions. */
  readonly selecting: Selecting;
  /** Returns what `build` makes of this context; made once, however many rules ask. */
  know<Knowledge>(build: (context: ValidationContext) => Knowledge): Knowledge;
}

/** Returns the context that rules run in. */
export function createContext(written: Model, definitions: Model): ValidationContext {
  // Selectors need the mixins resolved and all members listed, and so do rules: large models are worth doing it once.
  const selecting = createSelecting(written, definitions);
  const { selection } = selecting;
  const model: Model = { metadata: written.metadata, shapes: listShapes(selection, written, definitions) };
  const shapes = [...written.shapes.keys()]
    .sort(compareCodeUnits)
    .flatMap((id) => model.shapes.get(id) ?? []);
  const knowledge = new Map<unknown, unknown>();
  const context: ValidationContext = {
    model,
    written,
    shapes,
    ofKind: (kind) => context.know(groupByKind).get(kind) as never, // the map's values have the kind of their key
    subjects: () => context.know(listSubjects),
    withTrait: (id) => context.know(groupByTrait).get(id.includes("#") ? id : `smithy.api#${id}`) ?? [],
    shape: (id) => findShape(model, id),
    subject: (id) => selection.find(id),
    isOwn: (id) => written.shapes.has(id.includes("$") ? id.slice(0, id.indexOf("$")) : id),
    select: selecting.select,
    selecting,
    know(build) {
      if (!knowledge.has(build)) knowledge.set(build, build(context));
      return knowledge.get(build) as never; // what `build` returned
    },
  };
  return context;
}

/** Returns all shapes by id, mixins resolved. They still name their mixins, which belong to the closures of services. */
function listShapes(
  { shapes: selectable }: Selection,
  written: Model,
  definitions: Model,
): ReadonlyMap<ShapeId, Shape> {
  const shapes = new Map<ShapeId, Shape>();
  for (const { id, shape, member } of selectable) {
    if (member) continue;
    const { mixins } = written.shapes.get(id) ?? definitions.shapes.get(id) ?? shape;
    shapes.set(id, mixins === undefined || mixins.length === 0 ? shape : { ...shape, mixins });
  }
  return shapes;
}

/** Returns a shape and its members as subjects. */
export function subjectsOf(shape: Shape): readonly Subject[] {
  return [{ id: shape.id, traits: shape.traits, shape }, ...membersOf(shape)];
}

/** Returns the members of a shape as subjects; none where its kind has none. */
export function membersOf(shape: Shape): readonly (Subject & { readonly member: Member })[] {
  if (!isAggregate(shape)) return [];
  return shape.members.map((member) => ({
    id: memberId(shape.id, member.name),
    traits: member.traits,
    shape,
    member,
  }));
}

function groupByKind({ shapes }: ValidationContext): { get(kind: Shape["kind"]): readonly Shape[] } {
  const groups = new Map<Shape["kind"], Shape[]>();
  for (const shape of shapes) {
    addToList(groups, shape.kind, shape);
  }
  return { get: (kind) => groups.get(kind) ?? [] };
}

/** The members of a shape stand after it in a selection. */
function listSubjects({ shapes, selecting: { selection } }: ValidationContext): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const { id } of shapes) {
    let subject = selection.find(id);
    do {
      if (subject) subjects.push(subject);
      subject = subject && selection.shapes[subject.index + 1];
    } while (subject?.member);
  }
  return subjects;
}

function groupByTrait(context: ValidationContext): ReadonlyMap<ShapeId, readonly TraitUse[]> {
  const uses = new Map<ShapeId, TraitUse[]>();
  for (const subject of context.subjects()) {
    for (const [id, value] of Object.entries(subject.traits)) addToList(uses, id, { ...subject, value });
  }
  return uses;
}
