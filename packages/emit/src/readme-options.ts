import type { Model, Profile, ServiceShape } from "@shapelog/model";
import type { Names } from "./names.js";

/** What a README is made of. */
export interface ReadmeOptions {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly names: Names;
  /** The package's name, such as `@shapelog/weather`. */
  readonly name: string;
  /** What people call the service, as from `serviceTitle`. */
  readonly title: string;
  /** Where the model stands, such as `models/weather/model.json`. */
  readonly source: string;
  /** How required members are in the program form. */
  readonly profile: Profile;
  /** Whether JSON Schemas are one document or a file for each shape. Default: `bundle`. */
  readonly schemas?: "bundle" | "files";
}
