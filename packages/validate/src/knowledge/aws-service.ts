import { isNodeObject, type Shape, shapeName, trait } from "@shapelog/model";

/** `@aws.api#service` of a service, completed with its defaults (Smithy 2.0, "aws.api#service trait"). */
export interface AwsService {
  readonly sdkId: string;
  readonly arnNamespace: string;
  readonly cloudTrailEventSource: string;
  readonly cloudWatchNamespace: string | undefined;
}

/** Returns `@aws.api#service` of a service, or `undefined`. */
export function awsServiceOf(service: Shape): AwsService | undefined {
  const value = trait(service, "aws.api#service");
  if (!isNodeObject(value)) return undefined;
  const text = (key: string) => {
    const found = value[key];
    return typeof found === "string" ? found : undefined;
  };
  const arnNamespace = text("arnNamespace") ?? shapeName(service.id).toLowerCase();
  return {
    sdkId: text("sdkId") ?? "",
    arnNamespace,
    cloudTrailEventSource: text("cloudTrailEventSource") ?? `${arnNamespace}.amazonaws.com`,
    cloudWatchNamespace: text("cloudWatchNamespace"),
  };
}
