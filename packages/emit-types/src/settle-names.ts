import { type ChosenShapes, createIdentifier, type Names } from "@shapelog/emit";
import { operationErrors, type ServiceShape, type ShapeId } from "@shapelog/model";

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
  /** The guards of what clients throw, by the error's id, in the order of ids: `isUserNotFoundException`. */
  readonly errorGuards: ReadonlyMap<ShapeId, string>;
  /** The guard of any of them. */
  readonly errorGuard: string;
  /** The interfaces that hold all operations and all errors. */
  readonly operationMap: string;
  readonly errorMap: string;
  /** The helper types; not exported. */
  readonly oneOf: string;
  readonly noneOf: string;
  readonly thrown: string;
  /** What `Open` of the runtime is exported as. */
  readonly open: string;
}

/**
 * Settles the names of what is emitted beside the shapes. Shape names come first: where `SignUpErrors` is a shape,
 * the operation's errors get a trailing `_`.
 */
export function settleNames(shapes: Names, chosen: ChosenShapes, service: ServiceShape): SettledNames {
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
  const errors = findErrors(chosen, service).map((id): [ShapeId, string] => [
    id,
    settle(`is${shapes.of(id)}`),
  ]);
  return {
    shapes,
    enums: new Map(enums),
    operations: new Map(operations),
    errorGuards: new Map(errors),
    errorGuard: settle("isServiceError"),
    operationMap: settle("Operations"),
    errorMap: settle("Errors"),
    oneOf: settle("OneOf"),
    noneOf: settle("NoneOf"),
    thrown: settle("Thrown"),
    open: settle("Open"),
  };
}

/** Returns the structures that operations end with as errors, those common to the service included, in the order of ids. */
function findErrors({ operations, shapes }: ChosenShapes, service: ServiceShape): ShapeId[] {
  const structures = new Set(shapes.filter(({ kind }) => kind === "structure").map(({ id }) => id));
  const ids = operations.flatMap((operation) => operationErrors(operation, service));
  return [...new Set(ids)].filter((id) => structures.has(id)).sort();
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
