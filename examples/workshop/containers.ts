import { Size } from 'cdk8s';
import { Cpu, type ContainerProps } from 'cdk8s-plus-27';

/** cdk8s-plus lets no Pod run as root; the images of this workshop do. */
export const ROOT_ALLOWED = { ensureNonRoot: false };

/** A container that runs as root, writes to its own file system, and asks for little enough to fit on a small node. */
export function rootContainer(props: ContainerProps): ContainerProps {
  return {
    securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
    resources: {
      cpu: { request: Cpu.millis(50) },
      memory: { request: Size.mebibytes(64), limit: Size.mebibytes(512) },
    },
    ...props,
  };
}

/** Writes the date to a file of the volume at /data, every five seconds. */
export const WRITE_THE_DATE = {
  command: ['/bin/sh'],
  args: ['-c', 'while true; do echo $(date -u) >> /data/out.txt; sleep 5; done'],
};
