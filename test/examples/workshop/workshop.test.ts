import { App as CdkApp } from 'aws-cdk-lib';
import { Chart, Testing, Yaml } from 'cdk8s';
import { READER } from './reader';
import { workshop as templates } from '../../../examples/workshop/aws';
import { workshop as manifests } from '../../../examples/workshop/kubernetes';

test('the complete workshop, as it is written to disk', () => {
  const charts = manifests(Testing.app(), READER).node.children.filter(Chart.isChart);
  const stacks = templates(new CdkApp({ context: { '@aws-cdk/core:strictCfnValidateErrors': true } }), READER).synth().stacks;
  const written = [
    ...charts.map((chart) => [`dist/${chart.node.id}.k8s.yaml`, Yaml.stringify(...chart.toJson())]),
    ...stacks.map(({ templateFile, template }) => [`cdk.out/${templateFile}`, Yaml.stringify(template)]),
  ];
  // The names of assets follow from the code of the CDK's own functions, which differs from version to version.
  const text = written.map(([file, content]) => `# ${file}\n${content}`).join('\n').replace(/[0-9a-f]{64}(?=\.zip)/g, '<asset>');
  expect(text).toMatchSnapshot();
});
