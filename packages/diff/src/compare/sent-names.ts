import { findServices, hasTrait, type Member, type Model, stringTrait } from "@shapelog/model";

const EC2_QUERY = "aws.protocols#ec2Query";
const QUERIES = ["aws.protocols#awsQuery", EC2_QUERY];

/** The traits that give a member a name in requests of query protocols. */
export const SENT_NAMES: ReadonlySet<string> = new Set(["smithy.api#xmlName", "aws.protocols#ec2QueryName"]);

/** Returns whether a model has services, and all speak a protocol. */
export function speaksOnly(model: Model, protocol: string): boolean {
  const services = findServices(model);
  return services.length > 0 && services.every((service) => hasTrait(service, protocol));
}

/**
 * Returns the name that a member has in the keys of a request, which are no XML (Smithy 2.0, "AWS query protocol" and "AWS
 * EC2 query protocol", "query key resolution"); `undefined` where the services speak no query protocol, or others as well.
 */
export function sentName(model: Model, member: Member): string | undefined {
  const protocol = QUERIES.find((id) => speaksOnly(model, id));
  if (protocol === undefined) return undefined;
  const name = stringTrait(member, "xmlName") ?? member.name;
  if (protocol !== EC2_QUERY) return name;
  return stringTrait(member, "aws.protocols#ec2QueryName") ?? name.charAt(0).toUpperCase() + name.slice(1);
}
