import type { ContainerResources } from './container-resources';

/** How the driver writes its log. */
export enum LoggingFormat {
  /** Lines for people. */
  TEXT = 'text',

  /** One JSON object a line. */
  JSON = 'json',
}

/** What the controller and the node Pods have in common. */
export interface PodConfiguration {
  /**
   * Further arguments of the driver's container, as in `--warn-on-invalid-tag`. The chart leaves them out on Windows nodes.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/options.md
   */
  readonly additionalArgs?: string[];

  /**
   * Whether metrics are served, with a Service for each container that has some, and a ServiceMonitor where that kind is installed.
   *
   * @default false
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/metrics.md
   */
  readonly enableMetrics?: boolean;

  /**
   * How the driver writes its log.
   *
   * @default LoggingFormat.TEXT
   */
  readonly loggingFormat?: LoggingFormat;

  /**
   * How much the driver writes into its log: a whole number from 0 on, where 7 is everything.
   *
   * @default 2
   */
  readonly logLevel?: number;

  /**
   * Labels that a node must have for the Pods to run on it, beside that of the operating system.
   *
   * @default - none
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Annotations of the Pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * Labels of the Pods, beside the driver's own.
   *
   * @default - none
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * What the driver's container asks for and is held to. In the controller this goes for the sidecars too that have no `resources` of their own.
   *
   * @default - requests of 10m CPU and 40Mi memory, a limit of 256Mi memory
   */
  readonly resources?: ContainerResources;
}
