import { expect, it } from "vitest";
import { xformName } from "./xform-name.js";

it.each([
  ["AdminListUserAuthEvents", "admin_list_user_auth_events"],
  ["DescribeDBInstances", "describe_db_instances"],
  ["ListWebACLs", "list_web_acls"],
  ["AssociateVPCs", "associate_vpcs"],
  ["GetEC2InstanceRecommendations", "get_ec2_instance_recommendations"],
  ["PutObject", "put_object"],
  ["DescribeSMBFileShares", "describe_smb_file_shares"],
  ["CreateIPSet", "create_ip_set"],
  ["Assign_Ipv6Addresses", "Assign_Ipv6Addresses"],
  ["CreateCachediSCSIVolume", "create_cached_iscsi_volume"],
  ["ListHITsForQualificationType", "list_hits_for_qualification_type"],
  ["ExecutePartiQLBatch", "execute_partiql_batch"],
  ["CreateOAuth2TokenWithIAM", "create_oauth2_token_with_iam"],
  ["GetLinkedWhatsAppBusinessAccountPhoneNumber", "get_linked_whatsapp_business_account_phone_number"],
])("spells %s as botocore does", (name, expected) => {
  expect(xformName(name, "_")).toBe(expected);
  if (!name.includes("_")) expect(xformName(name, "-")).toBe(expected.replaceAll("_", "-"));
});
