import { expectTypeOf, test } from "vitest";
import type { Open } from "./open.js";
import type { LazyJsonString, NumericValue } from "./program-types.js";

interface Event {
  readonly Type?: "SignIn" | "SignUp" | undefined;
  Level: 1 | 2;
  At: Date | undefined;
  Body: Uint8Array;
  Names: string[];
  Nested: { Kind: "a" }[];
  Counts: Record<string, { Kind?: "a" | "b" }>;
  Free: unknown;
  Flag?: boolean;
}

test("a closed union of strings is open, and its values are still offered", () => {
  expectTypeOf<Open<"a" | "b">>().toEqualTypeOf<"a" | "b" | (string & {})>();
  expectTypeOf<"c">().toExtend<Open<"a" | "b">>();
});

test("a closed union of numbers is open", () => {
  expectTypeOf<3>().toExtend<Open<1 | 2>>();
});

test("plain types stay as they are", () => {
  expectTypeOf<Open<string>>().toEqualTypeOf<string>();
  expectTypeOf<Open<number>>().toEqualTypeOf<number>();
  expectTypeOf<Open<boolean | undefined>>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<Open<unknown>>().toEqualTypeOf<unknown>();
  expectTypeOf<Open<Date>>().toEqualTypeOf<Date>();
  expectTypeOf<Open<Uint8Array>>().toEqualTypeOf<Uint8Array>();
  expectTypeOf<Open<[string, number]>>().toEqualTypeOf<[string, number]>();
});

test("numbers, texts and streams that stand for themselves stay as they are", () => {
  expectTypeOf<Open<bigint>>().toEqualTypeOf<bigint>();
  expectTypeOf<Open<NumericValue>>().toEqualTypeOf<NumericValue>();
  expectTypeOf<Open<LazyJsonString | string>>().toEqualTypeOf<LazyJsonString | string>();
  expectTypeOf<Open<ArrayBuffer>>().toEqualTypeOf<ArrayBuffer>();
  expectTypeOf<Open<Blob>>().toEqualTypeOf<Blob>();
  expectTypeOf<Open<ReadableStream>>().toEqualTypeOf<ReadableStream>();
  expectTypeOf<Open<AsyncIterable<Event>>>().toEqualTypeOf<AsyncIterable<Event>>();
});

test("members keep their modifiers, and are open at any depth", () => {
  expectTypeOf<Open<Event>>().toEqualTypeOf<{
    readonly Type?: "SignIn" | "SignUp" | (string & {}) | undefined;
    Level: 1 | 2 | (number & {});
    At: Date | undefined;
    Body: Uint8Array;
    Names: string[];
    Nested: { Kind: "a" | (string & {}) }[];
    Counts: Record<string, { Kind?: "a" | "b" | (string & {}) }>;
    Free: unknown;
    Flag?: boolean;
  }>();
});

test("a type is assignable to its open form, and not the other way round", () => {
  expectTypeOf<Event>().toExtend<Open<Event>>();
  expectTypeOf<Open<Event>>().not.toExtend<Event>();
});

test("recursive types end", () => {
  interface Tree {
    Kind?: "leaf" | "branch";
    Children?: Tree[];
  }
  expectTypeOf<Tree>().toExtend<Open<Tree>>();
});

test("documents stay as they are, also where they are members", () => {
  type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
  interface Parcel {
    Kind?: "letter" | "box";
    Extra?: Json | undefined;
    Inside?: Parcel[];
  }
  type Read = { ok: true; value: Open<Parcel> } | { ok: false };
  const find = (read: Read): Open<Parcel> | undefined => (read.ok ? read.value : undefined);
  expectTypeOf<Open<Json>>().toEqualTypeOf<Json>();
  expectTypeOf<Parcel>().toExtend<Open<Parcel>>();
  expectTypeOf(find).returns.toEqualTypeOf<Open<Parcel> | undefined>();
});
