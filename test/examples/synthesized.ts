import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';

/** How the CDK apps are synthesized, as their cdk.json has it. */
export const STRICT = { context: { '@aws-cdk/core:strictCfnValidateErrors': true } };

/** All objects that a template applies to a cluster, with its references as `${Id}` and `${Id.Attribute}`. */
export function appliedManifests(template: any): any[] {
  return Object.values<any>(template.Resources).filter(({ Type }) => Type === 'Custom::AWSCDK-EKS-KubernetesResource')
    .flatMap(({ Properties }) => JSON.parse(textOf(Properties.Manifest)));
}

function textOf(value: any): string {
  if (typeof value === 'string') return value;
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join_ } = value;
  if (join_ !== undefined) return join_[1].map(textOf).join(join_[0]);
  return `\${${ref ?? attribute.join('.')}}`;
}

/** The files that an app writes, in the order of their names. */
export function filesOf(fill: (app: App) => unknown): { [name: string]: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    const app = new App({ outdir });
    fill(app);
    app.synth();
    return Object.fromEntries(readdirSync(outdir).sort().map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
