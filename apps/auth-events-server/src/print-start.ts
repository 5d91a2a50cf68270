import type { AuthEventsServer, PoolListing } from "./create-server.js";

/** More users than these are counted, not listed. */
const LISTED = 12;

/** Returns what is told at the start: the pools with their users, and how to point each client at the server. */
export function printStart(
  server: Pick<AuthEventsServer, "endpoint" | "listPools">,
  file: string | undefined,
): string {
  const { endpoint } = server;
  const pools = server.listPools();
  const pool = pools.find(({ users }) => users.length > 0) ?? pools[0];
  const user = pool?.users[0]?.name ?? "NAME";
  const id = pool?.id ?? "POOL";
  const region = id.slice(0, id.lastIndexOf("_"));
  return `AdminListUserAuthEvents at ${endpoint}, events ${file === undefined ? "in memory" : `in ${JSON.stringify(file)}`}

${pools.map(printPool).join("\n\n")}

SDK v3    new CognitoIdentityProviderClient({
            endpoint: "${endpoint}", region: "${region}",
            credentials: { accessKeyId: "local", secretAccessKey: "local" } })
AWS CLI   AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws cognito-idp admin-list-user-auth-events \\
            --endpoint-url ${endpoint} --region ${region} --user-pool-id ${id} --username ${user}
boto3     boto3.client("cognito-idp", endpoint_url="${endpoint}", region_name="${region}",
            aws_access_key_id="local", aws_secret_access_key="local")
Console   ?endpoint=${endpoint}&pool=${id}&user=${encodeURIComponent(user)}

A pool that is named after an error, such as ${region}_NotAuthorizedException, always answers with it.
`;
}

function printPool({ id, users }: PoolListing): string {
  const width = Math.max(...users.map(({ name }) => name.length), 0);
  const rows = users
    .slice(0, LISTED)
    .map(({ name, events }) => `    ${name.padEnd(width)}  ${events} events`);
  const more =
    users.length > LISTED ? [`    and ${users.length - LISTED} more: GET /admin/pools/${id}/users`] : [];
  return [`  ${id}`, ...rows, ...more].join("\n");
}
