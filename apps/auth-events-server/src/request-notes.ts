import type { Drift } from "@shapelog/cognito-identity-provider/validators";
import type { FastifyInstance } from "fastify";

/** What the log tells of a request besides its route and status. */
export interface RequestNotes {
  /** The input of the call; the log has it without what is sensitive. */
  call?: unknown;
  /** The error it was answered with. */
  error?: string;
  /** What the call has that the model does not know. */
  drift?: readonly Drift[];
}

declare module "fastify" {
  interface FastifyRequest {
    notes: RequestNotes;
  }
}

/** Gives each request its notes, and logs a line with them once it is answered. */
export function addRequestNotes(app: FastifyInstance): void {
  app.decorateRequest("notes");
  app.addHook("onRequest", async (request) => {
    request.notes = {};
  });
  app.addHook("onResponse", async (request, reply) => {
    // The route, not the address: that has the user's name in it.
    const { url: route } = request.routeOptions;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const line = { method: request.method, route, status: reply.statusCode, milliseconds, ...request.notes };
    request.log.info(line, "answered");
  });
}
