import { isNodeObject, type ServiceShape, trait } from "@shapelog/model";

/** What AWS's tools call a service. */
export interface AwsNames {
  /** Such as `@aws-sdk/client-s3`. */
  readonly clientPackage: string;
  /** Such as `S3Client`. */
  readonly clientClass: string;
  /** boto3's name. */
  readonly boto3: string;
  /** The AWS CLI's command. */
  readonly cli: string;
}

/** Services whose folder in botocore is not their SDK id in lower case with hyphens, by that form of the id. */
const BOTO3: Readonly<Record<string, string>> = {
  "api-gateway": "apigateway",
  "app-mesh": "appmesh",
  "application-auto-scaling": "application-autoscaling",
  "application-discovery-service": "discovery",
  "auto-scaling": "autoscaling",
  "auto-scaling-plans": "autoscaling-plans",
  "cloudhsm-v2": "cloudhsmv2",
  "cloudsearch-domain": "cloudsearchdomain",
  "cloudwatch-logs": "logs",
  "cognito-identity-provider": "cognito-idp",
  "config-service": "config",
  "cost-and-usage-report-service": "cur",
  "cost-explorer": "ce",
  "data-pipeline": "datapipeline",
  "database-migration-service": "dms",
  "device-farm": "devicefarm",
  "direct-connect": "directconnect",
  "directory-service": "ds",
  "directory-service-data": "ds-data",
  "dynamodb-streams": "dynamodbstreams",
  "elastic-beanstalk": "elasticbeanstalk",
  "elastic-load-balancing": "elb",
  "elastic-load-balancing-v2": "elbv2",
  "elasticsearch-service": "es",
  eventbridge: "events",
  "global-accelerator": "globalaccelerator",
  "iot-data-plane": "iot-data",
  "iot-jobs-data-plane": "iot-jobs-data",
  "iot-wireless": "iotwireless",
  "kinesis-analytics": "kinesisanalytics",
  "kinesis-analytics-v2": "kinesisanalyticsv2",
  "kinesis-video": "kinesisvideo",
  "lex-model-building-service": "lex-models",
  "lex-models-v2": "lexv2-models",
  "lex-runtime-service": "lex-runtime",
  "lex-runtime-v2": "lexv2-runtime",
  "machine-learning": "machinelearning",
  "marketplace-commerce-analytics": "marketplacecommerceanalytics",
  "marketplace-entitlement-service": "marketplace-entitlement",
  "marketplace-metering": "meteringmarketplace",
  "migration-hub": "mgh",
  "resource-groups-tagging-api": "resourcegroupstaggingapi",
  "route-53": "route53",
  "route-53-domains": "route53domains",
  "s3-control": "s3control",
  "secrets-manager": "secretsmanager",
  serverlessapplicationrepository: "serverlessrepo",
  "service-catalog": "servicecatalog",
  "service-catalog-appregistry": "servicecatalog-appregistry",
  sfn: "stepfunctions",
  simpledb: "sdb",
  "storage-gateway": "storagegateway",
};

/** Commands of the AWS CLI that are not called as boto3's clients (`awscli/customizations`). */
const CLI: Readonly<Record<string, string>> = { s3: "s3api", codedeploy: "deploy", config: "configservice" };

/**
 * Returns what AWS's tools call a service; `undefined` for one that is not of AWS, or whose SDK id cannot be a name (AWS,
 * "service trait").
 */
export function awsNames(service: ServiceShape | undefined): AwsNames | undefined {
  const value = service && trait(service, "aws.api#service");
  const sdkId = isNodeObject(value) ? value.sdkId : undefined;
  if (typeof sdkId !== "string" || !/^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/.test(sdkId))
    return undefined;
  const words = sdkId.split(/[ _-]/);
  const id = words.join("-").toLowerCase();
  const boto3 = Object.hasOwn(BOTO3, id) ? (BOTO3[id] ?? id) : id;
  return {
    clientPackage: `@aws-sdk/client-${id}`,
    clientClass: `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}Client`,
    boto3,
    cli: Object.hasOwn(CLI, boto3) ? (CLI[boto3] ?? boto3) : boto3,
  };
}
