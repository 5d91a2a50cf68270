// A server of the framework alone, which reads bodies and answers texts that were made before: "{}" and what it is given.
import { Buffer } from "node:buffer";
import process from "node:process";
import { fastify } from "fastify";

const page = Buffer.from(process.argv[2] ?? "{}");
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
app.post("/empty", (_request, reply) => reply.type("application/x-amz-json-1.1").send(Buffer.from("{}")));
app.post("/bytes", (_request, reply) => reply.type("application/x-amz-json-1.1").send(page));
console.log(await app.listen({ host: "127.0.0.1", port: 0, backlog: 4096 }));
