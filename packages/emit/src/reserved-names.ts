/** Words that cannot name a type, a constant or a function in a module. */
const WORDS =
  "abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger " +
  "declare default delete do else enum eval export extends false finally for from function get if implements " +
  "import in infer instanceof interface intrinsic is keyof let module namespace never new null number object of " +
  "out override package private protected public readonly require return satisfies set static string super " +
  "switch symbol this throw true try type typeof undefined unique unknown using var void while with yield";

/** Members of `Object.prototype`, which a careless lookup by name would find. */
const PROTOTYPE =
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty " +
  "isPrototypeOf propertyIsEnumerable prototype toLocaleString toString valueOf";

/** Global values and types that generated code, or code beside it, would lose sight of. */
const GLOBALS =
  "AggregateError Array ArrayBuffer ArrayBufferView AsyncGenerator AsyncIterable AsyncIterator Atomics Awaited " +
  "BigInt BigInt64Array BigUint64Array Blob Boolean Buffer Capitalize ConstructorParameters DataView Date Error " +
  "EvalError Event Exclude Extract File Float32Array Float64Array Function Generator Infinity InstanceType Int16Array " +
  "Int32Array Int8Array Intl Iterable Iterator JSON Lowercase Map Math NaN NoInfer NonNullable Number Object Omit " +
  "Parameters Partial Pick Promise PromiseLike Proxy RangeError Readable ReadableStream Readonly ReadonlyArray " +
  "ReadonlyMap ReadonlySet Record ReferenceError Reflect RegExp Request Required Response ReturnType Set " +
  "SharedArrayBuffer Stream String Symbol SyntaxError ThisType TypeError URIError URL Uint16Array Uint32Array " +
  "Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakMap WeakRef WeakSet console decodeURI encodeURI escape " +
  "exports globalThis isFinite isNaN parseFloat parseInt process queueMicrotask structuredClone unescape";

/** Names that generated modules and the packages they import use themselves. */
const OURS =
  "$defs Drift Open ReadResult Shapelog ValidationResult Wire components operations paths webhooks";

const RESERVED: ReadonlySet<string> = new Set([WORDS, PROTOTYPE, GLOBALS, OURS].join(" ").split(" "));

/** Returns whether a name must not be declared by generated code. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}
