import { redactAdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider/redact";
import { type Logger, pino } from "pino";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where lines go. */
export interface LogDestination {
  write(line: string): void;
}

/** Creates the log: a line of JSON for each thing that happens. Calls are without what the model has as sensitive. */
export function createLog(level: LogLevel, destination: LogDestination): Logger {
  const settings = {
    level,
    base: null,
    serializers: { call: redactAdminListUserAuthEventsRequest, failure: pino.stdSerializers.err },
  };
  return pino(settings, destination);
}
