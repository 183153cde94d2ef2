import { Chart, Duration, Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import { PersistentVolumeClaim, StatefulVolumeSet, StorageClass } from '../../../src';
import { VeleroAnnotations, type VeleroAnnotationsOptions } from '../../../src/volumes/backup/velero-annotations';
import { type VeleroBackupHook, VeleroHookError, type VeleroRestoreHook, type VeleroRestoreInitContainer } from '../../../src/volumes/backup/velero-hooks';
import { VeleroLabels } from '../../../src/volumes/backup/velero-labels';
import { refusals } from '../../refusals';

const command = ['/bin/sh', '-c', 'sync && fsfreeze -f /data'];

test('a hook is run in the first container, in no shell of its own, and fails the backup of its Pod when it fails, said in so many words', () => {
  expect(VeleroAnnotations.of({ preBackup: { command } })).toEqual({
    'pre.hook.backup.velero.io/command': '["/bin/sh","-c","sync && fsfreeze -f /data"]',
    'pre.hook.backup.velero.io/on-error': 'Fail',
  });
  expect(VeleroAnnotations.of({ postBackup: { command: ['/bin/true'] } })).toEqual({
    'post.hook.backup.velero.io/command': '["/bin/true"]',
    'post.hook.backup.velero.io/on-error': 'Fail',
  });
});

test('nothing asked for is nothing said, also where it is said to be undefined', () => {
  expect(VeleroAnnotations.of({})).toEqual({});
  const postRestore = { command, container: undefined, waitTimeout: undefined };
  expect(VeleroAnnotations.of({ preBackup: undefined, postRestore, fileSystemBackupVolumes: undefined })).toEqual({ 'post.hook.restore.velero.io/command': JSON.stringify(command) });
});

test('everything can be said', () => {
  const backupHook: Required<VeleroBackupHook> = { command, container: 'db', onError: VeleroHookError.CONTINUE, timeout: Duration.minutes(1) };
  const restoreHook: Required<VeleroRestoreHook> = {
    command: ['psql'],
    container: 'db',
    onError: VeleroHookError.FAIL,
    execTimeout: Duration.millis(1500),
    waitTimeout: Duration.minutes(5),
    waitForReady: true,
  };
  const initContainer: Required<VeleroRestoreInitContainer> = { name: 'fetch', image: 'alpine:3.22', command: ['/bin/ash', '-c', 'date'] };
  const all: Required<VeleroAnnotationsOptions> = {
    preBackup: backupHook,
    postBackup: { ...backupHook, onError: VeleroHookError.FAIL },
    postRestore: restoreHook,
    restoreInitContainer: initContainer,
    fileSystemBackupVolumes: ['cache', 'uploads'],
    fileSystemBackupExcludes: ['tmp'],
  };
  expect(VeleroAnnotations.of(all)).toEqual({
    'pre.hook.backup.velero.io/container': 'db',
    'pre.hook.backup.velero.io/command': JSON.stringify(command),
    'pre.hook.backup.velero.io/on-error': 'Continue',
    'pre.hook.backup.velero.io/timeout': '60s',
    'post.hook.backup.velero.io/container': 'db',
    'post.hook.backup.velero.io/command': JSON.stringify(command),
    'post.hook.backup.velero.io/on-error': 'Fail',
    'post.hook.backup.velero.io/timeout': '60s',
    'post.hook.restore.velero.io/container': 'db',
    'post.hook.restore.velero.io/command': '["psql"]',
    'post.hook.restore.velero.io/on-error': 'Fail',
    'post.hook.restore.velero.io/exec-timeout': '1.5s',
    'post.hook.restore.velero.io/wait-timeout': '300s',
    'post.hook.restore.velero.io/wait-for-ready': 'true',
    'init.hook.restore.velero.io/container-name': 'fetch',
    'init.hook.restore.velero.io/container-image': 'alpine:3.22',
    'init.hook.restore.velero.io/command': '["/bin/ash","-c","date"]',
    'backup.velero.io/backup-volumes': 'cache,uploads',
    'backup.velero.io/backup-volumes-excludes': 'tmp',
  });
});

test('a false waitForReady is said, not left out', () => {
  expect(VeleroAnnotations.of({ postRestore: { command, waitForReady: false } })).toMatchObject({ 'post.hook.restore.velero.io/wait-for-ready': 'false' });
});

test('every command that is taken comes back as it was from what Velero reads, and every annotation has text', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(fc.property(fc.array(text), text.filter((program) => program.trim() !== ''), (args, program) => {
    const annotations = VeleroAnnotations.of({ preBackup: { command: [program, ...args] } });
    expect(JSON.parse(annotations['pre.hook.backup.velero.io/command'])).toEqual([program, ...args]);
    expect(Object.values(annotations)).not.toContain('');
  }));
});

test('the Pods of a set carry the annotations, and the set does not', () => {
  const chart = Testing.chart();
  new StatefulVolumeSet(chart, 'Db', {
    podMetadata: { annotations: VeleroAnnotations.of({ preBackup: { container: 'db', command } }) },
    containers: [{ name: 'db', image: 'db', portNumber: 5432 }],
    volumeClaimTemplates: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1), storageClass: StorageClass.fromName('gp3') }],
  });
  const set = Testing.synth(chart).find(({ kind }) => kind === 'StatefulSet');
  expect(set.spec.template.metadata.annotations).toMatchObject({ 'pre.hook.backup.velero.io/container': 'db' });
  expect(JSON.stringify(set.metadata)).not.toContain('velero');
});

test('what is not to be backed up carries the label', () => {
  const chart: Chart = Testing.chart();
  const storageClass = StorageClass.fromName('gp3');
  new PersistentVolumeClaim(chart, 'Cache', { metadata: { labels: VeleroLabels.excludedFromBackup() }, size: Size.gibibytes(1), storageClass });
  expect(Testing.synth(chart)[0].metadata.labels).toEqual({ 'velero.io/exclude-from-backup': 'true' });
});

describe('VeleroAnnotations.of', () => {
  const init = { image: 'alpine:3.22', command };
  refusals<VeleroAnnotationsOptions>((options) => VeleroAnnotations.of(options), [
    [{ preBackup: { command: [] } }, "VeleroAnnotations.of: preBackup.command [] has no program; give the program and its arguments, as in ['/bin/sh', '-c', 'sync']"],
    [{ postBackup: { command: [' '] } }, 'postBackup.command [" "] has no program'],
    [{ postRestore: { command: 'psql' as any } }, 'postRestore.command "psql" has no program'],
    [{ restoreInitContainer: { ...init, command: [] } }, 'restoreInitContainer.command [] has no program'],
    [{ restoreInitContainer: { ...init, image: '' } }, "restoreInitContainer.image '' is empty, and Velero would leave the container out; name an image"],
    [{ restoreInitContainer: { ...init, name: 'Fetch' } }, "restoreInitContainer.name 'Fetch' is not a name Kubernetes takes"],
    [{ preBackup: { command, container: 'my_db' } }, "preBackup.container 'my_db' is not a name Kubernetes takes"],
    [{ preBackup: { command, timeout: Duration.millis(999) } }, 'preBackup.timeout is 999 millis, which Velero would not wait for; give at least Duration.seconds(1)'],
    [{ postRestore: { command, execTimeout: Duration.seconds(0) } }, 'postRestore.execTimeout is'],
    [{ postRestore: { command, waitTimeout: Duration.seconds(0) } }, 'postRestore.waitTimeout is'],
    [{ fileSystemBackupVolumes: [] }, 'fileSystemBackupVolumes [] is empty, and would change nothing; name at least one volume, or leave it out'],
    [{ fileSystemBackupVolumes: ['a,b'] }, "fileSystemBackupVolumes 'a,b' is not a name Kubernetes takes"],
    [{ fileSystemBackupExcludes: ['tmp', 'tmp'] }, "fileSystemBackupExcludes has 'tmp' more than once; leave one out"],
    [{ fileSystemBackupVolumes: ['cache'], fileSystemBackupExcludes: ['tmp', 'cache'] }, "fileSystemBackupVolumes and fileSystemBackupExcludes both have 'cache'; leave it out of one"],
    [{ preBackup: { command: [] }, fileSystemBackupVolumes: ['B'] }, "VeleroAnnotations.of: 2 mistakes\n  - preBackup.command [] has no program; give the program and its arguments, as in ['/bin/sh', '-c', 'sync']\n  - fileSystemBackupVolumes 'B'"],
  ]);

  test('judges nothing that the CDK fills in later', () => {
    const later = '${Token[Name.12]}';
    expect(VeleroAnnotations.of({ preBackup: { command: [later], container: later }, fileSystemBackupVolumes: [later] })).toEqual({
      'pre.hook.backup.velero.io/container': later,
      'pre.hook.backup.velero.io/command': `["${later}"]`,
      'pre.hook.backup.velero.io/on-error': 'Fail',
      'backup.velero.io/backup-volumes': later,
    });
  });
});
