/** The id of an object as git prints it. Nothing else is asked for by id, also where a file claims to be one. */
export const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
