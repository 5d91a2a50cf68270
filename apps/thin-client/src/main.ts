import process from "node:process";
import { createListAuthEvents } from "./list-auth-events.js";

const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
const [UserPoolId, Username] = process.argv.slice(2);

if (!UserPoolId || !Username || !AWS_REGION || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
  console.error("usage: npm start -- USER_POOL USERNAME");
  console.error("Set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
  process.exit(2);
}

const listAuthEvents = createListAuthEvents({
  region: AWS_REGION,
  credentials: {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  },
});
const { AuthEvents = [] } = await listAuthEvents({ UserPoolId, Username });
for (const event of AuthEvents) console.log(JSON.stringify(event));
