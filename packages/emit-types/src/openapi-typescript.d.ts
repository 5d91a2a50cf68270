/** The parts of openapi-typescript that types are made by. Its own types are of the main entry point alone. */
declare module "openapi-typescript/dist/transform/index.cjs" {
  import type { transformSchema } from "openapi-typescript";

  const transform: typeof transformSchema;
  export = transform;
}

declare module "openapi-typescript/dist/lib/ts.cjs" {
  export { oapiRef } from "openapi-typescript";
}
