export {
  CONFIG_FILE,
  type Config,
  type PackageConfig,
  type ServiceConfig,
  type SiteConfig,
} from "./config-file.js";
export { CONFIG_SCHEMA } from "./config-schema.js";
export { run } from "./program.js";
export { EXIT, type ExitCode, type Printed, type Terminal } from "./terminal.js";
