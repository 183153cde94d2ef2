import { awscdk, javascript, JsonFile } from 'projen';

// Everything that names this project, in one place.
const NAME = 'cdk8s-eks-storage';
const AUTHOR = 'cdk8s-eks-storage contributors';
const REPOSITORY = 'https://github.com/cdk8s-eks-storage/cdk8s-eks-storage';
const PACKAGES = {
  publishToPypi: { distName: 'cdk8s-eks-storage', module: 'cdk8s_eks_storage' },
  publishToMaven: { mavenGroupId: 'io.github.cdk8s-eks-storage', mavenArtifactId: 'cdk8s-eks-storage', javaPackage: 'io.github.cdk8s.eks.storage' },
  publishToNuget: { packageId: 'Cdk8sEksStorage', dotNetNamespace: 'Cdk8sEksStorage' },
  publishToGo: { moduleName: 'github.com/cdk8s-eks-storage/cdk8s-eks-storage-go', packageName: 'cdk8seksstorage' },
};

const project = new awscdk.AwsCdkConstructLibrary({
  name: NAME,
  description: 'Encrypted, snapshotted, least-privilege storage for Kubernetes on Amazon EKS, as typed cdk8s and CDK constructs',
  author: AUTHOR,
  authorAddress: REPOSITORY,
  repositoryUrl: `${REPOSITORY}.git`,
  keywords: ['cdk8s', 'aws', 'eks', 'kubernetes', 'ebs', 'csi', 'storage', 'snapshot', 'statefulset'],
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  stability: 'experimental',
  compressAssembly: true,
  ...PACKAGES,

  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  projenrcTs: true,
  projenrcTsOptions: { projenCodeDir: '.projenrc' }, // keeps its tsconfig out of the top level
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3', // jsii 6 compiles with it; ts-jest and typescript-eslint do not take 7 yet

  // The peers' floors. projen pins the development versions to them, so what is tested is the oldest that is promised.
  cdkVersion: '2.265.0', // the first whose template validation can be made strict, which the tests rely on
  constructsVersion: '10.5.1', // what cdk-nag asks for; that aws-cdk-lib would do with 10.5.0
  peerDeps: ['cdk8s@^2.69.0', 'cdk8s-plus-27@^2.9.5'], // cdk8s: the first whose sizes write themselves (500Mi stays 500Mi)

  devDeps: [
    '@types/node@^20', // the oldest Node.js we support
    'aws-cdk@^2.1148.0', // not "latest": that tag points at an accidental 3.0.0 which cannot read today's assemblies (aws/aws-cdk#38113)
    'cdk8s-cli@^2.207.0',
    '@aws-cdk/lambda-layer-kubectl-v33@^2', // the workshop's self-managed driver is installed by Helm through it
    '@aws-cdk/cloudformation-diff@^2', // says what an update of a template would replace
    '@cloud-copilot/iam-simulate@^0.1.173', // says what policies allow; AGPL-3.0, so for tests only and never shipped
    'ajv@^8', // judges what is written by the JSON schemas of whoever reads it
    'cdk-nag@^3.0.2',
    'fast-check@^4',
    'tsx@^4', // runs the examples as TypeScript, straight from a clone
    'yaml@^2',
  ],

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER, // a snapshot changes when someone asks for it: npx projen test:update
    jestConfig: {
      collectCoverageFrom: ['src/**/*.ts'],
      // The first needs a cluster: npm run test:cluster. The others need what is compiled: npm run test:package and test:consumers.
      testPathIgnorePatterns: ['/node_modules/', '/test/api-server/', '/test/package/', '/test/consumers/'],
      testTimeout: 300_000, // for tests that hang; how fast a machine is decides no test
      moduleNameMapper: { [`^${NAME}$`]: '<rootDir>/src' }, // the examples import the library by its name
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'build', 'benchmark'],
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] }, // checking changes nothing, and a warning is a finding
  },

  tsconfigDevFile: 'test/tsconfig.json',
  tsconfigDev: {
    include: ['**/*.ts', '../examples/**/*.ts', '../build/**/*.ts', '../benchmark/**/*.ts'],
    compilerOptions: { paths: { [NAME]: ['../src'] } },
  },

  sampleCode: false,
  depsUpgrade: false,
  github: false, // .ci/run is the pipeline; it needs nothing of any host
  release: false,
});

// The walls between the rooms: README.md "The rooms" says whose line is whose.
const wall = (target: string, from: string, message: string) => ({ target, from, message });
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', {
    zones: [
      ...['cluster', 'volumes', 'checks', 'bridge'].flatMap((room) => [
        wall(`./src/${room}`, './src/aws', `src/${room} is Kubernetes only: it must work where aws-cdk-lib is never loaded`),
        wall('./src/aws', `./src/${room}`, 'src/aws is CDK only: it must work where cdk8s is never loaded'),
      ]),
      ...['aws', 'cluster', 'volumes', 'checks', 'bridge'].map((room) =>
        wall('./src/private', `./src/${room}`, 'src/private serves the rooms and knows none of them')),
    ],
  }],
  // jsii emits one require per import: the wall stands only if the packages behind it are kept out as well.
  'no-restricted-imports': ['error', {
    paths: [{ name: 'aws-cdk-lib', message: "name the service, as in 'aws-cdk-lib/aws-iam': the whole library costs every TypeScript user seven times the type-checking" }],
  }],
});
for (const room of ['cluster', 'volumes', 'checks', 'bridge', 'private']) {
  project.eslint?.addOverride({
    files: [`src/${room}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['aws-cdk-lib', 'aws-cdk-lib/*'], message: 'only src/aws may load aws-cdk-lib' }] }] },
  });
}
project.eslint?.addOverride({
  files: ['src/aws/**'],
  rules: {
    'no-restricted-imports': ['error', {
      paths: [{ name: 'aws-cdk-lib', message: "name the service, as in 'aws-cdk-lib/aws-iam'" }],
      patterns: [{ group: ['cdk8s', 'cdk8s-plus-27'], message: 'src/aws must not load cdk8s' }],
    }],
  },
});
project.eslint?.addOverride({
  files: ['test/**', 'examples/**', 'build/**', 'benchmark/**'],
  rules: {
    'no-restricted-imports': 'off',
    'import/no-unresolved': ['error', { ignore: [`^${NAME}$`] }], // their tsconfig maps it to src
  },
});

// eslint and tsx ask the tsconfig nearest to a file.
for (const folder of ['examples', 'build', 'benchmark']) {
  new JsonFile(project, `${folder}/tsconfig.json`, { obj: { extends: '../test/tsconfig.json', include: ['**/*.ts'] } });
  project.addPackageIgnore(`/${folder}`);
}
project.addPackageIgnore('/.ci');
project.addPackageIgnore('/CONTRIBUTING.md');

// The workshop, through the command-line tools that its readers use. Nothing is looked up and nothing is reported: it works without a network.
project.addTask('workshop', {
  description: 'Synthesizes examples/workshop: Kubernetes manifests to dist, CloudFormation templates to cdk.out',
  cwd: 'examples/workshop',
  env: { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: 'true' },
  steps: [
    { exec: 'cdk8s synth --check-upgrade=false' },
    { exec: 'node -e "fs.rmSync(\'cdk.out\', { recursive: true, force: true })"' }, // cdk8s clears what it wrote before, cdk does not
    { exec: 'cdk synth --quiet' },
    { exec: 'tsx summary.ts' },
  ],
});
project.addGitIgnore('/examples/*/dist/');
project.addGitIgnore('/examples/*/cdk.out/');
project.addGitIgnore('/examples/*/outputs.json');

// One small app for each way of using the library, through the command-line tools of its users.
project.addTask('examples', {
  description: 'Synthesizes the apps in examples, beside the workshop: manifests to dist, templates to cdk.out',
  env: { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: 'true', STACK_OUTPUTS: 'outputs.sample.json' },
  steps: [
    ...['cdk8s-only', 'pipeline', 'plain-kubernetes'].map((name) => ({ cwd: `examples/${name}`, exec: 'cdk8s synth --check-upgrade=false' })),
    ...['cdk-only', 'cdk-with-charts', 'existing-role', 'pipeline'].flatMap((name) => [
      { cwd: `examples/${name}`, exec: 'node -e "fs.rmSync(\'cdk.out\', { recursive: true, force: true })"' },
      { cwd: `examples/${name}`, exec: 'cdk synth --quiet' },
    ]),
  ],
});
project.addTask('test:consumers', {
  description: 'Installs what is packed as users do, with the oldest and the newest peers, and synthesizes the examples there; after compile, workshop and examples',
  exec: 'jest --config test/consumers/jest.config.ts --ci',
  receiveArgs: true,
});

// The parts of the guides that the tests make.
project.addTask('docs', { description: 'Writes what is synthesized and simulated into docs', exec: 'tsx --tsconfig test/tsconfig.json test/docs/write.ts' });

// The declarations say what users can name, and no more.
project.compileTask.exec('tsx build/declarations.ts');
// What is compiled loads nothing before it is used. All packages are made of what this leaves: npm's, and those of the other languages, which hold it.
project.compileTask.exec('tsx build/lazy-requires.ts');
project.addTask('test:package', {
  description: 'Packs what is compiled and tests it as users get it: what it loads, what their compilers read, how it grows',
  exec: 'jest --config test/package/jest.config.ts --ci',
  receiveArgs: true,
});

project.addTask('benchmark', {
  description: 'Measures what the library costs, against what does the same without it',
  steps: [{ spawn: 'compile' }, { exec: 'tsx --tsconfig test/tsconfig.json benchmark/run.ts', receiveArgs: true }],
});

// Who has no CDK app needs no CDK. src/kubernetes.ts keeps the types of the Kubernetes side apart from it as well.
project.package.addField('peerDependenciesMeta', { 'aws-cdk-lib': { optional: true } });

// What a real API server makes of the manifests. It needs a cluster, so it is no part of the tests; without KUBECONFIG it skips itself and says so.
project.addTask('test:cluster', {
  description: 'Applies what the examples and the library make to the cluster of $KUBECONFIG, in namespaces of its own that it removes; most of it as a dry run',
  steps: [
    ...['workshop', 'examples'].map((spawn) => ({ spawn, condition: 'node -e "process.exit(process.env.KUBECONFIG ? 0 : 1)"' })),
    { exec: 'jest --config test/api-server/jest.config.ts --ci', receiveArgs: true },
  ],
});

// jest strips types without checking them, so that a test file starts in a second; this checks them all at once.
const typecheck = project.addTask('typecheck', { description: 'Checks the types of src, test and examples', exec: 'tsc --noEmit --project test/tsconfig.json' });
project.testTask.prependSpawn(typecheck);

// What npm would warn about: install scripts of dependencies' dependencies that nothing here needs.
project.package.addField('allowScripts', Object.fromEntries(['@parcel/watcher', 'backport', 'esbuild', 'unrs-resolver'].map((name) => [name, false])));
// 1.13.0 names platform packages that were never published, which "npm ci" refuses.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// Compiles the snippets of README.md and of the docstrings; rosetta/ has what they take as given.
project.postCompileTask.exec('jsii-rosetta extract --strict');
project.addGitIgnore('.jsii.tabl.json');
project.addGitIgnore('.jsii.gz');
project.addPackageIgnore('!.jsii.tabl.json'); // from it, package sites show the snippets in each language
project.addPackageIgnore('/rosetta');

// "npm run build" needs Node.js only; "npm run package-all" makes the packages of the other languages and needs their tools.
project.packageTask.reset();
project.packageTask.spawn(project.tasks.tryFind('package:js')!);

// Node.js 20 still works, and users have it; jsii would warn at every start that its time is over.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.synth();
