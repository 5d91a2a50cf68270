export {
  CONFIG_FILE,
  CONFIG_SCHEMA,
  type Config,
  type PackageConfig,
  type ServiceConfig,
  type SiteConfig,
} from "./config.js";
export { run } from "./program.js";
export { EXIT, type ExitCode, type Terminal } from "./terminal.js";
