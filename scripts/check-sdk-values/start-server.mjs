import { createServer } from "node:http";

/** @import { Answer } from "./write-answer.mjs" */

/** Starts a server on this machine alone that gives to every request the answer that it was told last. */
export async function startServer() {
  /** @type {Answer} */
  let next = { status: 200, headers: {}, body: "" };
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      response.writeHead(next.status, next.headers);
      response.end(request.method === "HEAD" ? undefined : next.body);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    /** @param {Answer} answer */
    answer(answer) {
      next = answer;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
