/** What a difference means to callers that send data, from harmless to worst. */
export const REQUEST_LEVELS = ["renamed", "extended", "limited", "narrowed", "other"] as const;
/** What a difference means to callers that read data, from harmless to worst. */
export const RESPONSE_LEVELS = ["renamed", "extended", "limited", "opened", "other"] as const;

export type RequestLevel = (typeof REQUEST_LEVELS)[number];
export type ResponseLevel = (typeof RESPONSE_LEVELS)[number];

/** What a difference means on either side. */
export type Levels = readonly [request: RequestLevel, response: ResponseLevel];

/** Neither side notices. */
export const SAME: Levels = ["renamed", "renamed"];
/** Programs of both sides break. */
export const BROKEN: Levels = ["other", "other"];
