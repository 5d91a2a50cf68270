import { Agent, request } from "undici";

export const POOL = "eu-central-1_LocalPool";

const HEADERS = {
  "content-type": "application/x-amz-json-1.1",
  "x-amz-target": "AWSCognitoIdentityProviderService.AdminListUserAuthEvents",
  "x-amz-date": "20260331T180000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260331/eu-central-1/cognito-idp/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
};

/** @typedef {{ readonly EventId: string, readonly CreationDate: number }} Event */
/** @typedef {{ readonly AuthEvents: readonly Event[], readonly NextToken?: string }} Page */
/** @typedef {{ readonly user: string, readonly pageSize: number, readonly token?: string | undefined }} Call */

/**
 * Creates what calls the service over so many connections, without the SDK: its work would be most of what is measured.
 * @param {{ readonly connections: number }} options
 */
export function createCaller({ connections }) {
  const dispatcher = new Agent({ connections, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 });

  /**
   * @param {string} url
   * @param {Call} call
   */
  async function post(url, { user, pageSize, token }) {
    const input = { UserPoolId: POOL, Username: user, MaxResults: pageSize, NextToken: token };
    const options = { dispatcher, method: "POST", headers: HEADERS, body: JSON.stringify(input) };
    const { statusCode, body } = await request(url, /** @type {{ method: "POST" }} */ (options));
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${statusCode} ${text}`);
    return text;
  }

  /**
   * @param {string} endpoint
   * @param {Call} call
   * @returns {Promise<Page>}
   */
  async function readPage(endpoint, call) {
    return JSON.parse(await post(`${endpoint}/`, call));
  }

  return {
    readPage,
    /**
     * Reads all pages of a user, and notes how long each took.
     * @param {string} endpoint
     * @param {{ readonly user: string, readonly pageSize: number, readonly latencies?: number[] }} call
     */
    async listAll(endpoint, { latencies, ...call }) {
      /** @type {Event[]} */
      const events = [];
      /** @type {string | undefined} */
      let token;
      do {
        const started = performance.now();
        const page = await readPage(endpoint, { ...call, token });
        latencies?.push(performance.now() - started);
        events.push(...page.AuthEvents);
        token = page.NextToken;
      } while (token !== undefined);
      return events;
    },
    /**
     * Makes so many requests, one after the other, and notes how long each took.
     * @param {string} url
     * @param {number} times
     * @param {number[]} latencies
     */
    async repeat(url, times, latencies) {
      for (let index = 0; index < times; index++) {
        const started = performance.now();
        JSON.parse(await post(url, { user: "ana.silva", pageSize: 20 }));
        latencies.push(performance.now() - started);
      }
    },
    /**
     * @param {string} endpoint
     * @returns {Promise<readonly string[]>}
     */
    async listUsers(endpoint) {
      const { body } = await request(`${endpoint}/admin/pools/${POOL}/users`, { dispatcher });
      const { users } = /** @type {{ users: { name: string }[] }} */ (await body.json());
      return users.map(({ name }) => name);
    },
    close: () => dispatcher.close(),
  };
}
