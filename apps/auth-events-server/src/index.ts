export type { LogDestination, LogLevel } from "./create-log.js";
export {
  type AuthEventsServer,
  createServer,
  type PoolListing,
  type ServerOptions,
} from "./create-server.js";
