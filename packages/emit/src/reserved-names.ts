/** Words that cannot name a type, a constant or a function in a module. */
const WORDS =
  "abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger " +
  "declare default delete do else enum eval export exports extends false finally for from function get globalThis if " +
  "implements import in infer instanceof interface intrinsic is keyof let module namespace never new null number " +
  "object of out override package private protected public readonly require return satisfies set static string super " +
  "switch symbol this throw true try type typeof undefined unique unknown using var void while with yield";

/** Members of `Object.prototype`, which a careless lookup by name would find. */
const PROTOTYPE =
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty " +
  "isPrototypeOf propertyIsEnumerable prototype toLocaleString toString valueOf";

/** Globals whose names the AWS SDK for JavaScript gives to no shape: it exports `_Error` and `_Object`, but `Event`. */
const CHANGED_BY_SDK =
  "Array ArrayBuffer ArrayBufferView Blob Boolean ConstructorParameters Date Error Exclude Extract Infinity " +
  "InstanceType Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise PromiseLike Readable Readonly " +
  "ReadonlyArray Record RegExp Required ReturnType Set Stream String ThisType WeakMap";

const RESERVED: ReadonlySet<string> = new Set([WORDS, PROTOTYPE, CHANGED_BY_SDK].join(" ").split(" "));

/** Returns whether a name must not be declared by generated code. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}
