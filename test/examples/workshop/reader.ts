import type { Settings } from '../../../examples/workshop/settings';

/** A reader who has set everything, so that no variable of the machine plays a part. */
export const READER: Settings = {
  region: 'ap-northeast-2',
  cluster: 'eksworkshop',
  oidcIssuer: 'https://oidc.eks.ap-northeast-2.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
  importOidcProvider: false,
  kmsKeyArn: undefined,
  classKeyArn: 'arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  addonVersion: 'v1.23.1-eksbuild.1',
  volumeId: 'vol-0123456789abcdef0',
  volumeZone: 'ap-northeast-2a',
  snapshotId: 'snap-0123456789abcdef0',
  fileSystemId: 'fs-0123456789abcdef0',
};
