import { type ChosenShapes, createIdentifier, type Names } from "@shapelog/emit";
import type { ShapeId } from "@shapelog/model";

/** The names of what an enum becomes. */
export interface EnumNames {
  readonly kind: "enum" | "intEnum";
  /** The type and the object of constants. */
  readonly self: string;
  /** `EventTypeValues` */
  readonly values: string;
  /** `eventTypeSet`; not exported. */
  readonly set: string;
  /** `isEventType` */
  readonly guard: string;
}

/** The names of what an operation becomes. */
export interface OperationNames {
  /** `SignUpCommandInput` */
  readonly input: string;
  /** `SignUpCommandOutput` */
  readonly output: string;
  /** `SignUpErrors` */
  readonly errors: string;
  /** `PaginateSignUp` */
  readonly paginate: string;
  /** `signUpPagination` */
  readonly pagination: string;
}

/** Every name a generated package's modules declare, each settled once. */
export interface SettledNames {
  /** Shape names. */
  readonly shapes: Names;
  readonly enums: ReadonlyMap<ShapeId, EnumNames>;
  readonly operations: ReadonlyMap<ShapeId, OperationNames>;
  /** The interfaces that hold all operations and all errors. */
  readonly operationMap: string;
  readonly errorMap: string;
  /** The helper types; not exported. */
  readonly oneOf: string;
  readonly thrown: string;
  /** What `Open` of the runtime is exported as. */
  readonly open: string;
}

/**
 * Settles the names of what is emitted beside the shapes. Shape names come first: where `SignUpErrors` is a shape,
 * the operation's errors get a trailing `_`.
 */
export function settleNames(shapes: Names, chosen: ChosenShapes): SettledNames {
  const taken = new Set(chosen.shapes.map(({ id }) => shapes.of(id)));
  const settle = (wanted: string) => {
    let name = createIdentifier(wanted);
    while (taken.has(name)) name = `${name}_`;
    taken.add(name);
    return name;
  };
  const enums = chosen.shapes.flatMap((shape): [ShapeId, EnumNames][] => {
    if (shape.kind !== "enum" && shape.kind !== "intEnum") return [];
    const self = shapes.of(shape.id);
    const set = settle(`${lowerFirst(self)}Set`);
    return [
      [
        shape.id,
        { kind: shape.kind, self, values: settle(`${self}Values`), set, guard: settle(`is${self}`) },
      ],
    ];
  });
  const operations = chosen.operations.map(({ id }): [ShapeId, OperationNames] => {
    const self = shapes.of(id);
    return [
      id,
      {
        input: settle(`${self}CommandInput`),
        output: settle(`${self}CommandOutput`),
        errors: settle(`${self}Errors`),
        paginate: settle(`Paginate${self}`),
        pagination: settle(`${lowerFirst(self)}Pagination`),
      },
    ];
  });
  return {
    shapes,
    enums: new Map(enums),
    operations: new Map(operations),
    operationMap: settle("Operations"),
    errorMap: settle("Errors"),
    oneOf: settle("OneOf"),
    thrown: settle("Thrown"),
    open: settle("Open"),
  };
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
